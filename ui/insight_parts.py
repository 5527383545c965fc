"""What purchases tell of customers in an open shop: reckoned anew when there is time for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.jobs import Ticket
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.contacts.full_page import FullPage
from ui.contacts.health import HealthCard
from ui.contacts.page import ContactsPage

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.events import Changes
    from app.services.insight import InsightService
    from ui.open_shop import OpenShop

QUIET = 30_000  # ms without work or other purchases before scores are reckoned
LATER = 3_600_000  # ms until it is looked again whether another day has begun
BOUGHT = frozenset({"sale", "sale_line", "product"})


class InsightParts(QObject):
    """Keeps the scores of the shop up to date, and shows them with each contact.

    Scores are a cache: nobody is told of them as of other changes, so `scored` tells. A reckoning
    that goes on while the shop closes is stopped with all other jobs.
    """

    scored = Signal()

    def __init__(
        self, kit: Kit, core: Core, bridge: ChangeBridge, contacts: ContactsPage, full: FullPage
    ) -> None:
        super().__init__(full)
        self._kit = kit
        self._insight: InsightService = core.insight
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self.look)
        self.health = HealthCard(kit, core.insight, core.sale_lists)
        full.put_above(self.health)
        contacts.model.serve_scores(core.insight)
        for pill in (full.profile.tier, contacts.detail.tier):
            pill.serve(core.insight)
        self.scored.connect(full.profile.tier.refresh)
        self.scored.connect(contacts.detail.follow_scores)
        self.scored.connect(self.health.refresh)
        self.scored.connect(contacts.reload)
        if kit.doings.by_itself:
            bridge.changed.connect(self._on_changed)
            self._timer.start()

    def lead(self, shop: OpenShop) -> None:
        """Let Home and the counts of the lists follow; all of it is there."""
        self.scored.connect(shop.home.page.follow_scores)
        self.scored.connect(shop.listing.lists.recount)

    def look(self) -> None:
        """Reckon the scores if they are due, once nothing else is at work."""
        if self._kit.runner.is_busy:
            self._timer.start(QUIET)
            return
        insight = self._insight

        def task(ticket: Ticket) -> bool:
            due = insight.is_due()
            if due:
                insight.recompute(ticket)
            return due

        # Not among the writers: it lets them write between its own short transactions.
        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(self._on_ended)
        job.failed.connect(lambda _error: self._timer.start(LATER))

    def _on_changed(self, changes: Changes) -> None:
        if BOUGHT & (changes.reshaped | changes.edited.keys()):
            self._timer.start(QUIET)

    def _on_ended(self, due: bool) -> None:  # noqa: FBT001 - a slot
        if not self._timer.isActive():
            self._timer.start(LATER)
        if due:
            self.scored.emit()
