"""Home: the goal, enquiries that wait, deals that have gone quiet, customers who are leaving."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.jobs import Ticket
from app.settings import TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealForm
from app.shapes.enquiries import EnquiryForm
from app.shapes.goals import GoalForm
from app.shapes.interactions import InteractionForm
from app.shapes.sales import LineForm, SaleForm
from app.shapes.tasks import TaskForm
from ui.home.goal_words import goal_sentence
from ui.home_parts import HomeParts
from ui.shell.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def parts(qtbot, kit, core, bridge):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    window = MainWindow(kit.state)
    window.furnish(kit)
    qtbot.addWidget(window)
    parts = HomeParts(kit, core, window, bridge)
    window.show_pages([parts.page], parts.page)
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    parts.serve()
    qtbot.waitUntil(lambda: parts.page.is_read)
    return parts


def told(parts, code):
    card = parts.page.card_of(code)
    return [(line.line.title, line.line.below) for line in card.lines] if card else []


def until(qtbot, parts, holds):
    qtbot.waitUntil(lambda: parts.page.is_read and holds())


def test_the_goal_tells_how_far_it_is_and_leads_to_the_goals(qtbot, core, parts):
    page = parts.page
    assert not page.goal.isVisible()
    core.sales.sell(SaleForm((LineForm(5_000_000),)))
    goal = core.goals.add(GoalForm("revenue", 20_000_000))
    until(qtbot, parts, page.goal.isVisible)
    look = page.goal.look
    assert (look.title, look.day) == ("Goal for May", "Day 12 of 31")
    assert (look.reached, look.target, look.percent) == (
        "₩5,000,000", "of ₩20,000,000", "25% reached"
    )  # fmt: skip
    assert look.told.endswith("behind plan")
    assert (look.days[-1], look.best, look.length) == (1.0, "Today ₩5.00M", 31)
    assert ("Sales yesterday", "₩0") in look.figures
    page.goal.setFocus()
    with qtbot.waitSignal(parts.goals_asked):
        qtbot.keyClick(page.goal, Qt.Key.Key_Return)
    page.grab()
    assert goal_sentence(look) == "Goal for May: ₩5,000,000 of ₩20,000,000."
    core.goals.remove([goal])
    until(qtbot, parts, lambda: not page.goal.isVisible())


def test_an_enquiry_that_waits_is_answered_or_made_a_deal_by_one_key(qtbot, core, parts):
    first = core.enquiries.add(EnquiryForm(text="Wreath for Friday?", name="한소라"))
    core.enquiries.add(EnquiryForm(text="How much is it?", phone="010-0100-0007"))
    until(qtbot, parts, lambda: len(told(parts, "enquiries")) == 2)
    assert told(parts, "enquiries")[0] == (
        "한소라", "phone · waiting for 0 min · Wreath for Friday?"
    )  # fmt: skip
    line = parts.page.line_of(f"enquiry-{first}")
    line.setFocus()
    with qtbot.waitSignal(parts.enquiry_deal_asked) as asked:
        qtbot.keyClick(line, Qt.Key.Key_D)
    assert asked.args[0].id == first
    with qtbot.waitSignal(parts.enquiry_asked) as asked:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [first]
    qtbot.keyClick(line, Qt.Key.Key_A)
    until(qtbot, parts, lambda: len(told(parts, "enquiries")) == 1)
    assert core.enquiries.get(first).status == "answered"


def test_a_deal_without_a_next_step_is_planned_or_opened(qtbot, core, parts, clock):
    core.pipelines.add_ready_made("sales")
    minji = core.contacts.add(ContactForm("김민지"))
    lobby = core.deals.add(DealForm(title="Office lobby", contact_id=minji, amount=1_440_000))
    until(qtbot, parts, lambda: bool(told(parts, "deals")))
    assert told(parts, "deals") == [("Office lobby", "₩1,440,000 · no next step")]
    core.tasks.add(TaskForm(title="Call back", due_at="2026-05-08"))
    sentence = "Tuesday, May 12. 1 task is late and 1 deal is going quiet."
    until(qtbot, parts, lambda: parts.page.sentence.text() == sentence)
    line = parts.page.line_of(f"deal-{lobby}")
    line.setFocus()
    with qtbot.waitSignal(parts.step_asked) as asked:
        qtbot.keyClick(line, Qt.Key.Key_T)
    assert asked.args[0].id == lobby
    with qtbot.waitSignal(parts.deal_asked) as asked:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [lobby]
    core.deals.put([lobby], next_step="Call", next_step_at="2026-08-01")
    clock.move(days=16)
    parts.page.reload()
    until(qtbot, parts, lambda: "no answer for 16 days" in told(parts, "deals")[0][1])
    assert parts.page.card_of("deals").head_button is not None
    with qtbot.waitSignal(parts.deal_asked) as asked:
        parts.page.card_of("deals").head_button.click()
    assert asked.args == [None]


def bought(core, clock, contact_id, *days_ago):
    for days in days_ago:
        core.sales.sell(SaleForm(
            (LineForm(50_000),), contact_id, sold_at=clock() - timedelta(days=days)
        ))  # fmt: skip


def test_who_is_leaving_is_worth_a_call_until_somebody_has_called(
    qtbot, core, clock, people, parts
):
    made = [core.contacts.add(ContactForm(f"손님 {n}")) for n in range(18)]
    for place, contact_id in enumerate(made):
        bought(core, clock, contact_id, *(days + 3 * (place % 3) for days in (3, 17, 31)))
    bought(core, clock, people[0], 40, 54, 68, 82, 96, 110)
    bought(core, clock, people[1], 42, 56, 70)
    core.interactions.log(InteractionForm(contact_ids=(people[1],), kind="call", two_way=True))
    core.insight.recompute(Ticket())
    parts.page.follow_scores()
    until(qtbot, parts, lambda: parts.page.card_of("calls") is not None)
    ((name, below),) = told(parts, "calls")
    assert name == core.contacts.rows([people[0]])[people[0]].name
    assert below == "Every 2 weeks, now 6 weeks"
    line = parts.page.line_of(f"call-{people[0]}")
    assert line.toolTip().startswith("Usually comes every 2 weeks; silent for 6 weeks.")
    assert line.line.amount.startswith("₩")
    opened, logged = [], []
    parts.contact_asked.connect(opened.append)
    parts.log_asked.connect(logged.append)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_L)
    assert (opened, logged) == ([people[0]], [people[0]])
    core.interactions.log(InteractionForm(contact_ids=(people[0],), kind="call", two_way=True))
    until(qtbot, parts, lambda: parts.page.card_of("calls") is None)
