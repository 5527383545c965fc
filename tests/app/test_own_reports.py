"""Reports somebody built are kept, changed, thrown away and brought back."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from app.errors import GoneError, InvalidInputError
from app.shapes.filters import Condition, Filter
from app.shapes.reports import ReportPlan
from app.words import say

PLAN = ReportPlan(
    name=" Sales by channel ", rows="channel", measure="revenue", columns="month", chart="bar",
    filter=Filter((Condition("tag", "any_of", ("vip",)),)).to_json(), in_rail=False,
)  # fmt: skip


def test_a_report_is_kept_changed_thrown_away_and_brought_back(core, shop):
    first = core.own_reports.add(PLAN)
    second = core.own_reports.add(ReportPlan(name="Tasks", rows="owner", measure="tasks"))
    plan = core.own_reports.get(first).plan
    assert plan == replace(PLAN, name="Sales by channel")
    assert [one.id for one in core.own_reports.all()] == [first, second]

    core.own_reports.edit(first, replace(plan, name="매출", on_board=False))
    assert (core.own_reports.get(first).plan.name, plan.on_board) == ("매출", True)
    core.store.undo()
    assert core.own_reports.get(first).plan == plan

    core.own_reports.remove([first])
    assert [one.id for one in core.own_reports.all()] == [second]
    with pytest.raises(GoneError):
        core.own_reports.get(first)
    core.own_reports.bring_back([first])
    assert [one.id for one in core.own_reports.all()] == [first, second]
    assert core.care.check() == []

    # One of a newer Dangol, that says what is not known here, is read as far as it can be.
    with closing(sqlite3.connect(shop)) as other:
        newer = json.dumps({"rows": "owner", "chart": "globe", "measure": "tasks", "more": 1})
        other.execute("UPDATE report SET plan = ? WHERE id = ?", (newer, second))
        with pytest.raises(sqlite3.IntegrityError):
            other.execute("UPDATE report SET plan = 'no' WHERE id = ?", (second,))
        other.commit()
    assert core.own_reports.get(second).plan.chart == "table"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "report_name"), ({"name": "x" * 101}, "report_name"),
        ({"rows": ""}, "report_rows"), ({"measure": " "}, "report_measure"),
        ({"chart": "globe"}, "report_chart"), ({"filter": "{"}, "filter"),
    ],
)  # fmt: skip
def test_a_plan_that_says_too_little_is_refused(core, wrong, field):
    with pytest.raises(InvalidInputError) as refused:
        core.own_reports.add(replace(PLAN, **wrong))
    assert list(refused.value.problems) == [field]
    problem = refused.value.problems[field]
    if field != "filter":
        assert say(f"form.{field}.{problem}", "ko") != say(f"form.{field}.{problem}", "en")
    assert core.own_reports.all() == []
