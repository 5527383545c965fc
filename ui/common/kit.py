"""What every part of the window is given."""

from dataclasses import dataclass, field

from ui.common.doings import Doings
from ui.common.formats import Formats
from ui.common.jobs import JobRunner
from ui.common.language import Language
from ui.common.messages import Messages
from ui.common.state import WindowState
from ui.common.tag_colours import TagColours
from ui.common.theme import Theme


@dataclass(frozen=True)
class Kit:
    """The look, the words and the threads; of the shop it is only told how tags look."""

    theme: Theme
    language: Language
    messages: Messages
    formats: Formats
    runner: JobRunner
    state: WindowState
    tags: TagColours = field(default_factory=TagColours)
    doings: Doings = field(default_factory=Doings)
