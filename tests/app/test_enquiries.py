"""Enquiries: whom they are from, how long they wait, what becomes of them, files of web forms."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.errors import FileError, GoneError, InvalidInputError
from app.notice_words import notice_words
from app.score_words import reason_words
from app.settings import ANSWER_HOURS, OPEN_DAYS, TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.enquiries import EnquiryFilter, EnquiryForm
from app.shapes.interactions import InteractionForm
from app.shapes.scores import RuleForm
from app.words import sentence_of
from tests.dumps import logical_dump

FORM = """타임스탬프,이름,연락처,이메일,문의 내용,상품
2026-05-11 14:00,김민지,010-0101-0001,,6월 예식 꽃 가격이 궁금해요,
2026/05/11 오후 3:04:22,한소라,010-0101-0009,sora@example.com,오늘 꽃다발 되나요,장미 꽃다발
,,,,,
언젠가,박철수,010-0101-0010,,문의,
"""


@pytest.fixture
def seoul(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return core


@pytest.fixture
def minji(seoul):
    return seoul.contacts.add(ContactForm(name="김민지", phone="010-0101-0001"))


def asked(core, **told):
    return core.enquiries.add(EnquiryForm(text="장미 꽃다발 얼마예요?", **told))


def test_a_known_phone_says_who_it_is_and_an_unknown_one_becomes_a_person(seoul, minji):
    first = asked(seoul, phone="010 0101 0001")
    row = seoul.enquiries.get(first)
    assert (row.contact_id, row.who, row.status) == (minji, "김민지", "linked")
    other = asked(seoul, name="한소라", phone="010-0101-0009", referred_by_id=minji)
    assert seoul.enquiries.get(other).status == "new"
    assert seoul.enquiries.matches(other) == []
    made = seoul.enquiries.make_contact(other)
    assert seoul.contacts.detail(made).name == "한소라"
    assert seoul.enquiries.get(other).status == "linked"
    assert [one.other_id for one in seoul.relations.of(made)] == [minji]  # who sent them
    assert seoul.enquiries.matches_of("", name="한소라")[0].why == "name"
    with pytest.raises(InvalidInputError):
        seoul.enquiries.make_contact(other)
    seoul.history.undo()
    assert seoul.enquiries.get(other).contact_id is None
    assert seoul.care.check() == []


def test_a_deal_with_a_new_person_is_one_step_to_take_back(seoul):
    enquiry = asked(seoul, channel="walk_in")
    before = logical_dump(seoul.store.database.path)
    form = seoul.enquiries.deal_form(enquiry)
    person = ContactForm("최수빈", phone="010-0101-0011")
    deal = seoul.enquiries.to_deal(enquiry, replace(form, person=person))
    contact_id = seoul.deal_board.detail(deal).row.contact_id
    assert seoul.contacts.name_of(contact_id) == "최수빈"
    assert seoul.enquiries.get(enquiry).contact_id == contact_id
    seoul.history.undo()
    assert logical_dump(seoul.store.database.path) == before


def test_the_first_answer_stops_the_clock_and_undo_starts_it_again(seoul, minji, clock):
    one = asked(seoul, contact_id=minji)
    clock.move(minutes=90)
    waiting = seoul.enquiries.get(one)
    assert (waiting.waiting_min, waiting.is_waiting) == (90, True)
    seoul.interactions.log(InteractionForm(contact_ids=(minji,), kind="call", outcome="no_answer"))
    assert seoul.enquiries.get(one).status == "linked"  # nobody heard it
    seoul.interactions.log(InteractionForm(contact_ids=(minji,), kind="text", direction="out"))
    answered = seoul.enquiries.get(one)
    assert (answered.status, answered.waiting_min) == ("answered", 90)
    seoul.history.undo()
    assert seoul.enquiries.get(one).status == "linked"
    seoul.enquiries.answered([one])
    clock.move(hours=3)
    assert seoul.enquiries.get(one).waiting_min == 90
    seoul.enquiries.reopen([one])
    assert seoul.enquiries.get(one).is_waiting
    assert seoul.care.check() == []


def test_an_answer_is_due_in_open_hours_and_late_ones_are_told(seoul, clock):
    one = asked(seoul, name="한소라")  # Tuesday 9:20, the shop opens at 10
    assert seoul.enquiries.get(one).due_at == "2026-05-12T05:00:00.000Z"
    assert seoul.enquiries.get(one).level == ""
    clock.move(hours=4)
    assert seoul.enquiries.get(one).level == "amber"
    assert seoul.enquiries.counts().overdue == 0
    assert seoul.notices.all() == []
    clock.move(hours=1)
    assert seoul.enquiries.get(one).level == "red"
    assert seoul.enquiries.counts().overdue == 1
    (notice,) = seoul.notices.all()
    assert (notice.enquiry_id, notice.attention, notice.happened_at[:10]) == (
        one, True, "2026-05-12"
    )  # fmt: skip
    assert notice_words(notice, "ko") == "‘한소라’ 문의가 답변 기한을 넘겼어요."
    seoul.settings.put(ANSWER_HOURS, 2)
    seoul.settings.put(OPEN_DAYS, "MO,WE")
    other = asked(seoul, name="박철수")
    assert seoul.enquiries.get(other).due_at == "2026-05-13T03:00:00.000Z"  # Wednesday noon


def test_the_inbox_has_the_longest_waiting_first_and_closed_ones_leave_it(seoul, clock):
    first = asked(seoul, name="가", channel="web")
    clock.move(minutes=5)
    second = asked(seoul, name="나", channel="phone")
    third = asked(seoul, name="다", channel="phone")
    assert seoul.enquiries.ids() == [first, second, third]
    assert seoul.enquiries.ids(EnquiryFilter(channels=("web",))) == [first]
    assert seoul.enquiries.ids(EnquiryFilter(text="나")) == [second]
    assert seoul.enquiries.ids(EnquiryFilter(owner_ids=(0,))) == [first, second, third]
    seoul.enquiries.spam([first])
    seoul.enquiries.close([second])
    assert seoul.enquiries.ids() == [third]
    counts = seoul.enquiries.counts()
    assert (counts.waiting, counts.closed, counts.spam) == (1, 1, 1)
    assert seoul.enquiries.ids(EnquiryFilter(())) == [third, second, first]
    seoul.enquiries.remove([third])
    assert [row.id for row in seoul.enquiries.trash()] == [third]
    seoul.enquiries.bring_back([third])
    seoul.enquiries.reopen([first, second])
    assert [row.id for row in seoul.enquiries.waiting()] == [first, second, third]
    for step in seoul.history.entries(limit=5):
        for language in ("ko", "en"):
            assert "{" not in sentence_of(step.op, step.facts, language)


def test_what_cannot_be_kept_is_refused(seoul):
    for form in (
        EnquiryForm(),
        EnquiryForm(channel="pigeon", text="?"),
        EnquiryForm(text="x" * 20_001),
        EnquiryForm(text="?", received_at=seoul.enquiries._now() + timedelta(days=2)),
    ):
        with pytest.raises(InvalidInputError):
            seoul.enquiries.add(form)
    with pytest.raises(GoneError):
        seoul.enquiries.get(1)
    with pytest.raises(GoneError):
        asked(seoul, contact_id=1)
    long = seoul.enquiries.add(EnquiryForm(name="가" * 300, text="?"))
    assert len(seoul.enquiries.get(long).name) == 300


def test_merging_and_erasing_take_enquiries_along(seoul, minji):
    twin = seoul.contacts.add(ContactForm(name="김민지", phone="010-0101-0002"))
    one = asked(seoul, contact_id=twin)
    other = asked(seoul, name="한소라", referred_by_id=twin)
    theirs = asked(seoul, phone="010-0101-0002")
    seoul.enquiries.unlink(theirs)
    seoul.duplicates.merge(minji, twin)
    assert [row.id for row in seoul.enquiries.of_contact(minji)] == [one]
    assert seoul.enquiries.get(other).referred_by == "김민지"
    seoul.erasure.erase(minji)
    for gone in (one, theirs):
        with pytest.raises(GoneError):
            seoul.enquiries.get(gone)
    left = seoul.enquiries.get(other)
    assert (left.referred_by, left.name) == ("", "한소라")
    assert seoul.care.check() == []


def test_points_come_with_their_reasons_and_the_rules_can_be_changed(seoul, minji):
    one = asked(seoul, channel="walk_in", contact_id=minji, phone="010-0101-0001")
    score = seoul.lead_scores.enquiries([one])[one]
    assert seoul.lead_scores.deals([]) == {}
    assert {reason.kind for reason in score.reasons} == {"words", "phone", "channel"}
    assert (score.points, score.level) == (30, "warm")
    assert seoul.enquiries.get(one).score == 30
    rules = seoul.lead_scores.rules()
    assert rules == seoul.lead_scores.default_rules()
    seoul.lead_scores.put_rules([RuleForm("phone", points=50, label="전화 있음")])
    (rule,) = seoul.lead_scores.rules()
    reasons = seoul.lead_scores.enquiries([one])[one].reasons
    assert [reason_words(reason, "ko") for reason in reasons] == ["전화 있음"]
    seoul.lead_scores.put_rules([RuleForm("channel", "walk_in", -20), replace_rule(rule)])
    assert seoul.enquiries.get(one).score == 30  # 50 and 20 less
    seoul.lead_scores.put_rules([])
    assert seoul.lead_scores.rules() == []
    seoul.history.undo()
    assert len(seoul.lead_scores.rules()) == 2
    for odd in (
        RuleForm("nothing"), RuleForm("words"), RuleForm("value", "much"),
        RuleForm("phone", points=101), RuleForm("channel", "pigeon"),
    ):  # fmt: skip
        with pytest.raises(InvalidInputError):
            seoul.lead_scores.put_rules([odd])
    for rule in seoul.lead_scores.default_rules():
        for language in ("ko", "en"):
            assert "{" not in reason_words(rule, language)


def replace_rule(rule):
    return RuleForm(rule.kind, rule.operand, rule.points, rule.label, rule.id)


def test_a_web_forms_file_comes_in_once(seoul, minji, tmp_path, shop):
    path = tmp_path / "문의.csv"
    path.write_text(FORM, encoding="utf-8-sig")
    looked = seoul.enquiries.inspect_file(path)
    assert set(looked.columns) == {"received_at", "name", "phone", "email", "text", "product"}
    done = seoul.enquiries.import_file(path)
    assert (done.added, done.known, done.matched) == (2, 0, 1)
    assert [reason for _line, reason in done.failed] == ["enquiry_date"]
    rows = {row.who: row for row in seoul.enquiries.page()}
    assert rows["김민지"].contact_id == minji
    assert rows["김민지"].received_at == "2026-05-11T05:00:00.000Z"
    assert rows["한소라"].received_at == "2026-05-11T06:04:22.000Z"
    assert rows["한소라"].channel == "web"
    before = logical_dump(shop)
    again = seoul.enquiries.import_file(path)
    assert (again.added, again.known) == (0, 2)
    assert logical_dump(shop) == before
    seoul.enquiries.remove([rows["한소라"].id])
    assert seoul.enquiries.import_file(path).added == 0  # what was thrown away stays away
    seoul.history.undo()
    seoul.history.undo()
    assert seoul.enquiries.page() == []
    odd = tmp_path / "odd.csv"
    odd.write_text("색,크기\n빨강,큼\n", encoding="utf-8")
    with pytest.raises(FileError):
        seoul.enquiries.import_file(odd)
    keyed = tmp_path / "keyed.csv"
    keyed.write_text("id,message,channel\n7,안녕하세요,전화\n7,안녕하세요 또,전화\n", "utf-8")
    done = seoul.enquiries.import_file(keyed)
    assert (done.added, done.known) == (1, 1)
    assert seoul.enquiries.page()[0].channel == "phone"


def test_who_is_given_what_comes_in(seoul):
    owner = seoul.staff.all()[0].id
    jun, yu = seoul.staff.add("박준호"), seoul.staff.add("최유진")
    assert seoul.enquiries.get(asked(seoul, name="가")).owner_id is None  # by hand
    seoul.assignments.put("channel", "phone", "round_robin", [jun, yu])
    given = [seoul.enquiries.get(asked(seoul, name=str(n))).owner_id for n in range(3)]
    assert given == [jun, yu, jun]
    assert seoul.enquiries.get(asked(seoul, name="웹", channel="web")).owner_id is None
    seoul.assignments.put("channel", "phone", "least_busy")
    assert seoul.assignments.next("channel", "phone") == owner  # has nothing to do
    for n in range(2):
        asked(seoul, name=str(n), owner_id=owner)
    assert seoul.assignments.next("channel", "phone") == yu
    seoul.staff.remove(yu)
    assert seoul.assignments.next("channel", "phone") in (owner, jun)
    assert seoul.assignments.of("channel", "web").way == "hand"
    assert [one.way for one in seoul.assignments.all()] == ["least_busy"]
    told = seoul.enquiries.get(asked(seoul, name="나", owner_id=None))
    assert told.owner_id is None
    for scope, of, way in (("channel", "pigeon", "hand"), ("channel", "web", "dice")):
        with pytest.raises(InvalidInputError):
            seoul.assignments.put(scope, of, way)


def test_an_edited_enquiry_keeps_when_it_came(seoul, clock):
    one = asked(seoul, name="한소라")
    came = seoul.enquiries.get(one).received_at
    clock.move(hours=2)
    seoul.enquiries.edit(one, replace(EnquiryForm(text="백합"), name="한 소라"))
    row = seoul.enquiries.get(one)
    assert (row.received_at, row.text, row.name) == (came, "백합", "한 소라")
    assert datetime.fromisoformat(row.due_at) > datetime.fromisoformat(came)
