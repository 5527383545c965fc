"""The avatar of a contact that takes a photo: dropped, pasted, or chosen from its menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFileDialog

from app.shapes.contacts import ContactDetail
from ui.common.kit import Kit
from ui.common.painting import ring
from ui.common.picture_files import KINDS, picture_at, saved, shrunk
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.state import state_of

if TYPE_CHECKING:
    from app.services.files import FileService

OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PhotoAvatar(Avatar):
    """Shows the photo of a contact, or the initials; Enter or a click opens its menu."""

    def __init__(self, kit: Kit, size: int) -> None:
        super().__init__(kit.theme, "", 0, size)
        self._kit = kit
        self._files: FileService | None = None
        self._contact_id = 0
        self._shown = ""  # the photo that is shown, or on its way

    def serve(self, files: FileService) -> None:
        """Give it what photos are kept with; until then it is a picture and no more."""
        self._files = files
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._kit.language.changed.connect(self._tell)
        self._tell()
        if self._shown:
            self._load(files)

    def show_photo_of(self, detail: ContactDetail) -> None:
        """Show a contact: at once by its initials, then by the photo, if there is one."""
        company = detail.kind == "company"
        self.show_contact(detail.name, avatar_colour(detail.id), company=company)
        photo = str(detail.values.get("photo") or "")
        if (detail.id, photo) != (self._contact_id, self._shown):
            self._contact_id, self._shown = detail.id, photo
            self.show_photo(None)
            if photo and self._files is not None:
                self._load(self._files)
        self._tell()

    def menu(self) -> Menu:
        """Return what can be done with the photo."""
        menu = Menu(self._kit.theme, parent=self)
        menu.add(self.tr("Choose a photo"), "image").triggered.connect(self.ask)
        paste = menu.add(self.tr("Paste a photo"), "clipboard-paste", "Ctrl+V")
        paste.setEnabled(_has_picture(QApplication.clipboard().mimeData()))
        paste.triggered.connect(self.paste)
        remove = menu.add(self.tr("Remove the photo"), "trash-2", "Del", danger=True)
        remove.setEnabled(bool(self._shown))
        remove.triggered.connect(self.remove)
        return menu

    def ask(self) -> None:
        """Ask for a picture file."""
        dialog = QFileDialog(self, self.tr("Choose a photo"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = self.tr("Pictures ({kinds})").format(kinds=KINDS)
        dialog.setNameFilters([known, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Take the picture, or the picture file, of the clipboard."""
        self._take(QApplication.clipboard().mimeData())

    def remove(self) -> None:
        """Take the photo off."""
        files, contact_id = self._files, self._contact_id
        if files is not None and self._shown:
            self._kit.runner.write(lambda _ticket: files.remove_photo(contact_id))

    def take_file(self, path: Path) -> None:
        """Make a picture file the photo."""
        self._set(lambda: shrunk(picture_at(path), path.name), path.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._files is None:
            super().keyPressEvent(event)
        elif event.key() in OPENS or event.key() == Qt.Key.Key_Menu:
            popup(self.menu(), under(self))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._files is not None and event.button() == Qt.MouseButton.LeftButton:
            popup(self.menu(), under(self))
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._files is not None:
            popup(self.menu(), event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())

    def event(self, event: QEvent) -> bool:
        pastes = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if pastes and event.type() == QEvent.Type.ShortcutOverride and self._files is not None:
            event.accept()  # the window's own Ctrl+V waits
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if state_of(self).ring:
            painter = QPainter(self)
            ring(painter, self._kit.theme, QRectF(self.rect()), self.width() / 2)
            painter.end()

    def _tell(self) -> None:
        if self._files is not None:
            has, lacks = self.tr("Photo, there is one"), self.tr("Photo, there is none")
            self.setAccessibleName(has if self._shown else lacks)
            self.setToolTip(self.tr("Drop or paste a photo here"))

    def _take(self, data: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.take_file(paths[0])
        elif data.hasImage():
            image = QImage(data.imageData())
            self._set(lambda: saved(image), "")

    def _set(self, read: Callable[[], bytes], name: str) -> None:
        files, contact_id = self._files, self._contact_id
        if files is not None and contact_id:
            self._kit.runner.write(lambda _ticket: files.set_photo(contact_id, read(), name))

    def _load(self, files: FileService) -> None:
        contact_id, asked = self._contact_id, self._shown

        def task(_ticket: object) -> QImage | None:
            content = files.photo(contact_id)
            return QImage.fromData(shrunk(content)) if content else None

        def show(image: QImage | None) -> None:
            if (contact_id, asked) == (self._contact_id, self._shown):
                self.show_photo(image)

        # A photo that is damaged or gone is told by the check; the initials stand in for it.
        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(show)


def _has_picture(data: QMimeData | None) -> bool:
    if data is None:
        return False
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())
