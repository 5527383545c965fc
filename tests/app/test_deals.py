"""Deals through their stages: the way they went, how likely they are, how they end."""

from dataclasses import replace
from datetime import date

import pytest

from app.errors import GoneError, Problem
from app.settings import TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealFilter, DealForm, LostForm, PartyForm, WonForm
from app.shapes.interactions import InteractionForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm
from app.shapes.task_plans import PlanForm, StepForm
from app.shapes.tasks import TaskForm
from tests.app.shop_deals import NAMED, add, form, reason, refused, row, stage
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return core.contacts.add(ContactForm(name="김민지"))


@pytest.fixture
def pipeline(core, kim):
    return core.pipelines.get(core.pipelines.add(NAMED))


def log(core, contact_id, outcome):
    core.interactions.log(InteractionForm(contact_ids=(contact_id,), kind="call", outcome=outcome))


def test_probability_follows_the_stage_unless_it_is_by_hand_and_is_sure_at_the_end(core, pipeline):
    deal = add(core, amount=1_000_001, pipeline_id=pipeline.id)
    core.deals.move([deal], stage(pipeline, "조율"))
    assert (row(core, deal).probability, row(core, deal).weighted) == (60, 600_001)
    core.deals.set_probability([deal], 35)
    core.deals.move([deal], stage(pipeline, "첫 만남"))
    assert (row(core, deal).probability, row(core, deal).probability_by) == (35, "manual")
    core.deals.win(deal, WonForm(reason_id=reason(core, "won")))
    won = row(core, deal)
    assert (won.probability, won.weighted, won.stage_kind) == (100, 0, "won")
    core.deals.reopen([deal])
    assert (row(core, deal).probability, row(core, deal).stage) == (20, "첫 만남")
    core.deals.lose([deal], LostForm(reason_id=reason(core, "lost")))
    assert (row(core, deal).probability, row(core, deal).reason) == (0, "가격")


def test_what_a_model_says_is_never_sure_and_closes_nothing(core, pipeline):
    deal = add(core, pipeline_id=pipeline.id)
    for said, kept in ((100, 99), (0, 1), (40, 40)):
        core.deals.set_probability([deal], said, "model")
        assert (row(core, deal).probability, row(core, deal).stage_kind) == (kept, "open")
    core.deals.lose([deal], LostForm(reason_id=reason(core, "lost")))
    core.deals.set_probability([deal], 80, "model")
    core.deals.put([deal], note="아직도 생각 중")
    assert (row(core, deal).probability, row(core, deal).stage_kind) == (0, "lost")


def test_the_way_a_deal_went_is_kept_with_its_days_and_can_be_taken_back(core, pipeline, clock):
    deal = add(core, pipeline_id=pipeline.id)
    clock.move(days=3, hours=5)
    core.deals.move([deal], stage(pipeline, "조율"))
    before = logical_dump(core.path)
    clock.move(days=4)
    core.deals.win(deal, WonForm(reason_id=reason(core, "won")))
    moves = core.deal_board.detail(deal).moves
    assert [(m.from_stage, m.to_stage, m.days) for m in moves] == [
        ("", "첫 만남", None), ("첫 만남", "조율", 3), ("조율", "계약완료", 4),
    ]  # fmt: skip
    core.history.undo()
    assert logical_dump(core.path) == before


def test_deals_stand_where_they_were_put_between_two_others(core, pipeline):
    a, b, c, d = (add(core, title, pipeline_id=pipeline.id) for title in "ABCD")
    goal = stage(pipeline, "조율")

    def order():
        told = core.deal_board.page(DealFilter(stage_ids=(goal,), sort="rank"))
        return "".join(one.title for one in told)

    core.deals.move([a, b], goal)
    assert order() == "BA"
    core.deals.move([c], goal, before=a)
    assert order() == "BCA"
    core.deals.move([d], goal, after=a)
    assert order() == "BCAD"
    for _turn in range(15):  # no room is left between them
        core.deals.move([a], goal, before=c, after=b)
        core.deals.move([d], goal, before=a, after=b)
    assert order() == "BDAC"
    core.deals.move([b], goal, after=c)
    core.deals.move([a, d], goal, before=c)
    assert order() == "ADCB"


