"""Deals in a real window: dragged to a sale, and from an enquiry to a goal by keys alone."""

import time
from itertools import cycle

import pytest
from PySide6.QtCore import QPoint, QTimer

from app.bootstrap import open_core
from app.settings import TIME_ZONE
from app.shapes.goals import GoalForm
from tests.ui.pipeline_parts import add_deal, cards, make_pipeline
from tests.ui.real_keys import front, in_file, run, tab_to
from ui.common.deal_closing import WonDialog
from ui.deals.deal_dialog import DealDialog
from ui.deals.page import DealPage
from ui.enquiries.who_dialog import WhoDialog
from ui.pipeline.page import ENQUIRIES, PipelinePage
from ui.printing.quote_view import QuoteView
from ui.quote_parts import QuoteParts
from ui.quotes.dialog import QuoteDialog

pytestmark = pytest.mark.x11
STAGE = """
SELECT pipeline_stage.name FROM deal JOIN pipeline_stage ON pipeline_stage.id = deal.stage_id
WHERE deal.title = ?
"""
PEOPLE = "SELECT count(*) FROM contact WHERE name = ?"
QUOTES = "SELECT status FROM quote"
LONGEST = 20  # s of one drag
SALES = "SELECT total FROM sale WHERE deleted_at IS NULL ORDER BY total"


@pytest.fixture
def board_page(qtbot, people, core, open_program):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    pipeline = make_pipeline(core)
    core.goals.add(GoalForm(metric="revenue", target=10_000_000))
    add_deal(core, pipeline, "By mouse", contact_id=people[0], amount=1_000_000)
    add_deal(core, pipeline, "By keys", "Quote sent", contact_id=people[1], amount=2_000_000)
    core.close()
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open, timeout=30_000)
    window = program.window
    qtbot.waitUntil(lambda: window.findChild(PipelinePage) is not None, timeout=30_000)
    page = window.findChild(PipelinePage)
    qtbot.waitUntil(lambda: page in [window.stack.widget(n) for n in range(window.stack.count())])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_page_of(page)
    qtbot.waitUntil(lambda: page.board.is_read and len(page.board.board.columns) == 3)
    return page


class Drag:
    """Drags with the real mouse: while Qt carries something no test goes on, but timers do."""

    def __init__(self, qtbot, *steps):
        """Each step is tried again and again until it returns True."""
        self._qtbot, self._steps = qtbot, list(steps)
        self._timer = QTimer(interval=30)
        self._timer.timeout.connect(self._on_timeout)
        self._began = time.monotonic()

    def go(self):
        self._timer.start()
        self._qtbot.waitUntil(lambda: not self._steps, timeout=LONGEST * 1000)
        self._timer.stop()

    def _on_timeout(self):
        if self._steps and self._steps[0]():
            self._steps.pop(0)
        elif time.monotonic() - self._began > LONGEST / 2:
            run("key", "Escape")  # it goes nowhere: let the test tell
            run("mouseup", 1)


def to(widget, at=None, button=""):
    """Move the mouse to a point of a widget, and press or let go a button there."""

    def act():
        place = widget.mapToGlobal(widget.rect().center() if at is None else at)
        run("mousemove", place.x(), place.y(), *(("mousedown", 1) if button else ()))
        return True

    return act


def carried_to(widget, at, arrived):
    """Move back and forth over a point until what is carried has been seen there."""
    places = cycle((at, at + QPoint(3, 3)))

    def act():
        to(widget, next(places))()
        return arrived()

    return act


def let_go():
    run("mouseup", 1)
    return True


def win(qtbot, keys, page):
    """Choose the first reason in the dialog and say it is won."""
    front(qtbot, WonDialog)
    keys.press("Tab", "Down", "ctrl+Return")
    qtbot.waitUntil(page.window().isActiveWindow)


