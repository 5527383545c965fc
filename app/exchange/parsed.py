"""One row of a foreign file after reading: a person as the import takes them."""

from dataclasses import dataclass, field

from db.staging import SCALARS

Scalar = str | int | None
Point = tuple[
    str,  # kind: phone, email, address, link
    str | None,  # label: a code of values.labels or free text
    str,  # value, as shown
    str,  # key: what matches; '' for what must match nobody
    str | None,  # postcode
    str | None,  # region
    str | None,  # city
    str | None,  # street
    str | None,  # detail
    str | None,  # country
]
CustomCell = tuple[
    int,  # the field
    int,  # 1: one of several choices
    str | None,  # words, or a date
    int | None,  # number in millionths, minor units, or 0 and 1
    int | None,  # a choice
    int | None,  # a person
]
DayCell = tuple[
    str,  # kind: one of `db.kinds.DATE_KINDS`
    str | None,  # label
    str,  # calendar: solar or lunar
    int,  # 1: a leap month
    int | None,  # year
    int,  # month
    int | None,  # day
]
RelationCell = tuple[
    str,  # kind: one of `db.kinds.RELATIONS`
    int | None,  # a relation the shop has named itself
    int,  # 1: read forward from this person
    int | None,  # the other, by its id …
    int | None,  # … or by the line of the same file
    str | None,  # title
    str,  # what the relation is called, for one that is not known here
]
NO_PARTS = (None, None, None, None, None, None)


@dataclass(slots=True)
class ParsedRow:
    """A person read from one row; `scalars` follow SCALARS.

    Text unless said otherwise: opening_total (minor units) and opening_visits are int. kind is
    person, company or household; gender female, male or other; consents granted or denied;
    birthday 'YYYY-MM-DD', '--MM-DD' or 'YYYY' with birthday_calendar solar or lunar; dates
    'YYYY-MM-DD'. None is blank. `contact_id` comes from Dangol's own files. `problems` are
    (header, reason) to look at; `failure` is why the row cannot be taken at all, or None.
    """

    line: int
    contact_id: int | None
    scalars: tuple[Scalar, ...]
    points: list[Point]
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    externals: list[tuple[str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    failure: str | None = None
    custom: list[CustomCell] = field(default_factory=list)
    days: list[DayCell] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    relations: list[RelationCell] = field(default_factory=list)

    def scalar(self, name: str) -> Scalar:
        """Return one scalar by its name."""
        return self.scalars[SCALARS.index(name)]
