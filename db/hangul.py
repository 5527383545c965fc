"""Hangul as it is searched for: initial consonants, short pieces, half-typed syllables.

All text here is NFC: syllables are single characters from 가 to 힣.
"""

from collections.abc import Iterator
from functools import lru_cache

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_CONSONANTS = frozenset(INITIALS)
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# Two consonants that a keyboard joins while the second waits for its vowel.
_PAIRS = {
    "ㄳ": ("ㄱ", "ㅅ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄶ": ("ㄴ", "ㅎ"), "ㄺ": ("ㄹ", "ㄱ"),
    "ㄻ": ("ㄹ", "ㅁ"), "ㄼ": ("ㄹ", "ㅂ"), "ㄽ": ("ㄹ", "ㅅ"), "ㄾ": ("ㄹ", "ㅌ"),
    "ㄿ": ("ㄹ", "ㅍ"), "ㅀ": ("ㄹ", "ㅎ"), "ㅄ": ("ㅂ", "ㅅ"),
}  # fmt: skip
_VOWELS_AHEAD = {
    8: (9, 10, 11),
    13: (14, 15, 16),
    18: (19,),
}  # ㅗ may become ㅘㅙㅚ, ㅜ ㅝㅞㅟ, ㅡ ㅢ
_FIRST = ord("가")
_FINAL_COUNT = len(_FINALS)
_INITIAL_STEP = _FINAL_COUNT * 21  # syllables with the same initial consonant


class _InitialOf(dict[int, str]):
    """Translation table from syllables to their initial consonants, filled as needed."""

    def __missing__(self, code: int) -> str:
        index = code - _FIRST
        known = 0 <= index < len(INITIALS) * _INITIAL_STEP
        self[code] = INITIALS[index // _INITIAL_STEP] if known else chr(code)
        return self[code]


_INITIAL_OF = _InitialOf()


def initials(text: str) -> str:
    """`text` with each syllable replaced by its initial consonant: '김민지' -> 'ㄱㅁㅈ'."""
    return text.translate(_INITIAL_OF)


def grams(text: str) -> list[str]:
    """Return the pieces of one and two letters of each word, and of its initial consonants.

    Of the initials also those of three, so that 'ㄱㅁㅈ' is one piece. No piece comes twice.
    """
    words = text.split()
    if len(words) == 1:
        return list(_word_grams(words[0]))
    return list(dict.fromkeys(gram for word in words for gram in _word_grams(word)))


@lru_cache(maxsize=4096)
def _word_grams(word: str) -> tuple[str, ...]:
    letters = initials(word)
    found = [*word, *map(str.__add__, word, word[1:])]
    if letters != word or not _CONSONANTS.isdisjoint(word):
        pairs = [*map(str.__add__, letters, letters[1:])]
        found += [*letters, *pairs, *map(str.__add__, pairs, letters[2:])]
    return tuple(dict.fromkeys(found))


def split_pairs(text: str) -> str:
    """Take joined consonants apart: some keyboards make 'ㄳ' of the initials 'ㄱㅅ'."""
    return "".join("".join(_PAIRS.get(c, c)) for c in text)


def span(letter: str) -> tuple[str, str]:
    """Return the first and the last syllable a typed letter may stand for.

    A consonant stands for all that begin with it, a syllable without a final for those with
    one ('기' for 김), anything else for itself.
    """
    if letter in INITIALS:
        first = _FIRST + INITIALS.index(letter) * _INITIAL_STEP
        return chr(first), chr(first + _INITIAL_STEP - 1)
    if is_open(letter):
        return letter, chr(ord(letter) + _FINAL_COUNT - 1)
    return letter, letter


def is_open(letter: str) -> bool:
    """Tell whether this is a syllable without a final consonant."""
    return "가" <= letter <= "힣" and (ord(letter) - _FIRST) % _FINAL_COUNT == 0


def readings(text: str) -> Iterator[tuple[str, str]]:
    """Yield what `text` may become while its last syllable is still being typed.

    Each reading is (certain text, last letter as `span` takes it). The final consonant may
    belong to the next syllable ('간' -> '가', 'ㄴ'; '첤' -> '철', 'ㅅ') or grow ('달' -> '닭'),
    the vowel may grow too ('구' -> '궈').
    """
    stem, last = text[:-1], text[-1:]
    if not "가" <= last <= "힣":
        return
    vowel, final = divmod((ord(last) - _FIRST) % _INITIAL_STEP, _FINAL_COUNT)
    if final == 0:
        for longer in _VOWELS_AHEAD.get(vowel, ()):
            yield stem, chr(ord(last) + (longer - vowel) * _FINAL_COUNT)
        return
    letter = _FINALS[final]
    for joined, (first, second) in _PAIRS.items():
        if joined == letter:
            yield stem + chr(ord(last) - final + _FINALS.index(first)), second
        elif first == letter:
            yield stem + chr(ord(last) - final + _FINALS.index(joined)), ""
    if letter in INITIALS:
        yield stem + chr(ord(last) - final), letter
