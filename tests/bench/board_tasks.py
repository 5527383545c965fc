"""What is timed of the board: python -m tests.bench.board_tasks TASK PATH..."""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.tasks import Report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import Core
    from ui.pipeline.page import PipelinePage

ROUNDS = 15
STAGES = (("Inquiry", 10), ("Quote", 30), ("Visit", 50), ("Terms", 70), ("Contract", 90))
NOW = datetime.now(UTC)
DEAL = """
INSERT INTO deal (id, contact_id, title, pipeline_id, stage_id, amount, currency, probability,
  expected_close, next_step, next_step_kind, next_step_at, owner_id, board_rank, stage_entered_at)
VALUES (?, ?, ?, ?, ?, ?, 'KRW', ?, ?, ?, ?, ?, ?, ?, ?)
"""


def make(shop: Path, deals: str) -> Report:
    """Make a shop with so many open deals of a third as many contacts."""
    from app.bootstrap import open_core
    from app.ops import Op
    from app.shapes.contacts import ContactForm
    from app.shapes.pipelines import PipelineForm, StageForm
    from db.bare import driver

    count = int(deals)
    core = open_core(shop)
    draw = random.Random(1)
    people = [core.contacts.add(ContactForm(f"고객 {n}")) for n in range(max(1, count // 50))]
    stages = [StageForm(name=name, probability=chance, rot_days=7) for name, chance in STAGES]
    stages += [StageForm(name="Won", kind="won", probability=100)]
    stages += [StageForm(name="Lost", kind="lost")]
    pipeline = core.pipelines.get(
        core.pipelines.add(PipelineForm(name="Board", stages=tuple(stages)))
    )
    opened = [(stage.id, stage.probability) for stage in pipeline.stages if stage.kind == "open"]
    with core.store.action(Op.MAKE_DEMO, count=count) as unit:
        connection = unit._session.connection()
        first = core.database.ids.reserve(count)
        rows = []
        for number in range(count):
            stage_id, chance = draw.choice(opened)
            entered = NOW - timedelta(days=draw.randint(0, 20))
            close = (NOW + timedelta(days=draw.randint(0, 90))).date().isoformat()
            step = (NOW + timedelta(days=draw.randint(-5, 20))).date().isoformat()
            planned = draw.random() < 0.8
            rows.append((
                first + number, draw.choice(people), f"거래 {number}", pipeline.id, stage_id,
                draw.randint(10, 500) * 10_000, chance, close, "Call" if planned else None,
                "call" if planned else None, step if planned else None, core.store.actor_id,
                number * 1024, entered.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            ))  # fmt: skip
        driver(connection).cursor().executemany(DEAL, rows)
    core.close()
    return {"deals": count}


def board(shop: Path) -> Report:
    """Read and paint the board, carry a card over it, drop it; ms on the clock and of work."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import open_core
    from ui.pipeline.carrying import Aim
    from ui.waiting import settle, wait_until

    application = QApplication([])
    gc.disable()
    core = open_core(shop)
    page = page_of(application, core, shop.parent)
    page.resize(1224, 844)
    page.show()
    wait_until(lambda: page.board.is_read and page.board.board.columns)
    settle(200)
    shown = page.board.board
    turns = iter(range(1, 1_000))

    def read() -> None:
        page.board.reload()
        wait_until(lambda: page.board.is_read)
        application.processEvents()

    def frame() -> None:
        number = next(turns)
        shown.aim(Aim(shown.columns[number % len(shown.columns)].stage_id))
        application.processEvents()

    def drop() -> None:
        row = shown.columns[0].cards.rows[3]
        shown.moved.emit(row, shown.columns[2].stage_id, 0)
        application.processEvents()

    def written() -> None:
        wait_until(lambda: page.board.is_read)
        settle(50)

    told = timed("board", read, application.processEvents)
    shown.take(shown.columns[0].cards.rows[3], by_keys=False)
    told |= timed("frame", frame, application.processEvents)
    shown.cancel()
    told |= timed("drop", drop, written)
    page.close()
    page.kit.runner.stop()
    core.close()
    return told


def page_of(application: QApplication, core: Core, folder: Path) -> PipelinePage:
    """Return the page of a shop, with all it is given."""
    from ui.common.bridge import ChangeBridge
    from ui.common.formats import Formats
    from ui.common.jobs import JobRunner
    from ui.common.kit import Kit
    from ui.common.language import Language
    from ui.common.messages import Messages
    from ui.common.state import WindowState
    from ui.common.theme import Theme
    from ui.pipeline.page import PipelinePage
    from ui.pipeline_parts import desk_of

    theme, language = Theme(application), Language(application)
    theme.use(reduced_motion=True)
    kit = Kit(
        theme=theme, language=language, messages=Messages(language),
        formats=Formats(language, lambda: NOW), runner=JobRunner(),
        state=WindowState(folder / "window.ini"),
    )  # fmt: skip
    return PipelinePage(kit, desk_of(core, lambda: "KRW"), ChangeBridge(core.bus, application))


def timed(name: str, act: Callable[[], None], rest: Callable[[], object]) -> Report:
    """Return the medians of an act: ms on the clock, and of processor time."""
    took, worked = [], []
    for _round in range(ROUNDS):
        began, busy = time.perf_counter(), time.process_time()
        act()
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
        rest()
    return {name: median(took), f"{name}_cpu": median(worked)}


TASKS: dict[str, Callable[..., Report]] = {"make": make, "board": board}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])))
