"""What the two indexes are asked for typed words; what they answer is only worth a look."""

from collections.abc import Iterator
from typing import NamedTuple

from db.search_words import Word


class Question(NamedTuple):
    """What one FTS table is asked; `exact` if the answer needs no second look."""

    table: str
    expression: str
    exact: bool = False

    def ask(self, what: str) -> tuple[str, tuple[str]]:
        """Return the query for the ids or the count of what answers it, and its values."""
        return f"SELECT {what} FROM {self.table} WHERE {self.table} MATCH ?", (self.expression,)

    def ask_texts(self, columns: str) -> tuple[str, tuple[str]]:
        """Return the query for these columns of `contact_search`, by rising id."""
        texts = f"CROSS JOIN contact_search ON id = {self.table}.rowid"
        return (
            f"SELECT {columns} FROM {self.table} {texts} WHERE {self.table} MATCH ?",
            (self.expression,),
        )


def anywhere(words: list[Word]) -> list[Question]:
    """Return what together covers every contact that has these words; one table if possible."""
    exact = all(word.is_exact for word in words)
    if all(word.for_trigrams for word in words):
        return [_trigrams(words, exact=exact)]
    if all(word.for_grams for word in words):
        return [_grams(words, exact=exact and not any(word.for_trigrams for word in words))]
    return [
        _trigrams([word for word in words if word.for_trigrams]),
        _grams([word for word in words if not word.for_trigrams]),
    ]


def best(words: list[Word]) -> Iterator[str]:
    """Yield what `contact_gram` is asked for the best hits, best first."""
    starts = [word.start_in_grams() for word in words]
    if any(starts):
        asked = [
            start or (word.anywhere_in_grams() if word.for_grams else "")
            for start, word in zip(starts, words, strict=True)
        ]
        yield " AND ".join(filter(None, asked))
    names = [word.names_in_grams() for word in words]
    yield " AND ".join(names)
    tags = [word.tags_in_grams() for word in words]
    if any(tags) and (len(words) == 1 or not all(word.for_grams for word in words)):
        either = zip(names, tags, strict=True)
        yield " AND ".join(f"({' OR '.join(filter(None, ways))})" for ways in either)


def _trigrams(words: list[Word], *, exact: bool = False) -> Question:
    asked = " AND ".join(word.anywhere_in_trigrams() for word in words)
    return Question("contact_trigram", asked, exact)


def _grams(words: list[Word], *, exact: bool = False) -> Question:
    asked = " AND ".join(word.anywhere_in_grams() for word in words)
    return Question("contact_gram", asked, exact)
