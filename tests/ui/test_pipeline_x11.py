"""In a real window: from an enquiry to a goal by mouse alone, and by keys alone."""

import time
from itertools import cycle

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_core
from app.settings import TIME_ZONE
from app.shapes.goals import GoalForm
from tests.ui.pipeline_parts import add_deal, cards, make_pipeline
from tests.ui.real_keys import front, in_file, menu_in_front, run, tab_to
from ui.common.deal_closing import WonDialog
from ui.common.widgets.nav_item import NavItem
from ui.deals.deal_dialog import DealDialog
from ui.deals.page import DealPage
from ui.enquiries.who_dialog import WhoDialog
from ui.home.page import HomePage
from ui.pipeline.page import BOARD, ENQUIRIES, PipelinePage
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


def click(qtbot, keys, widget):
    """Click a widget once it stands still and nothing is in front of it."""
    places = []

    def stands():
        places.append(widget.mapToGlobal(widget.rect().center()))
        reached = QApplication.widgetAt(places[-1])
        there = reached is not None and (reached is widget or widget.isAncestorOf(reached))
        return there and places[-3:] == [places[-1]] * 3

    qtbot.waitUntil(stands)
    keys.click(widget)


def click_entry(qtbot, keys, words):
    """Click the entry of that text in the menu in front."""
    menu = menu_in_front(qtbot)
    entry = next(each for each in menu.actions() if each.text() == words)
    keys.click(menu, menu.actionGeometry(entry).center())


def click_choice(qtbot, keys, field, line):
    """Open a list to choose from and click one of its lines."""
    click(qtbot, keys, field)
    shown = field.view()
    qtbot.waitUntil(shown.isVisible)
    keys.click(shown.viewport(), shown.visualRect(shown.model().index(line, 0)).center())
    qtbot.waitUntil(lambda: field.currentIndex() == line)


def drag_card(column, title, goal, at, arrived):
    """Drag a card to a point of another widget, where `arrived` tells that it is seen."""
    board = column.window().findChild(PipelinePage).board.board
    row = next(each for each in column.cards.rows if each.title == title)
    card = column.view.rect_of(column.cards.line_of(row.id)).center().toPoint()
    viewport = column.view.viewport()
    return [
        to(viewport, card, "down"),
        carried_to(viewport, card + QPoint(20, 20), lambda: board.carried is not None),
        carried_to(goal, at, arrived),
        let_go,
        lambda: board.carried is None,
    ]


def take_in_by_mouse(qtbot, keys, inbox, who, what):
    """Type an enquiry into its line and click that it is taken in."""
    line = inbox.new_line
    for field, words in ((line.who, who), (line.text, what)):
        qtbot.waitUntil(field.isVisible)
        click(qtbot, keys, field)
        qtbot.waitUntil(field.hasFocus)
        keys.words(words)
        qtbot.waitUntil(lambda field=field, words=words: field.text() == words)
    click(qtbot, keys, line.add_button)
    qtbot.waitUntil(lambda: inbox.current() is not None)


def quote_by_mouse(qtbot, keys, quotes, shop):
    """Keep the quote that is asked for, say that it was sent, close it."""
    click(qtbot, keys, front(qtbot, QuoteDialog).save_button)
    view = front(qtbot, QuoteView)
    qtbot.waitUntil(quotes.side.buttons["send"].isVisible)
    click(qtbot, keys, quotes.side.buttons["send"])
    qtbot.waitUntil(lambda: in_file(shop, QUOTES) == ["sent"])
    qtbot.waitUntil(view.isActiveWindow)
    click(qtbot, keys, view.close_button)


def win_and_take_back_by_keys(qtbot, keys, page, shop):
    """Carry a deal over the board to the bar of those that are won, and undo that."""
    page.board.board.focus_first()
    keys.press("space", "Right", "Right", "space")
    qtbot.waitUntil(lambda: in_file(shop, STAGE, "By keys") == ["Contract"])
    qtbot.waitUntil(lambda: page.board.is_read)
    keys.press("space", "Down", "space")
    front(qtbot, WonDialog)
    keys.press("Tab", "Down", "ctrl+Return")
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.waitUntil(lambda: in_file(shop, SALES) == [2_000_000])
    qtbot.waitUntil(lambda: page.board.is_read)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, STAGE, "By keys") == ["Contract"])