def test_deals_are_dragged_and_carried_to_a_sale_and_taken_back(qtbot, board_page, keys, shop):
    page, board = board_page, board_page.board.board
    first, second = board.columns[0], board.columns[1]
    card = first.view.rect_of(0).center().toPoint()
    viewport = first.view.viewport()
    Drag(
        qtbot,
        to(viewport, card, "down"),
        carried_to(viewport, card + QPoint(20, 20), lambda: board.carried is not None),
        carried_to(second, QPoint(80, 200), lambda: second.is_aimed and board.bars.isVisible()),
        let_go,
        lambda: board.carried is None,
    ).go()
    qtbot.waitUntil(lambda: in_file(shop, STAGE, "By mouse") == ["Quote sent"])
    qtbot.waitUntil(lambda: page.board.is_read and len(cards(page, "Quote sent")) == 2)

    line = second.cards.line_of(page.board.board.row.id)
    card = second.view.rect_of(line).center().toPoint()
    viewport, won = second.view.viewport(), board.bars.bars["won"]
    Drag(
        qtbot,
        to(viewport, card, "down"),
        carried_to(viewport, card + QPoint(20, 20), board.bars.isVisible),
        carried_to(won, QPoint(60, 30), lambda: board.carried.aim.bar == "won"),
        let_go,
        lambda: board.carried is None,
    ).go()
    win(qtbot, keys, page)
    qtbot.waitUntil(lambda: in_file(shop, SALES) == [1_000_000])

    qtbot.waitUntil(lambda: page.board.is_read and cards(page, "Quote sent") == ["By keys"])
    board.focus_first()
    keys.press("space", "Right", "space")
    qtbot.waitUntil(lambda: in_file(shop, STAGE, "By keys") == ["Contract"])
    qtbot.waitUntil(lambda: page.board.is_read)
    keys.press("space", "Down", "space")
    win(qtbot, keys, page)
    qtbot.waitUntil(lambda: in_file(shop, SALES) == [1_000_000, 2_000_000])
    qtbot.waitUntil(lambda: page.board.is_read)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, STAGE, "By keys") == ["Contract"])


def test_an_enquiry_becomes_a_person_a_deal_a_quote_a_sale_and_counts_for_the_goal_by_keys_alone(
    qtbot, board_page, keys, shop, clock
):
    page, window = board_page, board_page.window()
    quotes = window.findChild(QuoteParts)
    tab_to(qtbot, keys, page.views)
    keys.press("Right", "Right", "Right")
    qtbot.waitUntil(lambda: page.view == ENQUIRIES)
    inbox = page.made(ENQUIRIES)
    keys.press("n")
    qtbot.waitUntil(inbox.new_line.who.hasFocus)
    keys.words("Choi Subin")
    keys.press("Return")
    keys.words("A wreath")
    keys.press("Return")
    qtbot.waitUntil(lambda: inbox.model.rowCount() == 1)
    tab_to(qtbot, keys, inbox.table)
    qtbot.waitUntil(lambda: inbox.current() is not None)
    keys.press("p")
    front(qtbot, WhoDialog)
    keys.press("ctrl+Return")
    qtbot.waitUntil(lambda: in_file(shop, PEOPLE, "Choi Subin") == [1])
    qtbot.waitUntil(lambda: window.isActiveWindow() and inbox.current() is not None)
    tab_to(qtbot, keys, inbox.table)
    keys.press("d")
    dialog = front(qtbot, DealDialog)
    tab_to(qtbot, keys, dialog.amount)
    keys.words("500000")
    keys.press("ctrl+Return")
    qtbot.waitUntil(lambda: isinstance(window.page(), DealPage))
    deal_page = window.page()
    qtbot.waitUntil(lambda: window.isActiveWindow() and deal_page.deal_id is not None)
    keys.press("q")
    front(qtbot, QuoteDialog)
    keys.press("ctrl+Return")
    view = front(qtbot, QuoteView)
    for act, state in (("send", "sent"), ("accept", "accepted")):
        tab_to(qtbot, keys, quotes.side.buttons[act])
        keys.press("space")
        if act == "accept":
            front(qtbot, WonDialog)
            keys.press("Tab", "Down", "ctrl+Return")
        qtbot.waitUntil(lambda state=state: in_file(shop, QUOTES) == [state])
        qtbot.waitUntil(view.isActiveWindow)
    assert in_file(shop, SALES) == [500_000]
    core = open_core(shop, now=clock)
    (goal,) = core.goals.all()
    assert core.goals.progress(goal.id).reached == 500_000
    core.close()