def test_ends_need_a_reason_and_some_reasons_a_note(core, pipeline):
    deal = add(core, pipeline_id=pipeline.id)
    refused(Problem.REQUIRED, "reason_id", core.deals.win, deal, WonForm())
    refused(Problem.REQUIRED, "reason_id", core.deals.lose, [deal], LostForm())
    wrong = LostForm(reason_id=reason(core, "won"))
    refused(Problem.NOT_A_CHOICE, "reason_id", core.deals.lose, [deal], wrong)
    other = LostForm(reason_id=reason(core, "lost", -1))
    refused(Problem.REQUIRED, "note", core.deals.lose, [deal], other)
    core.deals.lose([deal], replace(other, note="이사 감", on="2026-05-10"))
    told = core.deal_board.detail(deal)
    assert (told.row.reason, told.reason_note) == ("기타", "이사 감")
    assert told.row.closed_at.startswith("2026-05-10T03:00")  # noon in Seoul
    refused(Problem.CLOSED, "deal", core.deals.lose, [deal], other)
    refused(Problem.CLOSED, "deal", core.deals.move, [deal], stage(pipeline, "조율"))
    price = reason(core, "lost")
    refused(Problem.REQUIRED, "into", core.pipelines.remove_reason, other.reason_id)
    core.pipelines.remove_reason(other.reason_id, price)
    assert row(core, deal).reason == "가격"
    core.history.undo()
    assert row(core, deal).reason == "기타"


def test_a_deal_waits_from_the_last_touch_of_its_customer_not_from_a_task(
    core, kim, pipeline, clock
):
    deal = add(core, contact_id=kim, pipeline_id=pipeline.id)  # slow after 3 days
    clock.move(days=3)
    assert (row(core, deal).days, row(core, deal).wait) == (3, "")
    clock.move(days=1)
    assert (row(core, deal).days, row(core, deal).wait) == (4, "amber")
    task = core.tasks.add(TaskForm(title="전화", kind="call", due_at="2026-05-18", deal_id=deal))
    told = row(core, deal)
    assert (told.days, told.wait, told.next_state, told.next_title) == (4, "", "later", "전화")
    assert core.task_lists.of_deal(deal)[0].contact_id == kim
    clock.move(days=3)  # the task is over
    assert (row(core, deal).wait, row(core, deal).next_state) == ("red", "overdue")
    core.tasks.remove([task])
    log(core, kim, "no_answer")
    assert (row(core, deal).days, row(core, deal).wait) == (7, "red")
    log(core, kim, "talked")
    assert (row(core, deal).days, row(core, deal).wait) == (7, "")
    clock.move(days=4)
    core.deals.put([deal], next_step="방문", next_step_kind="visit", next_step_at="2026-05-30")
    told = row(core, deal)
    assert (told.wait, told.next_state, told.next_kind) == ("amber", "later", "visit")
    assert core.deal_board.waiting()[1] == 1


def test_starter_plans_begin_once_and_stop_when_a_deal_is_closed(core, kim, pipeline):
    plan = core.task_plans.add(
        PlanForm(name="조율하기", steps=(StepForm(title="사진 보내기", kind="message"),))
    )
    goal = next(one for one in pipeline.stages if one.name == "조율")
    core.pipelines.edit_stage(goal.id, replace(form(goal), starter_plan_id=plan))
    deal = add(core, contact_id=kim, pipeline_id=pipeline.id)
    moved = core.deals.move([deal], goal.id)
    assert moved.unchecked == ("사진", "날짜")
    (task,) = core.task_lists.of_deal(deal)
    assert (moved.tasks, task.contact_id) == ((task.id,), kim)
    core.deals.tick(deal, goal.checks[0].id)
    core.deals.move([deal], stage(pipeline, "첫 만남"))
    again = core.deals.move([deal], goal.id)
    assert (again.tasks, again.unchecked) == ((), ("날짜",))
    core.deals.lose([deal], LostForm(reason_id=reason(core, "lost")))
    (task,) = core.task_lists.of_deal(deal)
    assert task.status == "cancelled"
    assert core.task_plans.runs(kim)[0].status == "stopped"


