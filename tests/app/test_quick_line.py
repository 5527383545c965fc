"""Lines as they are typed at a counter, and what they say on Wednesday 13 May 2026."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.quick_dates import words
from app.quick_line import QuickLine, read_line
from app.shapes.interactions import KINDS, OUTCOMES

TODAY = date(2026, 5, 13)
_JUNK = st.text(max_size=60)


@dataclass(frozen=True)
class Case:
    text: str
    who: str = ""
    kind: str = ""
    on: str = ""
    at: str = ""
    body: str = ""
    words: str = ""
    direction: str = ""
    outcome: str = ""
    minor: int | None = None
    happened: str = ""
    until: bool = False
    planned: bool = False
    doubts: list[str] = field(default_factory=list)


CASES = [
    Case("김민수 전화 예약 토요일 3시", "김민수", "call", "05-16", "15:00", "예약", "예약",
         doubts=["am_or_pm"]),
    Case("call Kim Minsu, wants delivery Saturday 3pm", "Kim Minsu", "call", "05-16", "15:00",
         "wants delivery", "wants delivery"),
    Case("이서연 방문 5만원 결제 다음주 화요일까지 견적", "이서연", "visit", "05-19",
         body="5만원 결제 견적", words="견적", minor=50_000, until=True),
    Case("0000 부재중", "0000", "call", outcome="no_answer"),
    Case("visited Sara Lee, birthday cake next Fri 14:30", "Sara Lee", "visit", "05-22", "14:30",
         "birthday cake", "birthday cake", doubts=["which_week"]),
    # Who: at the beginning, in the middle, at the end; particles and titles; digits.
    Case("전화 김민수", "김민수", "call"),
    Case("어제 김민수 방문", "김민수", "visit", happened="05-12"),
    Case("김민수님이 카톡 옴", "김민수", "messenger", direction="in"),
    Case("이서연씨가 전화 왔음", "이서연", "call", direction="in"),
    Case("박지훈 사장님 방문", "박지훈", "visit"),
    Case("최지우한테 문자 보냄", "최지우", "text", direction="out"),
    Case("정하나께 전화드림", "정하나", "call", direction="out"),
    Case("꽃다발 문의 홍길동", "홍길동", body="꽃다발 문의"),
    Case("1234 방문", "1234", "visit"),
    Case("010-1234-5678 전화 안 받음", "010-1234-5678", "call", direction="out",
         outcome="no_answer"),
    Case("01012345678 문자", "01012345678", "text"),
    Case("Mr. Kim called in", "Kim", "call", direction="in"),
    Case("Sara's order, visit", "Sara", "visit", body="order"),
    Case("call from Tom Brown about cake", "Tom Brown", "call", direction="in", body="about cake"),
    # Kinds, directions, outcomes.
    Case("통화 김민수", "김민수", "call", outcome="talked"),
    Case("김민수 부재중 전화", "김민수", "call", direction="in", outcome="no_answer"),
    Case("김민수 전화 안받음", "김민수", "call", direction="out", outcome="no_answer"),
    Case("김민수 전화 음성 남김", "김민수", "call", outcome="left_message"),
    Case("김민수 미팅", "김민수", "meeting"),
    Case("김민수 메일로 견적 보냄", "김민수", "email", body="견적 보냄"),
    Case("김민수 컴플레인 배송 늦음", "김민수", "complaint", body="배송 늦음"),
    Case("김민수 메모 딸기 알레르기", "김민수", "note", body="딸기 알레르기"),
    Case("김민수 전화 가격 문의", "김민수", "call", outcome="asked_price"),
    Case("Tom no answer", "Tom", outcome="no_answer"),
    Case("left voicemail Tom", "Tom", "call", direction="out", outcome="left_message"),
    Case("missed call from Tom", "Tom", "call", direction="in", outcome="no_answer"),
    Case("met with Tom", "Tom", "meeting"),
    Case("texted Tom", "Tom", "text"),
    Case("Tom stopped by", "Tom", "visit"),
    Case("talked to Tom", "Tom", outcome="talked"),
    Case("김민수 전화 방문 예정", "김민수", "call", body="방문 예정", doubts=["kind"]),
    # Planned: what is only said behind the date, or as something to do.
    Case("김민수 토요일 방문", "김민수", "visit", "05-16", planned=True),
    Case("내일 김민수 전화하기", "김민수", "call", "05-14", planned=True),
    Case("김민수 전화 토요일 방문", "김민수", "call", "05-16", body="방문", words="방문"),
    # Days.
    Case("김민수 내일 견적", "김민수", on="05-14", body="견적", words="견적"),
    Case("김민수 모레", "김민수", on="05-15"),
    Case("김민수 글피", "김민수", on="05-16"),
    Case("김민수 오늘 방문", "김민수", "visit", happened="05-13"),
    Case("김민수 오늘까지 견적", "김민수", on="05-13", until=True, body="견적", words="견적"),
    Case("김민수 이번주 토요일", "김민수", on="05-16"),
    Case("김민수 다음 주 화", "김민수", on="05-19"),
    Case("김민수 담주 목요일", "김민수", on="05-21"),
    Case("김민수 다다음주 월요일", "김민수", on="05-25"),
    Case("김민수 지난주 금요일 방문", "김민수", "visit", happened="05-08"),
    Case("김민수 수요일", "김민수", on="05-20", doubts=["which_week"]),
    Case("김민수 다음주", "김민수", on="05-18", doubts=["which_day"]),
    Case("김민수 5/20", "김민수", on="05-20"),
    Case("김민수 5월 20일", "김민수", on="05-20"),
    Case("김민수 5/3", "김민수", on="2027-05-03", doubts=["which_year"]),
    Case("김민수 20일", "김민수", on="05-20"),
    Case("김민수 3일", "김민수", on="06-03", doubts=["past_or_future"]),
    Case("김민수 다음 달 5일", "김민수", on="06-05"),
    Case("김민수 2026-12-24", "김민수", on="12-24"),
    Case("김민수 2027년 1월 2일", "김민수", on="2027-01-02"),
    Case("김민수 3일 뒤", "김민수", on="05-16"),
    Case("김민수 2주 후", "김민수", on="05-27"),
    Case("김민수 한 달 뒤", "김민수", on="06-13"),
    Case("김민수 일주일 뒤", "김민수", on="05-20"),
    Case("김민수 사흘 뒤까지", "김민수", on="05-16", until=True),
    Case("Tom tomorrow", "Tom", on="05-14"),
    Case("Tom in 3 days", "Tom", on="05-16"),
    Case("Tom in a week", "Tom", on="05-20"),
    Case("Tom two weeks later", "Tom", on="05-27"),
    Case("Tom next Monday", "Tom", on="05-18"),
    Case("Tom this Friday", "Tom", on="05-15"),
    Case("Tom by Friday", "Tom", on="05-15", until=True),
    Case("Tom next week", "Tom", on="05-18", doubts=["which_day"]),
    Case("Tom May 20th", "Tom", on="05-20"),
    Case("Tom 20 May 2027", "Tom", on="2027-05-20"),
    Case("Tom 6/7", "Tom", on="06-07", doubts=["day_or_month"]),
    Case("Tom 20/5", "Tom", on="05-20"),
    Case("Tom last Friday visit", "Tom", "visit", happened="05-08"),
    Case("어제 김민수 방문 다음주 화 견적", "김민수", "visit", "05-19", happened="05-12",
         body="견적", words="견적"),
    Case("김민수 5월 20일 5월 22일", "김민수", on="05-20", body="5월 22일", words="5월 22일",
         doubts=["several_dates"]),
    # Times.
    Case("김민수 토요일 오전 10시", "김민수", on="05-16", at="10:00"),
    Case("김민수 토요일 오후 3시 반", "김민수", on="05-16", at="15:30"),
    Case("김민수 토요일 저녁 7시 20분", "김민수", on="05-16", at="19:20"),
    Case("김민수 토요일 낮 12시", "김민수", on="05-16", at="12:00"),
    Case("김민수 토요일 정오", "김민수", on="05-16", at="12:00"),
    Case("김민수 토요일 새벽 2시", "김민수", on="05-16", at="02:00"),
    Case("김민수 토요일 15:30", "김민수", on="05-16", at="15:30"),
    Case("김민수 토요일 15시", "김민수", on="05-16", at="15:00"),
    Case("김민수 토요일 세시", "김민수", on="05-16", at="15:00", doubts=["am_or_pm"]),
    Case("김민수 토요일 10시", "김민수", on="05-16", at="10:00", doubts=["am_or_pm"]),
    Case("Tom Saturday at 3", "Tom", on="05-16", at="15:00", doubts=["am_or_pm"]),
    Case("Tom Saturday 9:15 am", "Tom", on="05-16", at="09:15"),
    Case("Tom Saturday noon", "Tom", on="05-16", at="12:00"),
    Case("Tom 3pm", "Tom", on="05-13", at="15:00", doubts=["past_or_future"]),
    # Money.
    Case("김민수 8만원", "김민수", minor=80_000, body="8만원"),
    Case("김민수 50,000원 결제", "김민수", minor=50_000, body="50,000원 결제"),
    Case("김민수 3만 5천원", "김민수", minor=35_000, body="3만 5천원"),
    Case("김민수 5천원", "김민수", minor=5_000, body="5천원"),
    Case("김민수 5만 5/20", "김민수", minor=50_000, on="05-20", body="5만", words="5만"),
    Case("Tom paid $12.50", "Tom", minor=1_250, body="paid $12.50"),
    Case("Tom 20 dollars", "Tom", minor=2_000, body="20 dollars"),
    Case("Tom ₩50k", "Tom", minor=50_000, body="₩50k"),
    # Nothing to understand.
    Case(""),
    Case("   "),
    Case("장미 한 다발", "장미", body="한 다발"),
    Case("...!?"),
]  # fmt: skip


def day(text: str) -> date | None:
    if not text:
        return None
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_a_line_says(case: Case) -> None:
    line = read_line(case.text, TODAY)
    candidates = {one.text: one for one in line.who}
    assert not case.who or case.who in candidates
    who = candidates.get(case.who)
    assert (line.kind.code if line.kind else "") == case.kind
    assert (line.direction.code if line.direction else "") == case.direction
    assert (line.outcome.code if line.outcome else "") == case.outcome
    assert line.planned == case.planned
    assert (line.money.minor if line.money else None) == case.minor
    assert (line.follow_up.on if line.follow_up else None) == day(case.on)
    at = time.fromisoformat(case.at) if case.at else None
    assert (line.follow_up.at if line.follow_up else None) == at
    assert (line.follow_up.until if line.follow_up else False) == case.until
    assert line.happened_on == day(case.happened)
    assert [doubt.about for doubt in line.doubts] == case.doubts
    assert line.body(who) == case.body
    assert line.words(who) == case.words


def test_whole_names_come_before_their_parts() -> None:
    names = [one.text for one in read_line("call Kim Minsu, wants delivery", TODAY).who]
    assert names[:3] == ["Kim Minsu", "Kim", "Minsu"]


def test_what_was_understood_is_where_it_says() -> None:
    text = "이서연 방문 5만원 결제 다음주 화요일까지 견적"
    line = read_line(text, TODAY)
    found = [text[span.start : span.end] for span in line.spans]
    assert found == ["방문", "5만원", "다음주 화요일까지"]
    assert text[line.who[0].span.start : line.who[0].span.end] == "이서연"


def test_the_first_choice_of_a_doubt_is_the_one_proposed() -> None:
    line = read_line("Tom next Fri at 3", TODAY)
    assert [doubt.choices for doubt in line.doubts] == [
        (date(2026, 5, 22), date(2026, 5, 15)),
        (time(15), time(3)),
    ]


def test_a_29th_of_february_is_the_next_there_is() -> None:
    line = read_line("김민수 2/29", TODAY)
    assert line.follow_up is not None
    assert line.follow_up.on == date(2028, 2, 29)


@pytest.mark.parametrize("text", ["5월 32일", "13월 1일", "25:00", "99일", "2/30", "0월 0일"])
def test_what_is_no_date_stays_text(text: str) -> None:
    line = read_line(f"김민수 {text}", TODAY)
    assert line.follow_up is None
    assert text in line.body()


def test_every_word_of_the_tables_means_something() -> None:
    codes = {*KINDS, *OUTCOMES, "note", "in", "out"}
    for table in ("happened", "planned"):
        assert {code for said in words()[table].values() for code in said.split()} <= codes


def test_a_very_long_line_is_read_at_its_beginning_and_kept_whole() -> None:
    text = "김민수 전화 " + "가나 " * 50_000
    line = read_line(text, TODAY)
    assert line.kind is not None
    assert len(line.who) <= 40
    assert len(line.body()) > 90_000


def disjoint(line: QuickLine) -> bool:
    known = [*line.spans]
    own = all(a == b or not a.overlaps(b) for a in known for b in known)
    return own and not any(who.span.overlaps(span) for who in line.who for span in known)


_words = st.sampled_from(
    [*words()["happened"], *words()["planned"], *words()["days"], *words()["half_days"],
     "김민수님이", "Kim", "토요일",
     "다음 주 화", "5/20", "3시", "15:30", "3pm", "20일", "5만원", "₩3,000",
     "in 3 days", "0000",
     "010-1234-5678", "2/29", "by Friday", "next", "last sun", ",", "까지", "반"]
)  # fmt: skip


@given(st.lists(_words | _JUNK, max_size=9).map(" ".join), st.dates())
def test_nothing_typed_is_an_error_and_no_two_spans_overlap(text: str, today: date) -> None:
    line = read_line(text, today)
    assert disjoint(line)
    for span in [*line.spans, *(one.span for one in line.who)]:
        assert 0 <= span.start < span.end <= len(text)
    for who in [None, *line.who]:
        assert isinstance(line.body(who), str)
        assert isinstance(line.words(who), str)
    if line.follow_up:
        assert line.follow_up.on >= today or line.doubts
        assert set(line.follow_up.spans) <= set(line.spans)
    if line.happened_on and date.min + timedelta(8) < today:
        assert line.happened_on <= today


@given(st.text(max_size=400) | st.sampled_from(["frİday", "Tom by ſunday", "APRİL 3"]))
def test_no_text_is_an_error(text: str) -> None:
    assert disjoint(read_line(text, TODAY))
