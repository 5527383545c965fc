"""What belongs to a contact in an open shop: the parts of its page, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from ui.common.kit import Kit
from ui.contacts.full_page import FullPage
from ui.contacts.page import ContactsPage
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.events import Changes
    from app.shapes.custom_fields import CustomValueRow, FieldRow
    from ui.common.bridge import ChangeBridge
    from ui.contacts.choices import Choice

Wire = Callable[[SignalInstance, Callable[..., object]], None]


class ContactParts(QObject):
    """Puts the sections on a contact's page and into the panel; opens what is done in dialogs."""

    opened = Signal(object)  # the id of a contact whose page is wanted
    fields_asked = Signal()  # where the shop's own fields are made
    review_asked = Signal(object, object)  # two contacts that look alike

    def __init__(
        self, kit: Kit, core: Core, window: MainWindow, contacts: ContactsPage, full: FullPage
    ) -> None:
        super().__init__(full)
        self._kit = kit
        self._core = core
        self._window = window
        self.contacts = contacts
        self.full = full
        self._add_standing()
        self._add_own_fields()
        self._add_relations()
        self._add_next_and_quality()
        self._add_files()
        self._add_duplicates()

    def decide_stages(self) -> None:
        """Bring the stages of everybody up to date."""
        stages = self._core.stages
        self._kit.runner.write(stages.decide, title=self.tr("Bringing stages up to date"))

    def greet_the_day(self) -> None:
        """Let stages move on with the days, once a day, where nobody waits for it."""
        kit, stages = self._kit, self._core.stages
        day = f"{kit.formats.today()} {self._core.path}"
        if kit.state.text("stages/decided") == day:
            return
        kit.state.put_text("stages/decided", day)
        judging = kit.runner.read(stages.judge, quiet=True)
        judging.succeeded.connect(
            lambda judged: kit.runner.write(
                lambda _ticket: stages.keep(judged, by_itself=True), quiet=True
            )
        )

    def open_doors(self, wire: Wire) -> None:
        """Lead here from the menus, and let one field of many be changed."""
        menus = self._window.menus
        self.contacts.acts.edit_asked.connect(self.edit_many)
        wire(menus.edit_many_asked, self._on_edit_all_asked)
        wire(menus.tidy_asked, self.tidy)
        wire(menus.stages_asked, self.decide_stages)

    def _on_edit_all_asked(self) -> None:
        """Change the whole list, where nothing stands before it."""
        if self._window.page() is self.contacts:
            self.contacts.listed_ids(self.contacts.acts.ask_edit)

    def follow(self, bridge: ChangeBridge) -> None:
        """Judge how well contacts are known whenever some came in without a score."""
        bridge.changed.connect(self._on_changed)
        self._judge()

    def _on_changed(self, changes: Changes) -> None:
        if "contact" in changes.reshaped:
            self._judge()

    def _judge(self) -> None:
        judging = self._kit.runner.write(self._core.quality.judge, quiet=True)
        judging.succeeded.connect(self._on_judged)

    def _on_judged(self, count: int) -> None:
        if count:
            self.contacts.reload()

    def tidy(self) -> None:
        """Offer what is most worth mending, one after the other."""
        from ui.quality.round import TidyRound  # noqa: PLC0415 - only when it is asked for

        dialog = TidyRound(self._kit, self._core.quality, self._core.history, self._window)
        dialog.review_asked.connect(self.review_asked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.begin()

    def edit_many(self, ids: list[int], known: Choice) -> None:
        """Change one field of many contacts at once."""
        core = self._core
        from app.settings import CURRENCY  # noqa: PLC0415
        from ui.contacts.bulk_dialog import BulkDialog  # noqa: PLC0415 - when it is asked for

        def currency() -> str:
            return core.settings.get(CURRENCY)

        dialog = BulkDialog(self._kit, core.bulk, core.contacts, ids, known, currency, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_to_erase(self, contact_id: int) -> None:
        """Ask whether somebody is to be forgotten for good."""
        from ui.contacts.erase_dialog import ask_to_erase  # noqa: PLC0415 - only when asked for

        name = self._core.contacts.detail(contact_id, story=False).name
        dialog = ask_to_erase(
            self._kit, self._core.erasure, contact_id, name, self._window.say, self._window
        )
        dialog.finished.connect(dialog.deleteLater)

    def own_words(self, field: FieldRow, value: CustomValueRow) -> str:
        """Return what a contact has in a field of the shop's own, as people read it."""
        from app.settings import CURRENCY  # noqa: PLC0415
        from ui.contacts.custom_words import content_words  # noqa: PLC0415 - when it is asked for

        return content_words(field, value, self._kit, self._core.settings.get(CURRENCY))

    def log_for(self, contact_id: int | None) -> None:
        """Log what happened with a contact, or with one still to be named."""
        core = self._core
        from ui.contacts.quick_log import QuickLog  # noqa: PLC0415 - only when it is asked for

        dialog = QuickLog(self._kit, core.contacts, core.interactions, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open_for(contact_id)

    def _add_standing(self) -> None:
        """Show what is to be done, consent, stage and the days of the year with a contact."""
        kit, core, full = self._kit, self._core, self.full
        from ui.contacts.consent import ConsentSection  # noqa: PLC0415
        from ui.contacts.dates import DatesSection  # noqa: PLC0415
        from ui.contacts.next_task import NextTaskSection  # noqa: PLC0415
        from ui.contacts.stage import StageSection  # noqa: PLC0415

        self.consent = ConsentSection(kit, core.consents, core.files)
        self.stage = StageSection(kit, core.stages)
        self.dates = DatesSection(kit, core.important_dates)
        self.tasks = tasks = [
            NextTaskSection(kit, core.task_lists, page=on) for on in (True, False)
        ]
        full.profile.add_mark(self.stage.pill)
        full.profile.tier.told.connect(self.stage.give_way)
        full.add_section(self.consent)
        full.add_section(tasks[0], right=True)
        self.contacts.detail.add_section(tasks[1])
        full.add_section(self.dates, right=True)
        full.add_section(self.stage, right=True)

    def _add_next_and_quality(self) -> None:
        """Show what was promised next, and what is missing, on the page and in the panel."""
        kit, core = self._kit, self._core
        from ui.contacts.next_contact import NextSection  # noqa: PLC0415
        from ui.contacts.quality_section import QualitySection  # noqa: PLC0415

        self.full.add_section(NextSection(kit, core.interactions), right=True)
        self.contacts.detail.add_section(NextSection(kit, core.interactions))
        self.quality = QualitySection(kit, core.quality)
        self.quality.tidy_asked.connect(self.tidy)
        self.quality.fix_asked.connect(self._on_fix_asked)
        self.full.add_section(self.quality, right=True)

    def _on_fix_asked(self, contact_id: int, field: str) -> None:
        """Lead to where a contact's field is mended."""
        if field == "consent":
            self.consent.add_asked()
        elif field != "duplicates":
            self.full.properties.add(field)
        else:
            self.review_asked.emit(contact_id, 0)

    def _add_own_fields(self) -> None:
        """Show the shop's own fields on the page, in the panel and in the list of contacts."""
        kit, core = self._kit, self._core
        from app.settings import CURRENCY  # noqa: PLC0415
        from ui.contacts.custom import CustomSection  # noqa: PLC0415

        def currency() -> str:
            return core.settings.get(CURRENCY)

        sections = [
            CustomSection(kit, core.custom_fields, core.contacts, core.files, currency, page=page)
            for page in (True, False)
        ]
        for section in sections:
            section.fields_asked.connect(self.fields_asked)
        self.full.add_section(sections[0])
        self.contacts.detail.add_section(sections[1])
        self.contacts.serve_fields(core.custom_fields, currency)

    def _add_relations(self) -> None:
        """Show who is related on the page of a contact, and what it is to the shop in its head."""
        from ui.contacts.relations import RelationSection  # noqa: PLC0415

        core = self._core
        self.relations = RelationSection(self._kit, core.relations, core.contacts)
        self.relations.opened.connect(self.opened)
        self.full.profile.add_mark(self.relations.roles)
        self.full.add_section(self.relations)

    def _add_files(self) -> None:
        """Show files on the page of a contact, and photos wherever there is room for one."""
        from ui.common.picture_files import shrunk  # noqa: PLC0415
        from ui.contacts.file_section import FileSection  # noqa: PLC0415

        self.full.add_section(FileSection(self._kit, self._core.files), right=True)
        for avatar in (self.full.profile.avatar, self.contacts.detail.avatar):
            avatar.serve(self._core.files)
        self._core.imports.shrink = shrunk

    def _add_duplicates(self) -> None:
        """Tell whom a contact was put together from, and of look-alikes of a new one."""
        core = self._core
        from ui.contacts.merged_from import PartsSection  # noqa: PLC0415

        self.full.add_section(PartsSection(self._kit, core.duplicates))
        self.contacts.new_contacts.find = core.look_alikes
