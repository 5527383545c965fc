"""Single letters as commands, also while the keyboard writes Hangul."""

from PySide6.QtCore import QCoreApplication, Qt
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
OFF = "letter-keys-off"  # property of the application, so that every page obeys the one switch


def use_letters(*, on: bool) -> None:
    """Let single letters be commands in the whole program, or not (WCAG 2.1.4)."""
    if (application := QCoreApplication.instance()) is not None:
        application.setProperty(OFF, not on)


def letters_used() -> bool:
    """Tell whether single letters are commands."""
    application = QCoreApplication.instance()
    return application is None or not application.property(OFF)


def letter_of(event: QKeyEvent) -> str:
    """Return the letter or sign of a key pressed without Ctrl or Alt, in lower case; else ''.

    Also '' for every key while single letters are switched off.
    """
    if event.modifiers() & HELD or not letters_used():
        return ""
    typed = event.text().lower()
    if typed in KEYS:
        return KEYS[typed]
    virtual = event.nativeVirtualKey()
    if not typed and ord("A") <= virtual <= ord("Z"):  # Windows, while Hangul is composed
        return chr(virtual).lower()
    return typed if len(typed) == 1 and typed.isprintable() else ""
