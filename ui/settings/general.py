"""Language, theme and text size."""

from PySide6.QtWidgets import QWidget

from app.settings import LANGUAGE, TEXT_SIZE, THEME
from ui.common.kit import Kit
from ui.common.language import LANGUAGES
from ui.common.theme import Scheme
from ui.common.widgets.card import Card
from ui.common.widgets.segmented import Segmented
from ui.settings.choices import Choices
from ui.settings.section import Section, SettingRow, fill


class GeneralSection(Section):
    """How the program looks and speaks; each choice holds at once."""

    icon = "palette"

    def __init__(self, kit: Kit, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._choices = choices
        theme = kit.theme
        sizes = [round(scale * 1000) for scale in theme.tokens.text_scales]
        self.language = Segmented(theme, LANGUAGES, "", size=32)
        self.scheme = Segmented(theme, {scheme.value: " " for scheme in Scheme}, "", size=32)
        self.text_size = Segmented(theme, {str(size): " " for size in sizes}, "", size=32)
        self._rows = [SettingRow(theme, c) for c in (self.language, self.scheme, self.text_size)]
        self.column.addWidget(fill(Card(theme), *self._rows))
        self.language.chosen.connect(lambda code: choices.put(LANGUAGE, code))
        self.scheme.chosen.connect(lambda value: choices.put(THEME, value))
        self.text_size.chosen.connect(lambda size: choices.put(TEXT_SIZE, int(size)))

    def title(self) -> str:
        return self.tr("General")

    def about(self) -> str:
        return self.tr("Language and look. Each choice holds at once.")

    def retranslate(self) -> None:
        super().retranslate()
        language, scheme, size = self._rows
        language.set_words(self.tr("Language"))
        scheme.set_words(self.tr("Theme"))
        size.set_words(self.tr("Text size"), self.tr("Rows grow with their text."))
        self.scheme.set_texts(
            {
                Scheme.SYSTEM.value: self.tr("System"),
                Scheme.LIGHT.value: self.tr("Light"),
                Scheme.DARK.value: self.tr("Dark"),
            }
        )
        percent = self.tr("{percent} %")
        scales = self.kit.theme.tokens.text_scales
        self.text_size.set_texts(
            {str(round(s * 1000)): percent.format(percent=f"{s * 100:g}") for s in scales}
        )

    def refresh(self) -> None:
        self.language.choose(self._choices.get(LANGUAGE))
        scheme, size = self._choices.get(THEME), str(self._choices.get(TEXT_SIZE))
        schemes = {scheme.value for scheme in Scheme}
        self.scheme.choose(scheme if scheme in schemes else Scheme.SYSTEM.value)
        sizes = {str(round(s * 1000)) for s in self.kit.theme.tokens.text_scales}
        self.text_size.choose(size if size in sizes else "1000")
