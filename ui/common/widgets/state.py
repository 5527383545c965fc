"""What state a painted widget is in."""

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.common.keyboard_focus import shows_ring

SHOWN = "shown"  # property by which the gallery shows a state that nobody is causing


@dataclass(frozen=True, slots=True)
class State:
    """The state as a painter needs it; `ring` is focus that the keyboard brought."""

    enabled: bool
    hover: bool
    down: bool
    checked: bool
    ring: bool


def state_of(widget: QWidget) -> State:
    """Return the state the widget is in, or the one the gallery wants to see."""
    shown = widget.property(SHOWN)
    button = widget if isinstance(widget, QAbstractButton) else None
    enabled = widget.isEnabled()
    return State(
        enabled=enabled,
        hover=enabled and (widget.underMouse() or shown == "hover"),
        down=(button is not None and button.isDown()) or shown == "pressed",
        checked=button is not None and button.isChecked(),
        ring=shows_ring(widget) or shown == "focus",
    )


def literal(text: str) -> str:
    """Return the text for a Qt button, which would take a single & for a shortcut mark."""
    return text.replace("&", "&&")


def words_of(button: QAbstractButton) -> str:
    """Return the text of a button as it reads."""
    return button.text().replace("&&", "&")
