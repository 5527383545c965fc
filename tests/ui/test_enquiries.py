"""The inbox of enquiries: taken in by keys, answered, linked, judged by rules, read from a file."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.settings import LANGUAGE
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealForm, LostForm, WonForm
from app.shapes.enquiries import EnquiryFilter, EnquiryForm
from tests.ui.contact_parts import focused, press, write
from ui.enquiries.desk import EnquiryDesk
from ui.enquiries.inbox import InboxView
from ui.enquiries.new_line import parts_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
EVERY = EnquiryFilter(states=("new", "linked", "answered", "closed", "spam"))


@pytest.fixture
def inbox(qtbot, core, kit, bridge, people):
    desk = EnquiryDesk(
        core.enquiries, core.lead_scores, core.contacts, core.staff, core.pipelines, lambda: "KRW"
    )
    view = InboxView(kit, desk)
    qtbot.addWidget(view)
    bridge.changed.connect(lambda _changes: view.reload())
    view.resize(1224, 780)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(lambda: view.isActiveWindow() and view.model.is_read)
    return view


def ask(core, clock, hours=0.0, **told):
    """Somebody asked so many hours ago."""
    return core.enquiries.add(EnquiryForm(received_at=clock() - timedelta(hours=hours), **told))


def listed(qtbot, inbox, count):
    qtbot.waitUntil(lambda: inbox.model.is_read and inbox.model.rowCount() == count)
    return [inbox.model.row_at(line).row for line in range(count)]


def opened(qtbot, inbox):
    qtbot.waitUntil(lambda: inbox.acts.dialog is not None and inbox.acts.dialog.isActiveWindow())
    return inbox.acts.dialog


def saved(qtbot, inbox):
    with qtbot.waitSignal(inbox.acts.dialog.saved):
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_an_enquiry_is_taken_in_and_dealt_with_by_keys_alone(qtbot, core, inbox, people):
    inbox.make_new()
    write(qtbot, "010-0100-0001")
    qtbot.waitUntil(lambda: "박서준" in inbox.new_line.known.text())
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "A wreath for Saturday, how much?")
    press(qtbot, Qt.Key.Key_Return)
    (row,) = listed(qtbot, inbox, 1)
    assert (row.contact_id, row.channel, row.text) == (
        people[1], "phone", "A wreath for Saturday, how much?"
    )  # fmt: skip
    qtbot.waitUntil(lambda: focused() is inbox.new_line.who)  # ready for the next one
    write(qtbot, "Choi Subin")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    new = listed(qtbot, inbox, 2)[1]
    assert (new.name, new.contact_id) == ("Choi Subin", None)
    inbox.table.setFocus()
    qtbot.waitUntil(lambda: inbox.current() is not None and inbox.current().id == new.id)
    press(qtbot, Qt.Key.Key_P)
    dialog = opened(qtbot, inbox)
    assert dialog.save_button.text() == "New person"
    saved(qtbot, inbox)
    qtbot.waitUntil(lambda: core.enquiries.get(new.id).contact == "Choi Subin")
    qtbot.waitUntil(lambda: inbox.isActiveWindow() and inbox.current() is not None)
    inbox.table.setFocus()
    press(qtbot, Qt.Key.Key_A)
    listed(qtbot, inbox, 1)
    assert core.enquiries.get(new.id).status == "answered"
    press(qtbot, Qt.Key.Key_X)
    listed(qtbot, inbox, 0)
    assert core.enquiries.get(row.id).status == "spam"
    assert inbox.stack.currentWidget() is inbox.empty
    core.history.undo()
    listed(qtbot, inbox, 1)
    qtbot.waitUntil(lambda: focused() is inbox.table)


def test_who_waits_longest_stands_first_and_is_said_to_be_late(qtbot, core, clock, inbox):
    ask(core, clock, 26, channel="web", text="How much is a bouquet?", name="한지우")
    ask(core, clock, 0.2, channel="walk_in", phone="010-0199-0001")
    late, fresh = listed(qtbot, inbox, 2)
    assert (late.name, late.level, fresh.level) == ("한지우", "red", "")
    sentence = inbox.model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "한지우, New person, web form" in sentence
    assert "waits 26 h, overdue" in sentence
    reasons = inbox.model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert reasons.splitlines()[0].startswith("Cold")
    assert "+10" in reasons
    assert inbox.current().id == late.id
    inbox.show_enquiry(fresh.id)
    qtbot.waitUntil(lambda: inbox.current() is not None and inbox.current().id == fresh.id)


def test_enter_opens_an_enquiry_to_change_and_search_finds_it(qtbot, core, clock, inbox):
    first = ask(core, clock, 1, text="Roses", name="Han", owner_id=None)
    ask(core, clock, 1, text="Lilies", name="Lee", channel="message")
    listed(qtbot, inbox, 2)
    inbox.start_search()
    write(qtbot, "roses")
    listed(qtbot, inbox, 1)
    inbox.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    dialog = opened(qtbot, inbox)
    dialog.phone.setFocus()
    write(qtbot, "010-0199-7777")
    saved(qtbot, inbox)
    assert core.enquiries.get(first).phone == "010-0199-7777"
    assert core.enquiries.get(first).received_at == core.enquiries.page(EVERY)[0].received_at


def test_a_file_comes_in_once_and_tells_what_was_known(qtbot, core, inbox, people, tmp_path):
    file = tmp_path / "form.csv"
    file.write_text(
        "접수번호,이름,연락처,문의\n1,박서준,010-0100-0001,얼마예요?\n2,새 사람,,배달되나요?\n",
        encoding="utf-8-sig",
    )
    for told in ("2 came in, 1 is of somebody known.", "0 came in, 2 were there already."):
        inbox.acts.take_file(file)
        opened(qtbot, inbox)
        saved(qtbot, inbox)
        qtbot.waitUntil(lambda told=told: told in spoken(inbox.note))
    assert len(listed(qtbot, inbox, 2)) == 2


def spoken(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_rules_of_the_score_are_edited_beside_what_was_learned(qtbot, core, clock, inbox):
    asked = ask(core, clock, text="tulips", name="Han")
    before = core.lead_scores.enquiries([asked])[asked].points
    inbox.acts.ask_rules()
    dialog = opened(qtbot, inbox)
    qtbot.waitUntil(lambda: "closed" in spoken(dialog.model))
    dialog.add_button.click()
    line = dialog.lines[-1]
    line.operand.setFocus()
    dialog.accept()
    assert dialog.problem.text() == "Say what this rule looks for"
    write(qtbot, "tulips")
    line.points.setValue(40)
    saved(qtbot, inbox)
    assert core.lead_scores.enquiries([asked])[asked].points == before + 40


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("010-0100-0001", ("010-0100-0001", "", "")),
        ("김민지 010 0100 0001", ("010 0100 0001", "", "김민지")),
        ("han@example.com 한지우", ("", "han@example.com", "한지우")),
        ("Table 12", ("", "", "Table 12")),
        ("", ("", "", "")),
    ],
)
def test_one_field_takes_phone_mail_and_name(text, parts):
    assert parts_of(text) == parts


def test_a_name_alone_is_only_a_guess_that_p_settles(qtbot, core, clock, inbox, people):
    core.contacts.add(ContactForm("김민지", phone="010-0100-0009"))
    asked = ask(core, clock, name="김민지", text="카네이션")
    listed(qtbot, inbox, 1)
    inbox.table.setFocus()
    press(qtbot, Qt.Key.Key_P)
    dialog = opened(qtbot, inbox)
    qtbot.waitUntil(lambda: dialog.found.current() is not None and dialog.found.count() == 2)
    dialog.search.moved.emit(1)
    chosen = dialog.found.current().id
    saved(qtbot, inbox)
    assert core.enquiries.get(asked).contact_id == chosen


def test_what_closed_deals_teach_stands_beside_an_enquiry_with_its_figures(
    qtbot, core, clock, inbox, people
):
    core.settings.put(LANGUAGE, "en")
    first = ask(core, clock, 1, channel="referral", text="A wreath", contact_id=people[0])
    listed(qtbot, inbox, 1)
    core.pipelines.add_ready_made("sales")
    won, lost = (core.pipelines.reasons(kind)[0].id for kind in ("won", "lost"))
    for number in range(40):
        source, wins = ("referral", number % 10) if number % 2 else ("web form", number % 20 == 0)
        form = DealForm(title=f"{number}", contact_id=people[number % 3], source=source)
        deal = core.deals.add(form)
        if wins:
            core.deals.win(deal, WonForm(reason_id=won, sale=False))
        else:
            core.deals.lose([deal], LostForm(reason_id=lost))
    qtbot.waitUntil(inbox.panel.learned.isVisible)
    chance = core.lead_scores.enquiry_chances([first])[first]
    assert chance.by == "model"
    assert inbox.panel.chance.text() == f"{chance.percent}%"
    told = [label.text() for label in inbox.panel.learned.findChildren(QLabel)]
    assert any("Learned from 40 closed deals" in words for words in told)
    other = ask(core, clock, 0.5, channel="web", text="Prices?")
    assert core.lead_scores.enquiry_chances([other])[other].percent < chance.percent - 20
