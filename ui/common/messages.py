"""Puts the core's facts into the words of the window's language."""

from typing import Any

from app.errors import InvalidInputError, Problem, UserError
from app.words import describe, reason_words, say, sentence_of
from ui.common.language import Language


class Messages:
    """The sentences of app.words in the language the window speaks now."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def describe(self, error: UserError) -> str:
        """Return what happened and, where possible, what to do."""
        return describe(error, self._language.code)

    def problem(self, problems: dict[str, Problem]) -> str:
        """Return what is wrong with a form; empty if nothing is."""
        return self.describe(InvalidInputError(problems)) if problems else ""

    def done(self, op: str, facts: dict[str, Any]) -> str:
        """Return what an action did, as History says it."""
        return sentence_of(op, facts, self._language.code)

    def reason(self, code: str) -> str:
        """Return why a row or a cell was left out or marked."""
        return reason_words(code, self._language.code)

    def why(self, code: str) -> str:
        """Return that reason as it stands alone, with a capital."""
        words = self.reason(code)
        return words[:1].upper() + words[1:]

    def say(self, key: str, **facts: object) -> str:
        """Return the sentence of that key."""
        return say(key, self._language.code, **facts)
