"""The look of last time, before a shop is open that says how it is to be."""

from app.settings import LANGUAGE
from ui.common.language import Language
from ui.common.state import WindowState
from ui.common.theme import Theme, scheme_of


def look_as_last_time(theme: Theme, language: Language, state: WindowState) -> None:
    """Take the scheme, the text size and the language that this PC remembers."""
    language.use(state.text("look/language") or LANGUAGE.default())
    size = int(state.text("look/size", "1000"))
    theme.use(scheme_of(state.text("look/theme", "system")), text_scale=size / 1000)
