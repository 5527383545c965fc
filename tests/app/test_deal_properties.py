"""Whatever is done with deals: sums are those of the rows, and all of it can be taken back."""

import sqlite3
from contextlib import closing
from shutil import copy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import open_core
from app.errors import GoneError, InvalidInputError
from app.shapes.deals import DealFilter, DealForm, LostForm, WonForm
from app.shapes.sales import LineForm
from tests.conftest import TickingClock
from tests.dumps import logical_dump

ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "lines", "move", "between", "win", "lose", "reopen", "later", "guess", "put",
             "split", "trash", "restore", "unstage")
        ),
        st.integers(0, 5), st.integers(0, 6), st.integers(0, 10**6),
    ),
    min_size=6, max_size=12,
)  # fmt: skip
COUNTED = """
SELECT s.id, count(*), coalesce(sum(iif(d.currency = 'KRW', d.amount, 0)), 0),
  coalesce(sum(iif(d.currency = 'KRW' AND s.kind = 'open' AND d.amount IS NOT NULL,
    (d.amount * d.probability + 50) / 100, 0)), 0)
FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id
WHERE d.deleted_at IS NULL AND s.kind IN ('open', 'on_hold')
  AND NOT coalesce(d.later_until > '2026-05-12', 0) GROUP BY s.id
"""
WRONG = """
SELECT d.title FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id
WHERE (d.closed_at IS NOT NULL) <> (s.kind IN ('won', 'lost'))
  OR (s.kind = 'won' AND d.probability <> 100) OR (s.kind = 'lost' AND d.probability <> 0)
  OR d.pipeline_id <> s.pipeline_id
  OR (SELECT m.to_stage_id FROM stage_move m WHERE m.deal_id = d.id ORDER BY m.moved_at DESC,
      m.id DESC LIMIT 1) <> d.stage_id
"""


def act(core, pipeline, deals, what, which, place, number):
    stages = core.pipelines.get(pipeline).stages
    live = [stage for stage in stages if stage.is_open]
    if what == "add" or not deals:
        currency = "USD" if number % 7 == 0 else ""
        amount = None if number % 5 == 0 else number
        form = DealForm(title="꽃", pipeline_id=pipeline, amount=amount, currency=currency)
        deals.append(core.deals.add(form))
        return
    deal, stage = deals[which % len(deals)], live[place % len(live)].id
    won, lost = (core.pipelines.reasons(kind)[0].id for kind in ("won", "lost"))
    verbs = core.deals
    {
        "lines": lambda: verbs.set_lines(deal, (LineForm(number), LineForm(7, quantity=1_500))),
        "move": lambda: verbs.move([deal], stage),
        "between": lambda: verbs.move([deal], stage, before=deals[0], after=deals[-1]),
        "win": lambda: verbs.win(deal, WonForm(reason_id=won, sale=number % 2 == 0)),
        "lose": lambda: verbs.lose([deal], LostForm(reason_id=lost)),
        "reopen": lambda: verbs.reopen([deal]),
        "later": lambda: verbs.later([deal], "2026-06-01" if number % 2 else ""),
        "guess": lambda: verbs.set_probability([deal], number % 101 if number % 3 else None),
        "put": lambda: verbs.put([deal], amount=number, repeat_months=12),
        "split": lambda: verbs.split(deal, amount=number // 2),
        "trash": lambda: verbs.remove([deal]),
        "restore": lambda: verbs.bring_back([deal]),
        "unstage": lambda: core.pipelines.remove_stage(stage, live[-1].id),
    }[what]()


@settings(
    max_examples=4, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(acts=ACTS)
def test_sums_are_those_of_the_rows_and_undo_gives_everything_back(template, tmp_path, acts):
    path = copy(template, tmp_path / "shop.db")
    core = open_core(path, now=TickingClock())
    pipeline = core.pipelines.add_ready_made("repair")
    before, deals = logical_dump(path), []
    for one in acts:
        try:
            act(core, pipeline, deals, *one)
        except (InvalidInputError, GoneError):
            continue  # what cannot be done changes nothing
    board = core.deal_board.board(pipeline)
    with closing(sqlite3.connect(path)) as look:
        counted = {row[0]: row[1:] for row in look.execute(COUNTED)}
        assert look.execute(WRONG).fetchall() == []
    assert {c.stage.id: (c.count, c.value, c.weighted) for c in board.columns if c.count} == counted
    totals = core.deal_board.totals(DealFilter(pipeline_id=pipeline))
    assert (totals.count, totals.value, totals.weighted) == (
        board.count, board.value, board.weighted,
    )  # fmt: skip
    for column in board.columns:
        known = [c.amount for c in column.cards if c.currency == "KRW" and c.amount is not None]
        assert (sum(known), sum(c.weighted for c in column.cards if c.currency == "KRW")) == (
            column.value, column.weighted,
        )  # fmt: skip
    assert core.care.check() == []
    while core.history.next_undo().op != "add_pipeline":
        core.history.undo()
    assert logical_dump(path) == before
    core.close()
