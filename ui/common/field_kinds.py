"""The kinds of the shop's own fields, as they look and are called."""

from app.words import kind_words

ICONS = {
    "text": "type",
    "number": "hash",
    "money": "banknote",
    "date": "calendar",
    "yes_no": "square-check",
    "choice": "circle-dot",
    "choices": "list-checks",
    "person": "user-round",
    "file": "paperclip",
}


def kind_name(kind: str, language: str) -> str:
    """Return what people call a kind of field: 'one of several'."""
    return kind_words("custom", kind, language)
