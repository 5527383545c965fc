"""Which shapes of the file are known; apart from the schema, which brings SQLAlchemy along."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
HEAD = REVISIONS[-1]
APPLICATION_ID = 0x44414E47  # 'DANG' in the file's header: no other program's database
