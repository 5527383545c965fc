"""In large type the heads of the pages have room for all they say."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.focus_parts import is_seen
from ui.common.bars import bar
from ui.common.header_bar import HeaderBar
from ui.common.page import Page
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.exchange.plan import PlanPage
from ui.program import Program
from ui.waiting import TookTooLongError, settle, wait_until

TIGHT = QSize(1024, 700)
WORDS = ("Tasks", "Possible duplicates", "할 일", "가져온 파일", "Week", "New appointment")


def faults_of(head: QFrame) -> Iterator[str]:
    """What has no room in the head of a page."""
    for label in head.findChildren(Label):
        hint = label.sizeHint()
        small = label.width() < hint.width() or label.height() < hint.height()
        if label.style_name == "title" and is_seen(label, head) and small:
            yield f"the title {label.text()!r} is cut: {label.size()}, {hint} in {head.size()}"
    for part in (each for each in head.children() if isinstance(each, QWidget)):
        if is_seen(part, head) and not head.rect().contains(part.geometry()):
            yield f"{type(part).__name__} stands out of the head"


def test_no_title_of_a_page_is_cut_in_a_small_window_in_type_twice_as_large(
    program: Program, tmp_path: Path
) -> None:
    window, found = program.window, []
    program.kit.theme.use(text_scale=2.0)
    window.menus.goals_action.trigger()
    window.menus.team_action.trigger()
    window.resize(TIGHT)

    def faults() -> list[str]:
        heads = [each for each in window.findChildren(QFrame, "Header") if each.isVisible()]
        return [fault for head in heads for fault in faults_of(head)]

    def look(at: str) -> None:
        settle(10)
        with suppress(TookTooLongError):  # words that are read come a moment later
            wait_until(lambda: not faults(), seconds=2)
        found.extend(f"{at}: {fault}" for fault in faults())

    for page in window.findChildren(Page):
        window.open_page_of(page)
        look(type(page).__name__)
    file = tmp_path / "people.csv"
    file.write_text("name,phone\nA,010-0100-0000\n", encoding="utf-8")
    window.files_dropped.emit([file])
    wait_until(lambda: window.findChild(PlanPage) is not None)
    look("the import")
    program.kit.theme.use(text_scale=1.0)
    assert not found, "\n".join(found)


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def head(room: QWidget, theme: Theme) -> HeaderBar:
    """A title, a count, and three buttons at the right; its window has room for more."""
    parts = [Label(theme, "Tasks", "title"), Label(theme, "12 open", colour="muted"), None]
    head = bar(theme, "Header", 56, [*parts, *(Button(theme, "New") for _ in range(3))])
    head.setParent(room)
    head.show()
    return head


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    title=st.sampled_from(WORDS), words=st.lists(st.sampled_from(WORDS), min_size=3, max_size=3),
    scale=st.sampled_from([1.0, 1.5, 2.0]), width=st.integers(420, 1400),
)  # fmt: skip
def test_a_head_breaks_into_lines_before_anything_in_it_is_cut(
    theme: Theme, head: HeaderBar, title: str, words: list[str], scale: float, width: int
) -> None:
    theme.use(text_scale=scale)
    head.findChildren(Label)[0].set_text(title)
    for button, text in zip(head.findChildren(Button), words, strict=True):
        button.set_text(text)
        button.updateGeometry()
    head.resize(width, head.height())
    settle(5)
    with suppress(TookTooLongError):
        wait_until(lambda: not list(faults_of(head)), seconds=2)
    assert not list(faults_of(head))
    shown = [part for part in head.children() if isinstance(part, QWidget)]
    needed = sum(part.sizeHint().width() + 8 for part in shown) + 32
    assert head.lines == 1 if needed <= width else head.lines > 1
    for one in shown:
        others = [part for part in shown if part is not one]
        assert not any(part.geometry().intersects(one.geometry()) for part in others)