def test_an_enquiry_becomes_a_person_a_deal_a_quote_a_sale_and_counts_for_the_goal_by_mouse_alone(
    qtbot, board_page, keys, shop
):
    page, window = board_page, board_page.window()
    board = page.board.board
    click(qtbot, keys, page.views._segments[ENQUIRIES])
    qtbot.waitUntil(lambda: page.view == ENQUIRIES)
    inbox = page.made(ENQUIRIES)
    take_in_by_mouse(qtbot, keys, inbox, "Choi Subin", "A wreath")
    click(qtbot, keys, inbox.panel.person_button)
    click(qtbot, keys, front(qtbot, WhoDialog).save_button)
    qtbot.waitUntil(lambda: in_file(shop, PEOPLE, "Choi Subin") == [1])
    qtbot.waitUntil(lambda: window.isActiveWindow() and not inbox.panel.person_button.isEnabled())
    click(qtbot, keys, inbox.panel.deal_button)
    dialog = front(qtbot, DealDialog)
    click(qtbot, keys, dialog.amount.line)
    qtbot.waitUntil(dialog.amount.line.hasFocus)
    keys.words("500000")
    click(qtbot, keys, dialog.save_button)
    qtbot.waitUntil(lambda: isinstance(window.page(), DealPage) and window.isActiveWindow())
    qtbot.waitUntil(lambda: window.page().deal_id is not None)

    click(qtbot, keys, window.page().list_button)
    qtbot.waitUntil(lambda: window.page() is page)
    click(qtbot, keys, page.views._segments[BOARD])
    qtbot.waitUntil(lambda: page.board.is_read and "A wreath" in cards(page, "Inquiry"))
    second = board.columns[1]
    there = QPoint(80, 200)
    steps = drag_card(board.columns[0], "A wreath", second, there, lambda: second.is_aimed)
    Drag(qtbot, *steps).go()
    qtbot.waitUntil(lambda: in_file(shop, STAGE, "A wreath") == ["Quote sent"])
    qtbot.waitUntil(lambda: page.board.is_read and len(cards(page, "Quote sent")) == 2)

    card = second.view.rect_of(second.cards.line_of(board.row.id)).center().toPoint()
    keys.click(second.view.viewport(), card, button=3)
    click_entry(qtbot, keys, "Quote")
    quote_by_mouse(qtbot, keys, window.findChild(QuoteParts), shop)
    qtbot.waitUntil(window.isActiveWindow)

    qtbot.waitUntil(lambda: page.board.is_read)
    won = board.bars.bars["won"]
    over = lambda: board.carried.aim.bar == "won"  # noqa: E731 - it is told as it is carried
    Drag(qtbot, *drag_card(second, "A wreath", won, QPoint(60, 30), over)).go()
    dialog = front(qtbot, WonDialog)
    click_choice(qtbot, keys, dialog.reason, 1)
    click(qtbot, keys, dialog.save_button)
    qtbot.waitUntil(lambda: in_file(shop, SALES) == [500_000])
    qtbot.waitUntil(window.isActiveWindow)
    click(
        qtbot,
        keys,
        next(item for item in window.nav.findChildren(NavItem) if item.text() == "Home"),
    )
    home = window.findChild(HomePage)
    qtbot.waitUntil(lambda: home.isVisible() and home.goal.look is not None)
    qtbot.waitUntil(lambda: "₩500,000" in home.goal.look.sentence)


def test_an_enquiry_becomes_a_person_a_deal_a_quote_a_sale_and_counts_for_the_goal_by_keys_alone(
    qtbot, board_page, keys, shop, clock
):
    page, window = board_page, board_page.window()
    quotes = window.findChild(QuoteParts)
    win_and_take_back_by_keys(qtbot, keys, page, shop)
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
