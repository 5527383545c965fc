"""What the fuzzers of Dangol's own readers begin with: a good file for each, made anew."""

import io
import json
import struct
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from app.bootstrap import open_core
from app.jobs import Ticket
from app.locking import protect
from app.moving import pack
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.updating.manifest import this_system
from tests.app.exchange.vcard_files import GOOGLE, IPHONE, NAVER, SAMSUNG
from tests.app.updating_parts import signed
from tests.fuzz.readers import PASSWORD
from tests.sale_files import smartstore

CHEAP = 8  # what guessing the password of the locked file costs
LINES = (
    "내일 오후 3시 김민지 전화", "매월 셋째 금요일 10시 재고 확인, 급함",
    "민지 씨 35,000원 예약 6/14까지", "음력 8월 15일 차례상 준비",
    "다음 주 화~목 2시간 회의 010-0142-3377", "매주 월수금 9시 반 시장!!",
    "call Minji tomorrow 3pm for 2 hours", "every other Tuesday until Sep 28, water the ferns",
    "remind me to pay rent on the last day of each month", "in 3 days at noon, 12/11/26, $45",
)  # fmt: skip
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080010001001")
EVENTS = (
    "BEGIN:VTIMEZONE\nTZID:Korea\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\n"
    "TZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE",
    "BEGIN:VEVENT\nUID:a@x\nDTSTART;TZID=Korea:20260516T150000\nDURATION:PT1H30M\nSUMMARY:부케 "
    "상담\nLOCATION:가게\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260928\nEXDATE;TZID=Korea:"
    "20260518T150000\nBEGIN:VALARM\nTRIGGER:-PT30M\nACTION:DISPLAY\nEND:VALARM\nEND:VEVENT",
    "BEGIN:VEVENT\nUID:b@x\nDTSTART;VALUE=DATE:20260815\nRRULE:RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8"
    ";BYMONTHDAY=15\nSUMMARY:추석\nEND:VEVENT",
    "BEGIN:VTODO\nUID:c@x\nDUE:20260520T010000Z\nSUMMARY:장부 정리\nPRIORITY:1\nSTATUS:NEEDS-ACTION"
    "\nDESCRIPTION:첫째 줄\\n둘째\nEND:VTODO",
)
ASKED = (
    ("접수일시", "이름", "연락처", "이메일", "문의내용", "상품명", "유입경로", "접수번호"),
    ("2026. 5. 11 오후 3:20:11", "김민지", "010-0142-3377", "", "결혼식 꽃", "부케", "카톡", "1"),
    ("2026-05-12T09:20:00+09:00", "John", "+1 650-253-0000", "j@x.com", 'a, "b"', "", "web", "2"),
    ("", "", "", "", "", "", "", ""), ("5/12", "이하은", "", "haeun@example.com", "", "", "", ""),
)  # fmt: skip


@cache
def others() -> dict[str, bytes]:
    """Return one good file for each of READERS, and more where there are several kinds."""
    rows = smartstore(12)
    sold = [list(rows[0]), *([str(cell) for cell in row.values()] for row in rows)]
    wanted = Filter((
        Condition("tag", "any_of", ("VIP",)), Condition("birthday", "within_days", (7,)),
        Filter((Condition("count:visit", "at_least", (3, 365)),), "any"),
    ))  # fmt: skip
    told = {
        "version": "1.1", "date": "2026-05-12T00:00:00+00:00",
        "files": {this_system(): {"name": "dangol-1.1.tar.gz", "size": 9, "sha256": "0" * 64}},
        "notes": {"ko": "새로워졌어요", "en": "It is new"},
    }  # fmt: skip
    record = {"version": "1.1", "address": "https://example.com/m.json", "state": "ready"}
    pins = {"salt": "00" * 16, "cost": 8, "pins": {"1": "ab" * 32}}
    plan = {"rows": "month", "columns": "tag", "measure": "revenue", "chart": "bar",
            "filter": wanted.to_json()}  # fmt: skip
    calendar = "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *EVENTS, "END:VCALENDAR", ""))
    return {
        "cards-iphone.vcf": IPHONE,
        "cards-google.vcf": GOOGLE,
        "cards-samsung.vcf": SAMSUNG,
        "cards-naver.vcf": NAVER,
        "calendar.ics": calendar.replace("\n", "\r\n").encode(),
        "sales.csv": _csv(sold),
        "sales.xlsx": _xlsx(sold),
        "enquiries.csv": _csv(ASKED),
        **{f"line-{n}.txt": line.encode() for n, line in enumerate(LINES)},
        "filter.json": wanted.to_json().encode(),
        "plan.json": json.dumps(plan, ensure_ascii=False).encode(),
        "manifest.json": signed(json.dumps(told, ensure_ascii=False)),
        "signed.json": json.dumps(told, ensure_ascii=False).encode(),
        "record.json": json.dumps(record).encode(),
        "pins.json": json.dumps(pins).encode(),
        "picture.png": _png(),
        "picture.jpg": JPEG,
        **_shops(),
    }


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    lines = (",".join(map(quoted, row)) for row in rows)
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _xlsx(rows: list[list[str]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("주문")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return file.getvalue()


def _png() -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def _shops() -> dict[str, bytes]:
    """A backup, a file for another PC, and a backup with a password."""
    with TemporaryDirectory(prefix="dangol-fuzz-") as room:
        path = Path(room) / "shop.db"
        core = open_core(path)
        core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377", tags=("VIP",)))
        backup = core.care.back_up().read_bytes()
        pack(core, Path(room) / "shop.move.dangol", {"look/language": "ko"}, Ticket())
        core.close()
        protect(path, PASSWORD, None, cost=CHEAP)
        return {
            "backup.dangol": backup,
            "move.dangol": (Path(room) / "shop.move.dangol").read_bytes(),
            "closed.dangol": path.read_bytes(),
        }
