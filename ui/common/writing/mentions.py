"""Colleagues named in a text: '@이서연' is painted like a link to somebody."""

import re
from collections.abc import Collection

from PySide6.QtGui import QBrush, QColor, QTextLayout

from ui.common.text import Paragraph, TextLook, keep_words

SIGN = "@"
BEFORE_CURSOR = re.compile(r"(?:^|(?<=\s))@([^\s@]{0,40})$")


def mention_at(text: str) -> str | None:
    """Return what is typed of a name at the end of this text, as '이서' of '… @이서'; else None."""
    found = BEFORE_CURSOR.search(text)
    return found[1] if found else None


def pattern_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Return what finds '@' and one of these names in a paragraph; None without names."""
    longest_first = sorted({name for name in names if name}, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile("|".join(re.escape(SIGN + keep_words(name)) for name in longest_first))


class MentionParagraph(Paragraph):
    """A paragraph whose mentions are painted in a colour of their own."""

    def __init__(
        self,
        markup: str,
        look: TextLook,
        width: float,
        most: int,
        pattern: re.Pattern[str] | None,
        colour: QColor,
    ) -> None:
        self._pattern = pattern
        self._accent = colour
        super().__init__(markup, look, width, most)

    def _broken(
        self, text: str, formats: list[QTextLayout.FormatRange], most: int
    ) -> tuple[QTextLayout, int]:
        spans = list(self._pattern.finditer(text)) if self._pattern else []
        marked = list(formats)
        for span in spans:
            run = QTextLayout.FormatRange()
            run.start, run.length = span.start(), span.end() - span.start()
            run.format.setFont(self._look.strong)
            run.format.setForeground(QBrush(self._accent))
            marked.append(run)
        return super()._broken(text, marked, most)
