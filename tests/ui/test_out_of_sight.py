"""A test that runs while somebody works shows no window."""

from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import delete

from ui.out_of_sight import OutOfSight


def test_no_window_reaches_the_screen_and_each_is_painted(qtbot, qapp):
    sight = OutOfSight(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(60, 40)
    dialog = QDialog(window)
    for each in (window, dialog):
        each.show()
        qapp.processEvents()
        assert each.isVisible()
        assert not each.windowHandle().isExposed()
        assert not each.grab().isNull()
    delete(sight)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    assert other.windowHandle().isExposed()
