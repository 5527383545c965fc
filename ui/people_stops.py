"""The stops of the tour where the shop looks after who is who: lists, doubles, ties, consent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.shapes.filters import Condition, Filter
from ui.camera import Camera
from ui.contacts.consent import ConsentSection
from ui.contacts.full_page import FullPage
from ui.contacts.page import ContactsPage
from ui.contacts.relation_line import RelationLine
from ui.duplicates.many import MergeManyDialog
from ui.duplicates.page import DuplicatesPage
from ui.lists.builder import ListBuilder
from ui.program import Program
from ui.sample_past import WHO
from ui.sample_people import TWINS
from ui.waiting import settle, wait_until

NAME = "생일 꽃다발"
GIFTS = Filter((
    Condition("tag", "any_of", ("정기", "꽃다발")),
    Condition("birthday", "within_days", (7,)),
    Filter((
        Condition("last_contact", "before_days", (60,)),
        Condition("count:visit", "at_least", (3, 365)),
    ), "any"),
))  # fmt: skip


class PeopleStops:
    """Brings these screens into the window; each leaves it as it found it."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._camera = camera

    def builder(self) -> Iterator[Path]:
        """Show the builder of lists with a group inside."""
        page = self._contacts()
        page.conditions_asked.emit(GIFTS, None)
        wait_until(lambda: self._window.findChild(ListBuilder) is not None)
        dialog = self._window.findChild(ListBuilder)
        if dialog is not None:
            dialog.name.setText(NAME)
            wait_until(dialog.count.text)
        yield from self._camera.take_dialog("list-builder", dialog)

    def doubles(self) -> Iterator[Path]:
        """Show two who may be one, then what merging all sure ones would do."""
        core = self._program.core
        page = self._window.findChild(DuplicatesPage)
        if core is None or page is None:
            return
        twin = sorted(core.contacts.search(TWINS)[0])[0]
        self._window.open_page_of(page)
        wait_until(lambda: not page.search.is_running and page.merge_button.isEnabled())
        page.review(twin)
        wait_until(lambda: page.pair is not None and twin in (page.pair.a_id, page.pair.b_id))
        wait_until(page.merge_button.isEnabled)
        settle(200)
        yield self._camera.take("duplicates")
        page.merge_all()
        yield from self._camera.take_dialog(
            "duplicates-all", self._window.findChild(MergeManyDialog)
        )
        self._contacts()

    def ties(self) -> Iterator[Path]:
        """Show who belongs to somebody, and every declaration of their consent."""
        page, core = self._contacts(), self._program.core
        if core is None:
            return
        contact_id = core.contacts.search(WHO)[0][0]
        page.select(contact_id)
        page.full_asked.emit(contact_id)
        full, consent = self._window.findChild(FullPage), self._window.findChild(ConsentSection)
        if full is None or consent is None:
            return
        wait_until(lambda: full.findChildren(RelationLine) and consent.lines)
        settle(200)
        consent.all_button.click()
        settle(100)
        full.left.ensureWidgetVisible(consent)
        settle()
        yield self._camera.take("contact-ties")
        consent.all_button.click()
        full.left.verticalScrollBar().setValue(0)
        self._contacts()

    def _contacts(self) -> ContactsPage:
        page = self._window.findChild(ContactsPage)
        if page is None:
            raise LookupError(ContactsPage.__name__)
        self._window.open_page_of(page)
        wait_until(lambda: page.model.is_whole)
        return page
