"""The start: a window on the screen at once, then everything that fills it."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from ui.common.state import SHOP_FILE, WindowState
from ui.shell.application import Application
from ui.shell.main_window import MainWindow

PATIENCE = 0.5  # s the first picture may take; then the rest begins without it
STEP = 10  # ms between two looks
FINISH = "--finish-update"  # as app.updating.starting says it
OWN = (".dangol", ".dangol-backup.db")  # files the system opens with Dangol


def options_of(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Return our own options and those left for Qt."""
    parser = argparse.ArgumentParser(
        prog="dangol", description="The customer book of a small shop."
    )
    parser.add_argument("--db", type=Path, help="the shop's file; made if it is not there")
    parser.add_argument("--gallery", action="store_true", help="show the parts of the window")
    parser.add_argument("--self-test", action="store_true", help="prove that every part works")
    parser.add_argument("--out", type=Path, help="the file for the lines of --self-test")
    parser.add_argument(
        "--until-open", action="store_true", help="end when the shop is open: to time the start"
    )
    parser.add_argument(
        "--safe-mode", action="store_true", help="plain look, no watched folders, no background"
    )
    options, rest = parser.parse_known_args(arguments)
    own = [word for word in rest if word.lower().endswith(OWN)]
    options.file = Path(own[0]) if own else None
    return options, [word for word in rest if word not in own]


def first_picture(state: WindowState) -> MainWindow:
    """Show the window where it was, with nothing in it, and wait until it has been painted.

    Reading the modules of what fills it takes longer than all this.
    """
    window = MainWindow(state)
    window.show_where_it_was()
    late = time.monotonic() + PATIENCE
    while not window.is_painted and time.monotonic() < late:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, STEP)
    return window


def main() -> int:
    """Run Dangol."""
    if sys.argv[1:2] == [FINISH]:
        from ui.updates.finishing import finish_update  # noqa: PLC0415

        return finish_update(sys.argv[2:])
    options, rest = options_of(sys.argv[1:])
    if options.self_test:
        from ui.selftest import prove  # noqa: PLC0415

        return prove(options.out)
    if getattr(sys, "frozen", False):
        from ui.updates.at_start import take_update  # noqa: PLC0415 - only in the built program

        take_update(sys.argv[1:])
    application = Application([sys.argv[0], *rest])
    application.setApplicationName("Dangol")
    if options.gallery:
        from ui.common.theme import Scheme, Theme  # noqa: PLC0415
        from ui.gallery import open_gallery  # noqa: PLC0415

        theme = Theme(application)
        theme.use(Scheme.SYSTEM)
        gallery = open_gallery(theme)
        gallery.destroyed.connect(application.quit)
        return application.exec()
    state = WindowState()
    last = Path(state.text(SHOP_FILE))
    if options.safe_mode:
        state = state.plain()
    window = first_picture(state)
    from app import places  # noqa: PLC0415 - all this after the first picture
    from app.logs import log_to  # noqa: PLC0415
    from ui.common.icons import logo  # noqa: PLC0415
    from ui.program import Program  # noqa: PLC0415

    application.setWindowIcon(logo(256))
    log_to(places.data_folder() / "logs")
    path = options.db or (last if last.is_file() else places.data_folder() / "shop.db")
    program = Program(application, path, state=state, window=window)
    program.crashes.install()
    program.kit.doings.is_safe = options.safe_mode
    program.keeping.start(options.file)
    application.hand_files_to(program.keeping.take_file)
    if options.until_open:
        from ui.waiting import wait_until  # noqa: PLC0415

        wait_until(lambda: program.is_open)
        window.close()
        program.close()
        return 0
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