def test_a_won_deal_becomes_a_sale_with_its_lines_and_comes_round_again(core, kim, pipeline):
    rose = core.products.add(ProductForm(name="장미", price=12_000))
    deal = add(
        core, contact_id=kim, pipeline_id=pipeline.id, expected_close="2026-05-31",
        repeat_months=12, lines=(LineForm(12_000, rose, quantity=10_000), LineForm(30_000)),
        discount=10_000, parties=(PartyForm(kim, "pays"),),
    )  # fmt: skip
    assert row(core, deal).amount == 140_000
    before = logical_dump(core.path)
    won = core.deals.win(deal, WonForm(reason_id=reason(core, "won"), sale=True))
    sale = core.sale_lists.detail(won.sale_id)
    assert (sale.row.total, [line.name for line in sale.lines]) == (140_000, ["장미", ""])
    assert core.deal_board.detail(deal).sale_ids == (won.sale_id,)
    told = core.deal_board.detail(won.next_id)
    assert (told.row.expected_close, told.row.later_until) == ("2027-05-31", "2027-05-01")
    assert (told.parent_id, told.row.amount, told.parties[0].role) == (deal, 140_000, "pays")
    assert core.deal_board.ids() == []
    assert core.deal_board.ids(DealFilter(later=True)) == [won.next_id]
    events = [(e.what, e.title) for e in core.deal_board.timeline(deal)]
    assert {("made", "첫 만남"), ("move", "계약완료")} < set(events)
    assert "sale" in {what for what, _title in events}
    core.history.undo()
    assert logical_dump(core.path) == before


def test_a_part_of_a_deal_can_be_sold_and_another_amount_agreed_on(core, kim, pipeline):
    lines = (LineForm(10_000, description="꽃병", quantity=4_000), LineForm(30_000))
    deal = add(core, contact_id=kim, pipeline_id=pipeline.id, lines=lines)
    first = core.deal_board.detail(deal).lines[0]
    sale = core.deals.split(deal, {first.id: 3_000})
    assert core.sale_lists.rows([sale])[sale].total == 30_000
    assert (row(core, deal).amount, row(core, deal).stage_kind) == (40_000, "open")
    refused(Problem.MORE_THAN_LEFT, "quantity", core.deals.split, deal, {first.id: 2_000})
    won = core.deals.win(deal, WonForm(reason_id=reason(core, "won"), amount=35_000, sale=True))
    sold = core.sale_lists.detail(won.sale_id)
    assert (sold.row.total, sold.discount, len(sold.lines)) == (35_000, 5_000, 2)
    other = add(core, contact_id=kim, pipeline_id=pipeline.id, amount=90_000)
    part = core.deals.split(other, amount=20_000)
    assert core.sale_lists.rows([part])[part].total == 20_000
    core.deals.win(other, WonForm(reason_id=reason(core, "won")))
    refused(Problem.TAKEN, "deal", core.deals.to_sale, other)
    assert core.deal_board.of_contact(kim).won_value == 105_000


def test_odd_deals_are_kept_and_stand_in_no_sum_they_do_not_belong_to(core, kim, pipeline):
    first = pipeline.id
    add(core, "값 없음", pipeline_id=first)
    add(core, "달러", pipeline_id=first, amount=5_000, currency="USD")
    add(core, "옛날", pipeline_id=first, amount=100, expected_close="1970-01-01")
    held = add(core, "보류", pipeline_id=first, amount=7_000)
    core.deals.move([held], stage(pipeline, "기다림"))
    long = add(core, "가" * 300, pipeline_id=first, amount=200, owner_id=None)
    refused(Problem.TOO_LONG, "title", add, core, "가" * 501)
    refused(Problem.NOT_MONEY, "amount", add, core, amount=-1)
    board = core.deal_board.board(first)
    assert (board.count, board.all, board.value, board.weighted) == (5, 5, 300, 60)
    assert (board.no_value, board.others) == (1, (("USD", 1, 5_000),))
    assert [(c.stage.kind, c.count, c.value, c.weighted) for c in board.columns] == [
        ("open", 4, 300, 60), ("open", 0, 0, 0), ("on_hold", 1, 7_000, 0),
    ]  # fmt: skip
    totals = core.deal_board.totals(DealFilter(pipeline_id=first))
    assert (totals.value, totals.weighted, totals.others) == (300, 60, board.others)
    assert core.deal_board.find("가가")[0].id == long
    old = date(1970, 1, 1)
    assert [one.title for one in core.deal_board.closing(old, old)] == ["옛날"]
    nobody = core.deal_board.board(first, DealFilter(owner_ids=(0,)))
    assert (nobody.count, nobody.all, nobody.value) == (1, 5, 200)


