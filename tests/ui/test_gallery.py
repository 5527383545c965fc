"""The gallery shows everything, in each theme and text size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from ui.common.theme import Scheme, Theme
from ui.gallery import Gallery, open_gallery


@pytest.fixture
def gallery(theme: Theme) -> Iterator[Gallery]:
    gallery = open_gallery(theme)
    yield gallery
    gallery.close()
    gallery.deleteLater()
    # Without an event loop nothing is deleted, and each new theme would repaint all galleries.
    QApplication.sendPostedEvents(gallery, QEvent.Type.DeferredDelete)


def test_everything_that_takes_the_focus_has_a_name(gallery: Gallery):
    QApplication.processEvents()
    kinds = (QAbstractButton, QLineEdit)
    nameless = [
        widget
        for widget in gallery.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisibleTo(gallery)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_is_painted_in_each_theme_and_size(
    gallery: Gallery, theme: Theme, scheme: Scheme, scale: float
):
    theme.use(scheme, text_scale=scale)
    QApplication.processEvents()
    picture = gallery.sheet.grab().toImage()
    assert picture.pixelColor(2, 2) == theme.colour("canvas")
    assert not gallery.parts.grab().isNull()


def test_its_own_switches_change_the_look(gallery: Gallery, theme: Theme):
    gallery._on_scheme_chosen("dark")
    gallery._on_scale_chosen("1.25")
    assert theme.dark
    assert theme.text_scale == 1.25


def test_undo_in_the_toast_answers(gallery: Gallery):
    gallery.sheet.toast._button.click()
    assert gallery.sheet.toast.text == "Contact restored"
