"""Cards of other address books: what one vCard says, in plain fields."""

from dataclasses import dataclass, field

KINDS = ("person", "company", "household", "group")  # a group holds other cards, by their uids


@dataclass(frozen=True, slots=True)
class CardPoint:
    """A phone, an e-mail, a web address, a messenger's name.

    `label` is a code of `values.labels` or free text; for a messenger the name of its service.
    """

    value: str
    label: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class CardRelative:
    """Somebody a card names as related.

    Only Dangol writes `kind` (a code of `bonds.relation_code`), `uid` (13 letters of the
    contact's id) and `title` (what somebody does there).
    """

    value: str
    label: str = ""
    primary: bool = False
    kind: str = ""
    uid: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class CardAddress:
    """An address in parts; `whole` is the text some programs add, or have alone."""

    street: str = ""
    detail: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    whole: str = ""
    label: str = ""
    primary: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the parts in the order of a vCard: detail, street, city … country."""
        return (self.detail, self.street, self.city, self.region, self.postcode, self.country)


@dataclass(frozen=True, slots=True)
class CardDay:
    """A day: '1996-05-03', '--05-03', '1996-05', '1996', or what was written if it is no date.

    Only Dangol writes its `kind`, one of `db.kinds.DATE_KINDS`.
    """

    text: str
    lunar: bool = False
    leap: bool = False
    label: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class CardPhoto:
    """The bytes of a picture, not decoded and not trusted; never more than the reader's limit."""

    content: bytes
    media_type: str = "image/jpeg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card; equal to another one that says the same, wherever it stood.

    `problems` are (line, reason) of what could not be taken from it.
    """

    name: str = ""
    kind: str = "person"
    family_name: str = ""
    given_name: str = ""
    middle_name: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    family_reading: str = ""
    given_reading: str = ""
    middle_reading: str = ""
    company: str = ""
    department: str = ""
    job_title: str = ""
    role: str = ""
    gender: str = ""  # 'female', 'male', 'other' or ''
    phones: tuple[CardPoint, ...] = ()
    emails: tuple[CardPoint, ...] = ()
    addresses: tuple[CardAddress, ...] = ()
    links: tuple[CardPoint, ...] = ()
    messengers: tuple[CardPoint, ...] = ()
    related: tuple[CardRelative, ...] = ()
    birthday: CardDay | None = None
    anniversary: CardDay | None = None
    days: tuple[CardDay, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    likes: str = ""
    dislikes: str = ""
    roles: tuple[str, ...] = ()  # what somebody is to the shop, of `db.kinds.ROLES`
    photo: CardPhoto | None = None
    uid: str = ""
    revised: str = ""
    members: tuple[str, ...] = ()  # the uids of a group's cards
    more: tuple[tuple[str, str], ...] = ()  # properties of no known meaning: name, value
    line: int = field(default=0, compare=False)
    version: str = field(default="", compare=False)
    problems: tuple[tuple[int, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class BrokenCard:
    """A stretch of a file that is no card.

    `reason`: card_not_closed, card_too_long, or not_in_a_card.
    """

    line: int
    reason: str
    text: str  # its beginning
