"""Enquiries out of a web form's file: read, matched to their fields, brought in once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.assigning import next_owner
from app.clock import stamp
from app.enquiring import LIMIT, answer_due, own_contact
from app.errors import FileError, FileProblem
from app.exchange.headers import normalise, squeeze, undecorated
from app.exchange.reading import ReadRequest, read_table
from app.exchange.sales_times import read_time
from app.exchange.synonyms import is_never, meaning
from app.exchange.table import Cell, Table
from app.exchange.values.dates import DateReader, decide_order
from app.exchange.values.phones import read_phones
from app.exchange.values.texts import text_of, without_resident_numbers
from app.jobs import Ticket
from app.ops import Op
from app.settings import COUNTRY, LANGUAGE
from app.shapes.enquiries import FIELDS, EnquiryFile, EnquiryImport
from app.shop_clock import shop_now, utc_of

if TYPE_CHECKING:
    from app.store import Store
    from db.uow import UnitOfWork

SYSTEM = "web form"
SAMPLES = 3
# Headers that mean something here alone; those of people are known to every import.
HEADERS = {
    "received_at": (
        "timestamp,타임스탬프,접수일시,접수일,접수시간,문의일시,문의일,문의날짜,작성일,작성일시,등록일,"
        "등록일시,신청일,신청일시,제출일시,제출시간,날짜,일시,date,time,submitted,submitted at,"
        "submission date,created,created at,received,received at"
    ),
    "text": (
        "문의내용,내용,문의사항,문의,상담내용,요청사항,메시지,하고 싶은 말,질문,message,"
        "your message,"
        "enquiry,inquiry,question,comments,comment,details,text"
    ),
    "product": (
        "상품,상품명,문의상품,관심상품,제품,제품명,품목,product,product name,item,interested in"
    ),
    "channel": "경로,채널,유입경로,접수경로,문의경로,channel",
    "key": (
        "번호,접수번호,문의번호,글번호,응답번호,id,no,entry id,submission id,response id,reference"
    ),
}
CHANNELS = {
    "walk_in": ("방문", "매장", "walkin"), "phone": ("전화", "phone", "call"),
    "message": ("메시지", "문자", "카톡", "카카오", "톡", "dm", "message", "sms", "chat"),
    "referral": ("소개", "추천", "referral"),
}  # fmt: skip
_ZONE = re.compile(r"\s*(?:GMT|UTC)[+-]\d{1,2}$")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One row of the file as it is understood."""

    line: int
    key: str
    values: dict[str, Any]
    product: str
    received: datetime | None


def inspect(path: Path) -> EnquiryFile:
    """Return what a file holds and what its columns are taken for; raise FileError as reading."""
    table = _table(path, "ko")
    samples = tuple(tuple(text_of(cell) for cell in row) for row in table.rows[:SAMPLES])
    return EnquiryFile(table.name, len(table.rows), table.headers, _columns(table.headers), samples)


def bring_in(
    store: Store, path: Path, columns: Mapping[str, str] | None, now: datetime
) -> EnquiryImport:
    """Bring in what is not there yet, as one action; raise FileError for what cannot be read."""
    with store.read() as unit:
        settings = unit.settings.all()
    table = _table(path, LANGUAGE.of(settings))
    places = _places(table, columns or _columns(table.headers))
    asked, failed = _understood(table, places, settings, now)
    added = matched = 0
    with store.action(Op.IMPORT_ENQUIRIES, file=table.name) as unit:
        known = unit.enquiries.known(SYSTEM, [one.key for one in asked])
        products = _products(unit)
        for one in asked:
            if one.key in known:
                continue
            known.add(one.key)
            received = one.received or now
            contact_id = own_contact(
                unit, one.values["phone"], one.values["email"], COUNTRY.of(settings)
            )
            unit.enquiries.add(
                **one.values, source=SYSTEM, external_key=one.key, contact_id=contact_id,
                product_id=products.get(one.product.casefold()), received_at=stamp(received),
                due_at=stamp(answer_due(received, settings)),
                owner_id=next_owner(unit, "channel", one.values["channel"]),
            )  # fmt: skip
            added += 1
            matched += contact_id is not None
        unit.changes.add_facts(count=added)
    return EnquiryImport(added, len(asked) - added, matched, tuple(failed))


