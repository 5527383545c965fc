"""What the stages of a contact are called, and their colours and icons."""

from app.words import kind_words

# Role of colour and icon of each stage.
LOOKS = {
    "lead": ("info", "message-circle"),
    "interested": ("info", "star"),
    "first_purchase": ("info", "sparkles"),
    "repeat": ("accent", "footprints"),
    "regular": ("success", "repeat"),
    "slipping": ("warning", "trending-down"),
    "dormant": ("neutral", "moon"),
    "lost": ("neutral", "door-open"),
    "returned": ("success", "undo-2"),
}
NOWHERE = ("neutral", "circle-dashed")


def stage_words(stage: str, language: str) -> str:
    """Return the name of a stage as it begins a line."""
    words = kind_words("stage", stage, language)
    return words[:1].upper() + words[1:]
