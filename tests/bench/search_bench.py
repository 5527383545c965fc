"""Times `db.search` on a made-up shop: python -m tests.bench.search_bench [contacts] [folder].

Prints p50 and p95 per kind of query, in milliseconds, and the ratio of the median to the bare
FTS MATCH (row ids alone, at most 1,000) of the same query in the same run. With a folder the
database is kept there and used again.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sqlalchemy import Connection

from db import ledger, search_index
from db.database import Database
from db.hangul import initials
from db.ids import meaning_id
from db.keys import phone_display
from db.schema import bring_up_to_date
from db.search import count, find
from db.search_questions import anywhere
from db.search_words import words_of

FAMILY = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구"
SHARES = [215, 147, 84, 47, 43, 24, 21, 21, 20, 17] + [15] * 8 + [11] * 8 + [5] * 13
GIVEN = "민서도예시주하지준현건우유은수승연재태동성영정진철상혜미나다라보소아경광기남대덕만"
LISTS = """
James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard
단골 VIP 신규 염색 펌 커트 소개 네이버 인스타 휴면 도매 블랙 생일이벤트 포인트적립 주말방문
상사 식당 카페 미용실 건설 전자 약국 학원 꽃집 무역 디자인 부동산
한빛 서울 대한 미래 세종 가온 다온 누리 푸른 청솔 은하 별빛 바다 하늘
염색 알레르기 있음 다음 방문 확인 커트 길이 짧게 선호 주차 필요 아이 예약 변경 2024년 5월 seat
naver.com gmail.com daum.net hanmail.net
"""
LATIN, TAGS, TRADES, FIRMS, WORDS, MAILS = (line.split() for line in LISTS.strip().split("\n"))
LATIN += ["Susan", "Joseph", "Jessica", "Thomas", "Sarah", "Kim", "Lee", "Park", "Choi", "Olsen"]
WORDS += [
    "allergy",
    "window",
    "morning",
    "배송",
    "문앞",
    "부재시",
    "경비실",
    "현금영수증",
    "반려견",
    "초코",
    "땅콩",
    "새우",
]
START = 220_000_000_000  # ms since 2020, the first id's time

CONTACT = "INSERT INTO contact (id, name, company, number, name_key) VALUES (?, ?, ?, ?, '')"
POINT = "INSERT INTO contact_point (id, contact_id, kind, value, key) VALUES (?, ?, ?, ?, ?)"
LINK = "INSERT INTO contact_tag (id, contact_id, tag_id) VALUES (?, ?, ?)"
NOTE = "INSERT INTO note (id, contact_id, body) VALUES (?, ?, ?)"

RowsOf = dict[str, list[tuple[object, ...]]]


class Shop:
    """Makes contacts as a Korean shop has them, 85 % with Korean names; the same every time."""

    def __init__(self) -> None:
        self.random = random.Random(7)
        self.last_id = START << 22

    def new_id(self) -> int:
        """Most contacts come in lists (one id after the other), some one by one."""
        gap = 1 if self.random.random() < 0.95 else self.random.randrange(60_000_000_000)
        self.last_id += gap
        return self.last_id

    def name(self) -> str:
        r = self.random
        if r.random() < 0.85:
            return r.choices(FAMILY, SHARES)[0] + r.choice(GIVEN) + r.choice(GIVEN)
        return f"{r.choice(LATIN)} {r.choice(LATIN)}{r.choice(['', '', 'son'])}"

    def rows(self, contacts: int, tags: list[int]) -> Iterator[RowsOf]:
        """Yield the rows of some thousand contacts at a time, by INSERT statement."""
        r = self.random
        for start in range(0, contacts, 5000):
            rows: RowsOf = {CONTACT: [], POINT: [], LINK: [], NOTE: []}
            for serial in range(start, min(start + 5000, contacts)):
                own = self.new_id()
                firm = f"{r.choice(FIRMS)}{r.choice(['', ' '])}{r.choice(TRADES)}"
                number = f"{serial + 1}" if r.random() < 0.3 else None
                rows[CONTACT].append((own, self.name(), firm if r.random() < 0.1 else None, number))
                for phone in self.phones():
                    rows[POINT].append((self.new_id(), own, "phone", phone_display(phone), phone))
                if r.random() < 0.25:
                    mail = f"{r.choice(LATIN).lower()}{r.randrange(1000)}@{r.choice(MAILS)}"
                    rows[POINT].append((self.new_id(), own, "email", mail, mail))
                for tag in r.sample(tags, r.choice([0, 0, 1, 1, 1, 2])):
                    rows[LINK].append((meaning_id(own, tag), own, tag))
                if r.random() < 0.3:
                    note = " ".join(r.choices(WORDS, k=r.randrange(3, 14)))
                    rows[NOTE].append((self.new_id(), own, note))
            yield rows

    def phones(self) -> list[str]:
        r = self.random
        own = [f"010{r.randrange(2000, 10000)}{r.randrange(10000):04}"] if r.random() < 0.95 else []
        line = f"{r.choice(['02', '031', '051'])}{r.randrange(200, 999)}{r.randrange(10000):04}"
        return [*own, line] if r.random() < 0.08 else own


def build(database: Database, contacts: int) -> None:
    """Fill an empty database and say how long the index took."""
    tags = [meaning_id(name) for name in TAGS]
    with database.connection(writes=True) as connection:
        ledger.drop_triggers(connection)
        search_index.suspend(connection)
        connection.exec_driver_sql(
            "INSERT INTO tag (id, name) VALUES (?, ?)", list(zip(tags, TAGS, strict=True))
        )
        began = time.perf_counter()
        for rows in Shop().rows(contacts, tags):
            for statement, values in rows.items():
                connection.exec_driver_sql(statement, values)
        print(f"rows     {time.perf_counter() - began:6.1f} s")
        began = time.perf_counter()
        search_index.fill(connection)
        print(f"fill     {time.perf_counter() - began:6.1f} s")
        began = time.perf_counter()
        search_index.rebuild(connection)
        print(f"rebuild  {time.perf_counter() - began:6.1f} s, of which FTS alone")
        connection.commit()
    print(f"file     {database.path.stat().st_size / 1e6:6.0f} MB")


def queries(connection: Connection, each: int) -> dict[str, list[str]]:
    """Return queries of every kind, made of contacts that are there."""
    r = random.Random(3)
    drawn = connection.exec_driver_sql(
        "SELECT name, phones FROM contact JOIN contact_search USING (id)"
        " WHERE phones <> '' ORDER BY contact.id % 9973, contact.id LIMIT ?",
        (each * 8,),
    ).fetchall()
    korean = [(name, phones.split("\n")[0]) for name, phones in drawn if name[0] > "ㄱ"][:each]
    latin = [name for name, _phones in drawn if name[0] < "ㄱ"]
    latin = (latin * each)[:each]
    names = [name for name, _phone in korean]
    phones = [phone for _name, phone in korean]
    words = [w for w in WORDS if len(w) >= 2]

    def half(name: str) -> str:
        """'김처' of '김철수': the second syllable without its final consonant."""
        return name[0] + chr(ord(name[1]) - (ord(name[1]) - ord("가")) % 28)

    return {
        "one syllable (김)": [name[0] for name in names],
        "half a syllable (기)": [half("x" + name)[1] for name in names],
        "two syllables (김철)": [name[:2] for name in names],
        "given name (철수)": [name[1:] for name in names],
        "whole name (김철수)": names,
        "half typed (김처)": [half(name) for name in names],
        "initials, 1 (ㄱ)": [initials(name)[0] for name in names],
        "initials, 2 (ㄱㅊ)": [initials(name)[:2] for name in names],
        "initials, 3 (ㄱㅊㅅ)": [initials(name) for name in names],
        "mixed (김ㅊ)": [name[0] + initials(name)[1] for name in names],
        "Latin, 1-2 (ki)": [name[: r.choice([1, 2])] for name in latin],
        "Latin, 3-5": [name[1 : r.choice([4, 5, 6])] for name in latin],
        "two words, Latin": [" ".join(w[:3] for w in name.split()) for name in latin],
        "digits, 1-3": [phone[-4:][: r.choice([1, 2, 3])] for phone in phones],
        "last four": [phone[-4:] for phone in phones],
        "phone, beginning": [phone[: r.choice([3, 5, 6, 7, 8])] for phone in phones],
        "whole phone": [phone_display(phone) for phone in phones],
        "phone, +82": [f"+82 {phone[1:3]} {phone[3:7]}" for phone in phones],
        "e-mail": [
            f"{r.choice(LATIN).lower()}{r.randrange(99)}@{m}" for m in (MAILS * each)[:each]
        ],
        "e-mail host": [r.choice(MAILS)[: r.choice([5, 7, 9])] for _ in names],
        "tag": [r.choice(TAGS) for _ in names],
        "note": [r.choice(words) for _ in names],
        "two words (김 5678)": [f"{name[0]} {phone[-4:]}" for name, phone in korean],
        "two words (김 567)": [f"{name[0]} {phone[-3:]}" for name, phone in korean],
        "two words (김 단골)": [f"{name[0]} {r.choice(TAGS)}" for name in names],
        "two words, both in notes": [" ".join(r.sample(words, 2)) for _ in names],
        "nothing": [f"{name[2]}{name[0]}{name[1]}{name[2]}" for name in names],
    }


def mixed(asked: dict[str, list[str]]) -> list[list[str]]:
    """Return the queries by kind; the several kinds of two words are one kind, the last."""
    pools = [texts for kind, texts in asked.items() if not kind.startswith("two words")]
    two = [texts for kind, texts in asked.items() if kind.startswith("two words")]
    return [*pools, [text for texts in two for text in texts]]


def draw(pools: list[list[str]], number: int, r: random.Random) -> list[str]:
    """Return so many queries, every kind as likely as another."""
    return [r.choice(r.choice(pools)) for _ in range(number)]


class Times(NamedTuple):
    """Milliseconds of one call by the clock, and of the processor: others may be using it."""

    clock: float
    cpu: float


def timed(work: Callable[[Connection, str], object], connection: Connection, text: str) -> Times:
    """Return how long it took."""
    began, cpu = time.perf_counter(), time.process_time()
    work(connection, text)
    return Times((time.perf_counter() - began) * 1000, (time.process_time() - cpu) * 1000)


def middle(times: list[Times]) -> Times:
    """Return the medians."""
    return Times(median(t.clock for t in times), median(t.cpu for t in times))


def nearly_worst(times: list[Times]) -> Times:
    """Return the 95th percentiles."""
    place = int(len(times) * 0.95)
    return Times(sorted(t.clock for t in times)[place], sorted(t.cpu for t in times)[place])


def bare(connection: Connection, text: str) -> list[tuple[object, ...]]:
    """Ask the index alone."""
    sql, given = anywhere(words_of(text))[0].ask("rowid")
    driver = connection.connection.cursor()
    driver.execute(f"{sql} LIMIT 1000", given)
    return list(driver.fetchall())


def measure(connection: Connection, each: int = 20, count_mixed: int = 60) -> None:
    """Print the table."""
    asked = queries(connection, each)
    print(f"{'kind':28}{'p50':>8}{'p95':>8}{'cpu95':>8}{'match':>8}{'ratio':>7}{'count':>8}  hits")
    for kind, texts in asked.items():
        found = [timed(find, connection, text) for text in texts]
        floor = middle([timed(bare, connection, text) for text in texts]).clock
        counted = middle([timed(count, connection, text) for text in texts[:5]]).clock
        hits = median(len(find(connection, text).ids) for text in texts)
        p50, (p95, cpu95) = middle(found).clock, nearly_worst(found)
        print(
            f"{kind:28} {p50:7.2f} {p95:7.2f} {cpu95:7.2f} {floor:7.2f} {p50 / floor:6.1f}"
            f" {counted:7.2f} {hits:5.0f}"
        )
    r = random.Random(11)
    draws = [draw(mixed(asked), count_mixed, r) for _ in range(9)]
    rounds = [[timed(find, connection, text) for text in texts] for texts in draws]
    for what, pick in (("clock", 0), ("cpu", 1)):
        p50 = median(middle(times)[pick] for times in rounds)
        p95 = median(nearly_worst(times)[pick] for times in rounds)
        print(f"{count_mixed} mixed queries, 9 rounds, {what}: p50 {p50:.2f} ms, p95 {p95:.2f} ms")


def main() -> None:
    contacts = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[2] if len(sys.argv) > 2 else scratch)
        path = folder / f"search-{contacts}.dangol"
        is_new = not path.exists()
        database = Database(path, now=lambda: datetime.now(UTC))
        bring_up_to_date(database, folder)
        if is_new:
            build(database, contacts)
        with database.connection() as connection:
            measure(connection)
        database.close()


if __name__ == "__main__":
    main()