def _table(path: Path, language: str) -> Table:
    return read_table(path, ReadRequest(language=language), Ticket(), _knows)


def _knows(cells: Sequence[str]) -> float:
    filled = [cell for cell in cells if normalise(cell)]
    return sum(bool(_field(cell)) for cell in filled) / len(filled) if filled else 0.0


def _field(header: str) -> str:
    """Return the field a header means; '' for none."""
    tight = squeeze(undecorated(normalise(header)))
    for field, written in HEADERS.items():
        if tight in {squeeze(normalise(one)) for one in written.split(",")}:
            return field
    found = meaning(header)
    return found.target if found and found.target in FIELDS else ""


def _columns(headers: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for header in headers:
        if header and not is_never(header) and (field := _field(header)):
            found.setdefault(field, header)
    return found


def _places(table: Table, columns: Mapping[str, str]) -> dict[str, int]:
    for field, header in columns.items():
        if field not in FIELDS:
            raise FileError(FileProblem.NO_SUCH_FIELD, table.name, field=field)
        if header not in table.headers:
            raise FileError(FileProblem.NO_SUCH_COLUMN, table.name, header=header)
    if not {"name", "phone", "email", "text"} & set(columns):
        raise FileError(FileProblem.NO_NAME_OR_PHONE, table.name)
    return {field: table.headers.index(header) for field, header in columns.items()}


def _understood(
    table: Table, places: Mapping[str, int], settings: dict[str, Any], now: datetime
) -> tuple[list[_Asked], list[tuple[int, str]]]:
    failed = [(row.line, row.reason) for row in table.failed]
    found: list[_Asked] = []
    country = COUNTRY.of(settings)
    moment = _moments(table, places, settings, now)
    for line, row in zip(table.lines, table.rows, strict=True):
        cells = {field: row[place] for field, place in places.items()}
        said = {field: text_of(cell) for field, cell in cells.items()}
        phones = read_phones(cells.get("phone"), country)
        values: dict[str, Any] = {
            "name": said.get("name") or None,
            "phone": phones[0].shown if phones else None,
            "email": said.get("email") or None,
            "text": without_resident_numbers(said.get("text", ""))[:LIMIT] or None,
        }
        if not any(values.values()):
            failed.append((line, "enquiry_empty"))
            continue
        received = moment(cells.get("received_at"))
        if said.get("received_at") and received is None:
            failed.append((line, "enquiry_date"))
            continue
        values["channel"] = _channel(said.get("channel", ""))
        key = said.get("key") or _digest([str(cells.get(field, "")) for field in FIELDS])
        found.append(_Asked(line, key, values, said.get("product", ""), received))
    return found, sorted(failed)


def _moments(
    table: Table, places: Mapping[str, int], settings: dict[str, Any], now: datetime
) -> Callable[[Cell], datetime | None]:
    place = places.get("received_at")
    if place is None:
        return lambda _cell: None
    order = decide_order({row[place] for row in table.rows}, LANGUAGE.of(settings))
    reader = DateReader(order, shop_now(now, settings).year, table.date_1904)

    def read(cell: Cell) -> datetime | None:
        if isinstance(cell, str):
            cell = _ZONE.sub("", cell.strip())
            try:
                told = datetime.fromisoformat(cell)
            except ValueError:
                pass
            else:
                return told.astimezone(UTC) if told.tzinfo else utc_of(told, settings)
        day = reader.read(cell)
        if day is None or not day.iso:
            return None
        clock = read_time(cell)
        at = time(clock.hour, clock.minute, clock.second) if clock else time.min
        return utc_of(datetime.combine(date.fromisoformat(day.iso), at), settings)

    return read


def _channel(text: str) -> str:
    tight = squeeze(normalise(text))
    for channel, words in CHANNELS.items():
        if any(word in tight for word in words):
            return channel
    return "web"


def _digest(cells: Sequence[str]) -> str:
    return f"row:{blake2b(chr(31).join(cells).encode(), digest_size=12).hexdigest()}"


def _products(unit: UnitOfWork) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in unit.products.all(retired=False):
        found.setdefault(str(row[1]).casefold(), row[0])
    return found
