"""The language of the window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from resources import path

LANGUAGES = {"ko": "한국어", "en": "English"}


class Language(QObject):
    """Which language the program speaks; switches at once.

    Whoever shows words sets them again on `changed`, which comes after the translators are
    in place. A missing translation file leaves the English of the sources.
    """

    changed = Signal()

    def __init__(self, application: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = "en"
        self._application = application
        self._speaks = False  # until the first use no translator is in place
        self._translators: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Speak that language from now on: 'ko' or 'en'."""
        if self._speaks and code == self.code:
            return
        self._speaks = True
        earlier = self._translators
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        files = [qt / f"qtbase_{code}.qm", path(f"i18n/dangol_{code}.qm")]
        self._translators = [t for t in map(self._loaded, files) if t is not None]
        for translator in self._translators:
            self._application.installTranslator(translator)
        for translator in earlier:  # only now: no word is ever without a translation
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self.code = code
        self.changed.emit()

    def _loaded(self, file: Path) -> QTranslator | None:
        if not file.exists():
            return None
        translator = QTranslator(self)
        if translator.load(str(file)):
            return translator
        translator.deleteLater()
        return None
