"""Pipelines and their stages: names are free, what a stage means is its kind."""

from dataclasses import replace

import pytest

from app.errors import GoneError, Problem
from app.settings import LANGUAGE, TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealFilter, WonForm
from app.shapes.pipelines import PipelineForm, StageForm
from tests.app.shop_deals import NAMED, add, form, reason, refused, row, stage


@pytest.fixture
def kim(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return core.contacts.add(ContactForm(name="김민지"))


@pytest.fixture
def pipeline(core, kim):
    return core.pipelines.get(core.pipelines.add(NAMED))


def test_a_shop_without_pipelines_gets_one_with_its_first_deal(core, kim):
    assert core.pipelines.all() == []
    deal = add(core, contact_id=kim)
    (made,) = core.pipelines.all()
    assert [(s.name, s.kind, s.probability, s.rot_days) for s in made.stages] == [
        ("문의", "open", 10, 3), ("견적", "open", 40, 7), ("결정 대기", "open", 70, 7),
        ("성사", "won", 100, None), ("무산", "lost", 0, None),
    ]  # fmt: skip
    assert (row(core, deal).stage, row(core, deal).probability) == ("문의", 10)
    assert len(core.pipelines.reasons("lost")) == 13
    assert core.pipelines.reasons("lost")[-1].needs_note
    core.settings.put(LANGUAGE, "en")
    assert {one.key: one.name for one in core.pipelines.ready_made()}["repair"] == "Repairs"


def test_what_a_stage_is_called_matters_nowhere(core, pipeline, clock):
    deal = add(core, amount=500, pipeline_id=pipeline.id)
    clock.move(days=2)
    core.deals.win(deal, WonForm(reason_id=reason(core, "won")))
    assert row(core, deal).stage == "계약완료"
    assert row(core, deal).closed_at.startswith("2026-05-14")
    for one in pipeline.stages:
        core.pipelines.edit_stage(one.id, replace(form(one), name=f"Lost? {one.position}"))
    told = core.deal_board.page(DealFilter(kinds=("won",)))
    assert [one.id for one in told] == [deal]


def test_a_stage_that_goes_away_while_a_card_is_dragged_says_so(core, pipeline):
    deal = add(core, pipeline_id=pipeline.id)
    core.pipelines.remove_stage(stage(pipeline, "조율"))
    with pytest.raises(GoneError):
        core.deals.move([deal], stage(pipeline, "조율"))
    assert row(core, deal).stage == "첫 만남"
    refused(Problem.REQUIRED, "reason_id", core.deals.move, [deal], stage(pipeline, "계약완료"))


def test_a_pipeline_that_could_not_end_deals_is_refused_and_closing_in_one_says_so(core, pipeline):
    without = PipelineForm("x", tuple(s for s in NAMED.stages if s.kind != "won"))
    refused(Problem.NO_WON_STAGE, "stages", core.pipelines.add, without)
    refused(Problem.NO_WON_STAGE, "stages", core.pipelines.edit, pipeline.id, without)
    gone = stage(pipeline, "계약완료")
    refused(Problem.NO_WON_STAGE, "stages", core.pipelines.remove_stage, gone)
    refused(Problem.NO_WON_STAGE, "stages", core.pipelines.retire_stage, gone)
    with core.store.database.connection(writes=True) as connection:  # written past Dangol
        connection.exec_driver_sql(f"UPDATE pipeline_stage SET deleted_at = 'x' WHERE id = {gone}")
        connection.commit()
    deal = add(core, pipeline_id=pipeline.id)
    won = WonForm(reason_id=reason(core, "won"))
    refused(Problem.NO_WON_STAGE, "stage_id", core.deals.win, deal, won)


def test_deals_of_a_stage_that_is_removed_go_where_they_are_told(core, pipeline):
    first, second = stage(pipeline, "첫 만남"), stage(pipeline, "조율")
    deals = [add(core, title, pipeline_id=pipeline.id) for title in ("1", "2", "3")]
    refused(Problem.REQUIRED, "into", core.pipelines.remove_stage, first)
    won = stage(pipeline, "계약완료")
    refused(Problem.NOT_A_CHOICE, "into", core.pipelines.remove_stage, first, won)
    refused(Problem.IN_USE, "kind", core.pipelines.edit_stage, first, StageForm("x", kind="won"))
    left = [s for s in pipeline.stages if s.id != first]
    core.pipelines.edit(
        pipeline.id,
        PipelineForm("새 이름", (*map(form, left), StageForm("새 단계", probability=5))),
        {first: second},
    )
    told = core.deal_board.page(DealFilter(sort="rank"))
    assert [(one.id, one.stage, one.probability) for one in told] == [
        (deal, "조율", 60) for deal in reversed(deals)
    ]
    moves = core.deal_board.detail(deals[0]).moves
    assert (moves[-1].from_stage, moves[-1].to_stage) == ("첫 만남", "조율")
    core.history.undo()
    assert core.pipelines.get(pipeline.id).stages[0].name == "첫 만남"
    core.pipelines.edit_stage(first, replace(form(pipeline.stages[0]), probability=25))
    assert {row(core, deal).probability for deal in deals} == {25}


def test_a_deal_goes_to_another_pipeline_and_stands_in_its_sentence_of_history(core, kim, pipeline):
    deal = add(core, contact_id=kim, pipeline_id=pipeline.id, amount=100)
    other = core.pipelines.get(core.pipelines.add_ready_made("wholesale"))
    core.deals.move([deal], other.stages[1].id)
    assert (row(core, deal).pipeline, row(core, deal).probability) == ("도매 거래처", 25)
    (entry, *_rest) = core.history.entries(limit=5)
    assert (entry.op, entry.facts["name"]) == ("move_deals", "샘플")
    assert core.deal_board.board(pipeline.id).count == 0
    refused(Problem.IN_USE, "pipeline", core.pipelines.retire, other.id)
    assert core.pipelines.default().id == pipeline.id
    core.pipelines.make_default(other.id)
    core.pipelines.retire(pipeline.id)
    assert [one.id for one in core.pipelines.all()] == [other.id]
