"""Single letters as commands, also while the keyboard writes Hangul."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# The two-set layout: which letter key a Hangul letter stands on.
KEYS = dict(
    zip(
        "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ",
        "abcdefghijklmnopqrstuvwxyz",
        strict=True,
    )
)
HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def letter_of(event: QKeyEvent) -> str:
    """Return the letter or sign of a key pressed without Ctrl or Alt, in lower case; else ''."""
    if event.modifiers() & HELD:
        return ""
    typed = event.text().lower()
    if typed in KEYS:
        return KEYS[typed]
    virtual = event.nativeVirtualKey()
    if not typed and ord("A") <= virtual <= ord("Z"):  # Windows, while Hangul is composed
        return chr(virtual).lower()
    return typed if len(typed) == 1 and typed.isprintable() else ""