def test_editing_a_deal_changes_all_that_is_typed_and_keeps_its_currency(core, kim, pipeline):
    deal = add(core, pipeline_id=pipeline.id, amount=5_000, currency="USD", probability=30)
    core.deals.edit(
        deal,
        DealForm(title="새 제목", contact_id=kim, amount=7_000, expected_close="2026-06-30",
                 parties=(PartyForm(kim, "uses"),)),
    )  # fmt: skip
    told = core.deal_board.detail(deal)
    assert (told.row.title, told.row.amount, told.row.currency) == ("새 제목", 7_000, "USD")
    assert (told.row.probability, told.row.probability_by) == (20, "stage")
    assert [(p.contact, p.role) for p in told.parties] == [("김민지", "uses")]
    core.deals.put([deal], expected_close="", owner_id=None, source="소개")
    told = row(core, deal)
    assert (told.expected_close, told.owner_id, told.source) == ("", None, "소개")
    assert core.deal_board.sources() == ["소개"]
    copied = core.deals.copy(deal)
    assert (row(core, copied).title, row(core, copied).amount) == ("새 제목", 7_000)


def test_two_windows_on_one_deal_see_what_the_other_did(core, kim, pipeline):
    deal = add(core, pipeline_id=pipeline.id, amount=100)
    seen = []
    core.bus.subscribe(seen.append)
    core.deals.lose([deal], LostForm(reason_id=reason(core, "lost")))
    assert deal in seen[-1].edited["deal"]
    refused(Problem.CLOSED, "deal", core.deals.win, deal, WonForm(reason_id=1))
    core.deals.remove([deal])
    with pytest.raises(GoneError):
        core.deals.put([deal], amount=5)
    assert [one.id for one in core.deal_board.trash()] == [deal]
    core.deals.bring_back([deal])
    assert row(core, deal).stage_kind == "lost"


def test_deals_put_off_are_on_no_board_until_their_day(core, pipeline, clock):
    deal = add(core, pipeline_id=pipeline.id, amount=100)
    core.deals.later([deal], "2026-05-20")
    board = core.deal_board.board(pipeline.id)
    assert (board.count, board.all, board.later) == (0, 1, 1)
    clock.move(days=8)
    assert core.deal_board.board(pipeline.id).count == 1
    refused(Problem.NOT_A_DATE, "on", core.deals.later, [deal], "2026-05-20")


def test_merging_hands_deals_over_and_erasing_leaves_them_to_nobody(core, kim, pipeline, shop):
    twin = core.contacts.add(ContactForm(name="김민지 실장", phone="010-0142-3377"))
    parties = (PartyForm(kim, "decides"), PartyForm(twin, "decides"))
    deal = add(
        core, "김민지 실장 결혼식", contact_id=twin, pipeline_id=pipeline.id, note="민지 언니",
        lines=(LineForm(50_000, description="김민지 실장 부케"),), parties=parties,
    )  # fmt: skip
    core.quotes.add(deal)
    core.tasks.add(TaskForm(title="김민지 실장 전화", due_at="2026-05-20", deal_id=deal))
    before = logical_dump(shop)
    core.duplicates.merge(kim, twin)
    told = core.deal_board.detail(deal)
    assert (told.row.contact_id, [p.contact_id for p in told.parties]) == (kim, [kim])
    assert told.quotes[0].contact_id == kim
    core.history.undo()
    assert logical_dump(shop) == before
    core.deals.win(deal, WonForm(reason_id=reason(core, "won"), sale=True))
    core.erasure.erase(twin)
    left = core.deal_board.detail(deal)
    assert (left.row.title, left.row.contact_id, left.row.amount) == ("—", None, 50_000)
    assert (left.row.next_state, left.quotes) == ("none", ())
    assert core.care.check() == []
    core.close()
    for text in ("실장", "언니"):
        assert text.encode() not in shop.read_bytes()


def test_a_deal_has_files_which_its_contact_has_too(core, kim, pipeline, tmp_path):
    deal = add(core, contact_id=kim, pipeline_id=pipeline.id)
    plan = tmp_path / "배치도.txt"
    plan.write_text("입구에 화환", encoding="utf-8")
    made = core.files.add(kim, plan, deal)
    core.files.add(kim, plan)
    assert [(file.id, file.name) for file in core.files.of_deal(deal)] == [(made, "배치도.txt")]
    assert len(core.files.of(kim)) == 2


def test_a_deal_of_somebody_in_the_trash_is_won_without_a_sale_or_once_they_are_back(
    core, pipeline, kim
):
    deal = add(core, amount=90_000, pipeline_id=pipeline.id, contact_id=kim)
    core.contacts.trash([kim])
    won = WonForm(reason_id=reason(core, "won"), sale=True)
    refused(Problem.IN_TRASH, "contact_id", core.deals.win, deal, won)
    assert row(core, deal).is_open
    core.contacts.restore([kim])
    assert core.deals.win(deal, won).sale_id is not None
