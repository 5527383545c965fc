"""The menus of the window: in the bar on macOS, elsewhere by Alt and behind the shop's name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from ui.common.kit import Kit
from ui.common.language import LANGUAGES
from ui.common.page import Page
from ui.common.theme import Scheme
from ui.common.widgets.help_button import HELP_ACTION, HELP_KEY
from ui.common.widgets.menu import NAME as ICON_NAME
from ui.common.widgets.menu import Menu
from ui.shell.steps import Steps

NUMBERED = 9  # pages of the navigation that have a key
BACK, FORWARD = ("Ctrl+[", "Ctrl+]") if sys.platform == "darwin" else ("Alt+Left", "Alt+Right")


class Menus(QObject):
    """File, Edit, View, Go and Help. What needs a shop is off until one is open."""

    import_asked = Signal()
    export_asked = Signal()
    backup_asked = Signal()
    restore_asked = Signal()
    print_asked = Signal()
    paste_asked = Signal()
    imports_asked = Signal()
    other_asked = Signal()  # another Dangol file
    settings_asked = Signal()
    quick_log_asked = Signal()
    quick_sale_asked = Signal()
    task_asked = Signal()
    products_asked = Signal()
    plans_asked = Signal()
    goals_asked = Signal()
    team_asked = Signal()
    month_asked = Signal()  # the report of the last one
    conditions_asked = Signal()  # of the list that is shown
    stages_asked = Signal()
    edit_many_asked = Signal()
    tidy_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()
    page_asked = Signal(int)  # number of the page
    history_asked = Signal()
    trash_asked = Signal()
    duplicates_asked = Signal()
    about_asked = Signal()
    scheme_chosen = Signal(str)  # value of a Scheme
    language_chosen = Signal(str)  # 'ko' or 'en'
    text_scale_chosen = Signal(int)  # thousandths
    nav_folded = Signal()
    palette_asked = Signal()
    keys_asked = Signal()
    quit_asked = Signal()
    help_asked = Signal()
    show_me_asked = Signal()
    lock_asked = Signal()

    def __init__(self, kit: Kit, steps: Steps, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._window = window
        self.file = Menu(kit.theme, parent=window)
        self.edit = Menu(kit.theme, parent=window)
        self.view = Menu(kit.theme, parent=window)
        self.go = Menu(kit.theme, parent=window)
        self.help = Menu(kit.theme, parent=window)
        self.shop = Menu(kit.theme, parent=window)  # all of them, behind the shop's name
        self.theme_menu, self.language_menu, self.size_menu = (
            Menu(kit.theme, parent=self.view) for _ in range(3)
        )

        self.import_action = self._action("Ctrl+I", self.import_asked.emit, "upload")
        self.paste_action = self._action("", self.paste_asked.emit, "clipboard-paste")
        self.imports_action = self._action("", self.imports_asked.emit, "file-clock")
        self.other_action = self._action("Ctrl+O", self.other_asked.emit, "folder-open")
        self.export_action = self._action("Ctrl+Shift+E", self.export_asked.emit, "download")
        self.backup_action = self._action("", self.backup_asked.emit, "archive")
        self.restore_action = self._action("", self.restore_asked.emit, "archive-restore")
        self.print_action = self._action("Ctrl+P", self.print_asked.emit, "printer")
        self.settings_action = self._action("Ctrl+,", self.settings_asked.emit, "settings")
        self.log_action = self._action("Ctrl+L", self.quick_log_asked.emit, "message-square-plus")
        self.sale_action, self.task_action, self.products_action, self.plans_action = (
            self._action("Ctrl+Shift+S", self.quick_sale_asked.emit, "receipt"),
            self._action("Ctrl+T", self.task_asked.emit, "circle-plus"),
            self._action("", self.products_asked.emit, "package"),
            self._action("", self.plans_asked.emit, "route"),
        )
        self.goals_action, self.team_action, self.stages_action, self.month_action = (
            self._action("", self.goals_asked.emit, "goal"),
            self._action("", self.team_asked.emit, "users-round"),
            self._action("", self.stages_asked.emit, "footprints"),
            self._action("", self.month_asked.emit, "file-chart-column"),
        )
        self.edit_many_action = self._action("Ctrl+E", self.edit_many_asked.emit, "pencil")
        self.tidy_action = self._action("", self.tidy_asked.emit, "sparkles")
        self.list_action = self._action("Ctrl+Shift+F", self.conditions_asked.emit, "list-filter")
        self.back_action = self._action(BACK, self.back_asked.emit, "arrow-left")
        self.forward_action = self._action(FORWARD, self.forward_asked.emit, "arrow-right")
        self._page_actions: list[tuple[QAction, Page]] = []
        self.history_action = self._action("", self.history_asked.emit, "history")
        self.duplicates_action = self._action("", self.duplicates_asked.emit, "combine")
        self.trash_action, self.lock_action = (
            self._action("", self.trash_asked.emit, "trash-2"),
            self._action("Ctrl+Alt+L", self.lock_asked.emit, "lock"),
        )
        self.quit_action = self._action("Ctrl+Q", self._on_quit, "")
        self.fold_action = self._action("Ctrl+B", self.nav_folded.emit, "")
        self.palette_action = self._action("Ctrl+K", self.palette_asked.emit, "search")
        self.keys_action = self._action("F1", self.keys_asked.emit, "keyboard")
        self.help_action = self._action(HELP_KEY, self.help_asked.emit, "circle-help")
        self.help_action.setObjectName(HELP_ACTION)
        self.show_me_action = self._action("", self.show_me_asked.emit, "mouse-pointer-click")
        self.about_action = self._action("", self.about_asked.emit, "info")
        # macOS moves these into the menu with the program's name.
        self.settings_action.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.about_action.setMenuRole(QAction.MenuRole.AboutRole)
        self.quit_action.setMenuRole(QAction.MenuRole.QuitRole)
        self._schemes = self._choices(
            self.theme_menu, [scheme.value for scheme in Scheme], self.scheme_chosen.emit
        )
        self._languages = self._choices(
            self.language_menu, list(LANGUAGES), self.language_chosen.emit
        )
        self._sizes = self._choices(
            self.size_menu,
            [round(scale * 1000) for scale in kit.theme.tokens.text_scales],
            self.text_scale_chosen.emit,
        )
        self._fill(steps)
        self.set_open(is_open=False)
        kit.language.changed.connect(self.retranslate)
        kit.theme.changed.connect(self._show_choices)
        self.retranslate()

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put the menus into the bar of the window."""
        for menu in self.all():
            bar.addMenu(menu)

    def set_open(self, *, is_open: bool) -> None:
        """Say whether there is a shop to work on."""
        for action in (
            self.import_action,
            self.paste_action,
            self.imports_action,
            self.other_action,
            self.export_action,
            self.backup_action,
            self.restore_action,
            self.print_action,
            self.settings_action,
            self.log_action,
            self.sale_action,
            self.task_action,
            self.products_action,
            self.plans_action,
            self.goals_action,
            self.team_action,
            self.month_action,
            self.list_action,
            self.stages_action,
            self.edit_many_action,
            self.tidy_action,
            self.history_action,
            self.trash_action,
            self.duplicates_action,
            self.palette_action,
            self.show_me_action,
            self.lock_action,
        ):
            action.setEnabled(is_open)

    def set_ways(self, *, back: bool, forward: bool) -> None:
        """Say whether there is somewhere to go back to and on to."""
        self.back_action.setEnabled(back)
        self.forward_action.setEnabled(forward)

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Offer the pages of the navigation by Ctrl and their place in it."""
        for action, _page in self._page_actions:
            self.go.removeAction(action)
            self._window.removeAction(action)
            action.deleteLater()
        self._page_actions.clear()
        for number, page in enumerate(pages):
            place = len(self._page_actions) + 1
            if page.in_nav:
                key = f"Ctrl+{place}" if place <= NUMBERED else ""
                action = self._action(key, partial(self.page_asked.emit, number), "")
                action.setIcon(self._kit.theme.icon(page.icon))
                action.setProperty(ICON_NAME, page.icon)
                self.go.addAction(action)
                self._page_actions.append((action, page))
        self._name_pages()

    def retranslate(self) -> None:
        """Set every word again."""
        self.file.setTitle(self.tr("&File"))
        self.edit.setTitle(self.tr("&Edit"))
        self.view.setTitle(self.tr("&View"))
        self.go.setTitle(self.tr("&Go"))
        self.help.setTitle(self.tr("&Help"))
        self.theme_menu.setTitle(self.tr("&Theme"))
        self.language_menu.setTitle(self.tr("&Language"))
        self.size_menu.setTitle(self.tr("Text &size"))
        self.import_action.setText(self.tr("&Import…"))
        self.paste_action.setText(self.tr("Import a &copied table"))
        self.imports_action.setText(self.tr("I&mports until now"))
        self.other_action.setText(self.tr("&Open another shop…"))
        self.export_action.setText(self.tr("&Export contacts…"))
        self.backup_action.setText(self.tr("&Back up now"))
        self.restore_action.setText(self.tr("&Restore backup…"))
        self.print_action.setText(self.tr("&Print…"))
        self.month_action.setText(self.tr("Mo&nthly report…"))
        self.settings_action.setText(self.tr("&Settings"))
        self.log_action.setText(self.tr("&Quick log…"))
        self.sale_action.setText(self.tr("Quick &sale…"))
        self.task_action.setText(self.tr("New &task…"))
        self.products_action.setText(self.tr("&Products"))
        self.plans_action.setText(self.tr("Task p&lans"))
        self.goals_action.setText(self.tr("&Goals"))
        self.team_action.setText(self.tr("T&eam"))
        self.list_action.setText(self.tr("Edit the conditions of the &list…"))
        self.edit_many_action.setText(self.tr("Edit all in this &list…"))
        self.tidy_action.setText(self.tr("Tidy &round"))
        self.stages_action.setText(self.tr("Bring &stages up to date"))
        self.back_action.setText(self.tr("&Back"))
        self.forward_action.setText(self.tr("&Forward"))
        self._name_pages()
        self.history_action.setText(self.tr("&History"))
        self.duplicates_action.setText(self.tr("Possible &duplicates"))
        self.trash_action.setText(self.tr("&Trash"))
        self.lock_action.setText(self.tr("&Lock now"))
        self.quit_action.setText(self.tr("&Quit"))
        self.fold_action.setText(self.tr("&Fold navigation"))
        self.palette_action.setText(self.tr("&Search or jump to…"))
        self.help_action.setText(self.tr("&Help on this page"))
        self.show_me_action.setText(self.tr("Show me the first &import"))
        self.keys_action.setText(self.tr("&Keyboard shortcuts"))
        self.about_action.setText(self.tr("&About Dangol"))
        names = {
            Scheme.SYSTEM.value: self.tr("Like the system"),
            Scheme.LIGHT.value: self.tr("Light"),
            Scheme.DARK.value: self.tr("Dark"),
        }
        for action in self._schemes.actions():
            action.setText(names[action.data()])
        for action in self._languages.actions():
            action.setText(LANGUAGES[action.data()])
        for action in self._sizes.actions():
            action.setText(self.tr("{percent} %").format(percent=action.data() // 10))
        self._show_choices()

    def _fill(self, steps: Steps) -> None:
        self.file.addActions([self.import_action, self.paste_action, self.imports_action])
        self.file.addActions([self.export_action, self.other_action])
        self.file.addSeparator()
        self.file.addActions([self.print_action, self.month_action])
        self.file.addSeparator()
        self.file.addActions([self.backup_action, self.restore_action])
        self.file.addSeparator()
        self.file.addActions([self.history_action, self.trash_action, self.duplicates_action])
        self.file.addSeparator()
        self.file.addActions([self.settings_action, self.lock_action, self.quit_action])
        self.edit.addActions([steps.undo_action, steps.redo_action])
        self.edit.addSeparator()
        self.edit.addActions([self.log_action, self.sale_action, self.task_action])
        self.edit.addActions([self.products_action, self.plans_action])
        self.edit.addActions([self.goals_action, self.team_action])
        self.edit.addActions([self.list_action, self.palette_action])
        self.edit.addSeparator()
        self.edit.addActions([self.edit_many_action, self.tidy_action])
        self.edit.addAction(self.stages_action)
        for menu in (self.theme_menu, self.size_menu, self.language_menu):
            self.view.addMenu(menu)
        self.view.addSeparator()
        self.view.addAction(self.fold_action)
        self.go.addActions([self.back_action, self.forward_action])
        self.go.addSeparator()
        self.help.addActions([self.help_action, self.show_me_action])
        self.help.addSeparator()
        self.help.addActions([self.keys_action, self.about_action])
        self.shop.addActions([self.import_action, self.export_action, self.print_action])
        self.shop.addSeparator()
        self.shop.addActions([self.history_action, self.imports_action, self.trash_action])
        self.shop.addAction(self.duplicates_action)
        self.shop.addSeparator()
        self.shop.addActions([self.restore_action, self.settings_action])
        self.shop.addSeparator()
        for menu in self.all():
            self.shop.addMenu(menu)
        # A hidden menu bar gives no shortcuts: the window has them itself.
        for action in (steps.undo_action, steps.redo_action):
            self._window.addAction(action)

    def all(self) -> tuple[Menu, ...]:
        """Return the menus of the bar."""
        return self.file, self.edit, self.view, self.go, self.help

    def _name_pages(self) -> None:
        for action, page in self._page_actions:
            action.setText(page.title().replace("&", "&&"))

    def _action(self, key: str, run: Callable[[], object], icon: str) -> QAction:
        action = QAction(self)
        if key:
            action.setShortcut(QKeySequence(key))
        if icon:
            action.setIcon(self._kit.theme.icon(icon))
            action.setProperty(ICON_NAME, icon)
        action.triggered.connect(lambda _checked=False: run())
        self._window.addAction(action)
        return action

    def _choices(
        self, menu: Menu, values: list[str] | list[int], chosen: Callable[..., object]
    ) -> QActionGroup:
        group = QActionGroup(self)
        for value in values:
            action = QAction(group, checkable=True)
            action.setData(value)
            action.triggered.connect(lambda _checked=False, value=value: chosen(value))
            menu.addAction(action)
        return group

    def _show_choices(self) -> None:
        theme = self._kit.theme
        for group, chosen in (
            (self._schemes, theme.scheme.value),
            (self._languages, self._kit.language.code),
            (self._sizes, round(theme.text_scale * 1000)),
        ):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def _on_quit(self) -> None:
        self.quit_asked.emit()
