"""How a customer is doing, on their page; and when the scores of the shop are reckoned."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.insight_words import rounded
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from tests.ui.contact_parts import full_page
from tests.ui.sale_parts import sell
from ui.contacts.health import HealthCard
from ui.contacts.score_columns import chance_words
from ui.contacts.stage import StageSection
from ui.insight_parts import InsightParts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def buy(core, clock, contact_id, *days_ago):
    for days in days_ago:
        sell(core, contact_id, 50_000, sold_at=clock() - timedelta(days=days))


@pytest.fixture
def full(qtbot, core, kit, bridge, page):
    full = full_page(core, kit, bridge, page)
    qtbot.addWidget(full)
    full.resize(1224, 900)
    full.show()
    return full


@pytest.fixture
def card(core, kit, full):
    card = HealthCard(kit, core.insight, core.sale_lists)
    full.put_above(card)
    return card


def test_the_card_tells_rhythm_and_worth_of_those_who_came_more_than_once(
    qtbot, core, clock, people, full, card
):
    buy(core, clock, people[0], 42, 63, 84, 105, 126)
    buy(core, clock, people[1], 21)
    core.insight.recompute(Ticket())
    full.show_contact(people[0])
    qtbot.waitUntil(card.isVisible)
    assert card.heading.text() == "Usually comes every 3 weeks; silent for 6 weeks"
    assert card.sentence.text().startswith("The next visit was expected around Apr 21.")
    names = [figure.accessibleName() for figure in card.figures.all]
    assert names[:3] == [
        "How recently: 6 weeks ago",
        "How often: Every 3 weeks",
        "How much: ₩50,000 a visit",
    ]  # no scores from 1 to 5 in so small a shop
    assert not card.figures.all[0].meter.isVisible()
    assert card.chart.accessibleName().endswith("Mar 31. Expected: Apr 21.")
    assert {figure.toolTip().splitlines()[-1] for figure in card.figures.all} == {
        "As of May 12, 2026"
    }
    card.why_button.click()
    assert card.why.isVisible()
    assert card.why.text().endswith("As of May 12, 2026.")

    full.show_contact(people[1])  # who bought once has no rhythm
    qtbot.waitUntil(lambda: card.heading.text() == "Not enough purchases yet")
    assert card.sentence.text().startswith("Bought once, 3 weeks ago.")
    assert not card.figures.isVisible()
    assert not card.chart.isVisible()

    full.show_contact(people[2])  # who never bought has no card
    asked = card._asked
    card.refresh()
    qtbot.waitUntil(lambda: card._asked > asked and not card._kit.runner.is_busy)
    assert card.isHidden()


def test_the_risk_is_told_in_a_word_and_the_list_tells_the_group(
    qtbot, core, clock, people, page, full, card
):
    made = [core.contacts.add(ContactForm(f"손님 {n}")) for n in range(16)]
    for place, contact_id in enumerate(made):
        late = 150 if place % 2 else 3
        buy(core, clock, contact_id, late, late + 14, late + 28)
    buy(core, clock, people[0], 150, 164, 178, 192)
    core.insight.recompute(Ticket())
    score = core.insight.of(people[:1], "en")[people[0]]
    full.show_contact(people[0])
    qtbot.waitUntil(card.isVisible)
    percent = round(100 * (1 - score.alive))
    assert card.gauge.accessibleName() == f"{card.risk.text()}, {percent}%"
    assert card.risk.text() == "Risk of leaving: high"
    assert card.figures.all[0].accessibleName() == "How recently: 5 months ago, Score 1 of 3"
    assert "Amounts are what customers pay" in card.why.text()  # no product has a cost
    assert card.figures.all[-1].base.text() == "before cost"
    page.model.serve_scores(core.insight)
    keys = ("tier", "return_chance", "value_year", "stake", "next_visit")
    page._pane.choose_columns(keys)
    qtbot.waitUntil(lambda: page.model.rowCount() == 19)
    row = core.contacts.page("name", descending=False, offset=0, limit=1)[0]
    cells = page.model.look(row).cells
    shown = [cells[page.model.number_of(key)] for key in keys]
    assert (shown[0].text, shown[0].role) == ("Lapsed", "neutral")
    assert shown[1].text == chance_words(score.return_90)
    assert shown[2].text.startswith("₩")
    for pill in (full.profile.tier, page.detail.tier):
        pill.serve(core.insight)
    page.detail.show_contact(people[0])
    full.show_contact(people[0])
    assert page.detail.tier.text() == full.profile.tier.text() == "Lapsed"
    assert page.detail.tier.isVisible()
    assert not page.detail.stage.isVisible()  # one word is enough
    assert full.profile.tier.toolTip().startswith("Usually comes every 2 weeks; silent")


def test_two_pills_never_say_different_things_of_who_is_leaving(
    qtbot, core, kit, clock, people, full
):
    buy(core, clock, people[0], 42, 63, 84, 105, 126)
    core.stages.decide()
    stage = StageSection(kit, core.stages)
    full.profile.add_mark(stage.pill)
    full.add_section(stage, right=True)
    full.show_contact(people[0])
    qtbot.waitUntil(lambda: stage.pill.isVisible() and stage.pill.text() == "Slipping away")
    for group, is_seen in (("vip", False), ("at_risk", False), ("slipping", True), ("", True)):
        stage.give_way(group)
        assert stage.pill.isVisible() == is_seen
    stage.give_way("vip")
    core.stages.put([people[0]], "slipping", "told me so")  # by hand: it is somebody's own word
    full.show_contact(people[0])
    qtbot.waitUntil(stage.pill.isVisible)


def test_what_a_customer_says_they_need_tells_their_share(qtbot, core, clock, people, full, card):
    for contact_id in [core.contacts.add(ContactForm(f"손님 {n}")) for n in range(14)]:
        buy(core, clock, contact_id, 14)
    buy(core, clock, people[0], 14, 28, 42)
    core.insight.recompute(Ticket())
    full.show_contact(people[0])
    qtbot.waitUntil(card.wallet.isVisible)
    assert card.wallet.share.text() == "Buys about 100% here of what they need in a year"
    assert card.wallet.basis.text().startswith("Assumed: as much as your best customers buy, ₩")
    card.wallet.button.click()
    dialog = card.wallet.dialog
    qtbot.keyClicks(dialog.field, "600,000")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.wallet.share.text().startswith("Buys about 25% here"))
    assert card.wallet.basis.text() == "They told: ₩600,000 in all. Room for ₩450,000 more."
    ((field,), value) = core.custom_fields.all(), core.custom_fields.of(people[0])[0]
    assert (field.label("en"), value.content) == ("Spends on such things in a year", 600_000)
    card.wallet.button.click()
    card.wallet.dialog.field.clear()
    qtbot.keyClick(card.wallet.dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.wallet.share.text().startswith("Buys about 100% here"))


def test_scores_are_reckoned_when_they_are_due_and_the_card_follows(
    qtbot, core, kit, clock, bridge, people, page, full
):
    buy(core, clock, people[0], 7, 21, 35)
    parts = InsightParts(kit, core, bridge, page, full)
    full.show_contact(people[0])
    assert core.insight.last_run() is None
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    with qtbot.waitSignal(parts.scored):
        parts.look()
    qtbot.waitUntil(parts.health.isVisible)
    first = core.insight.last_run().id
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    parts.look()  # nothing was bought since
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    assert core.insight.last_run().id == first
    buy(core, clock, people[0], 0)
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    with qtbot.waitSignal(parts.scored):
        parts.look()
    assert core.insight.last_run().id != first


def test_amounts_that_are_guessed_have_two_digits_that_count():
    assert [rounded(amount) for amount in (0, 5, 68_889, 1_235_372)] == [0, 5, 69_000, 1_200_000]
