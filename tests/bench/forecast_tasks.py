"""What is timed of forecasts: python -m tests.bench.forecast_tasks TASK PATH..."""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from tests.bench.tasks import Report

ROUNDS = 7
OPEN = 5_000
YEARS = 4
SHARE_WON = 0.4
NOW = datetime.now(UTC)
STAGES = (("Inquiry", 10), ("Quote", 40), ("Terms", 70))
DEAL = """
INSERT INTO deal (id, title, pipeline_id, stage_id, amount, currency, probability, expected_close,
  created_at, stage_entered_at, closed_at) VALUES (?, ?, ?, ?, ?, 'KRW', ?, ?, ?, ?, ?)
"""
MOVE = """
INSERT INTO stage_move (id, deal_id, from_stage_id, to_stage_id, moved_at, days)
VALUES (?, ?, ?, ?, ?, ?)
"""


def make(shop: Path, closed: str) -> Report:
    """Make a shop with so many closed deals, each through all stages, and some open ones."""
    from app.bootstrap import open_core
    from app.ops import Op
    from app.shapes.pipelines import PipelineForm, StageForm
    from db.bare import driver

    count, draw = int(closed), random.Random(1)
    core = open_core(shop)
    stages = [StageForm(name=name, probability=chance, rot_days=7) for name, chance in STAGES]
    ends = [StageForm(name="Won", kind="won", probability=100), StageForm(name="Lost", kind="lost")]
    form = PipelineForm(name="Deals", stages=(*stages, *ends))
    pipeline = core.pipelines.get(core.pipelines.add(form))
    *opened, won, lost = pipeline.stages
    first = core.database.ids.reserve((count + OPEN) * (len(opened) + 1))
    deals: list[tuple[object, ...]] = []
    moves: list[tuple[object, ...]] = []
    for number in range(count + OPEN):
        done = number < count
        made = NOW - timedelta(days=draw.uniform(0, 365 * YEARS if done else 60))
        end = won if draw.random() < SHARE_WON else lost
        at = made
        for place, stage in enumerate(opened if done else ()):
            days = draw.expovariate(1 / 7)
            at = min(NOW, at + timedelta(days=days))
            to = opened[place + 1] if place + 1 < len(opened) else end
            moves.append(
                (first + count + OPEN + len(moves), first + number, stage.id, to.id, _stamp(at),
                 int(days))
            )  # fmt: skip
        stands = end if done else draw.choice(opened)
        close = made + timedelta(days=draw.uniform(5, 150))
        deals.append((
            first + number, f"거래 {number}", pipeline.id, stands.id,
            draw.randint(10, 500) * 10_000, stands.probability, close.date().isoformat(),
            _stamp(made), _stamp(at), _stamp(at) if done else None,
        ))  # fmt: skip
    with core.store.action(Op.MAKE_DEMO, count=count) as unit:
        cursor = driver(unit._session.connection()).cursor()
        cursor.executemany(DEAL, deals)
        cursor.executemany(MOVE, moves)
    core.close()
    return {"deals": count}


def forecast(shop: Path) -> Report:
    """Forecast six months of all pipelines; ms on the clock and of processor time."""
    from app.bootstrap import open_core

    core = open_core(shop)
    core.forecasts.forecast()
    gc.disable()
    took, worked = [], []
    for _round in range(ROUNDS):
        began, busy = time.perf_counter(), time.process_time()
        core.forecasts.forecast()
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    core.close()
    return {"forecast": median(took), "forecast_cpu": median(worked)}


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


TASKS: dict[str, Callable[..., Report]] = {"make": make, "forecast": forecast}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])))
