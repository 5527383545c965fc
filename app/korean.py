"""Korean particles: which form follows a word depends on its last sound."""

FIRST_SYLLABLE, LAST_SYLLABLE = "가", "힣"
# After a final consonant, after a vowel.
PAIRS = {
    "을": ("을", "를"), "를": ("을", "를"), "이": ("이", "가"), "가": ("이", "가"),
    "은": ("은", "는"), "는": ("은", "는"), "과": ("과", "와"), "와": ("과", "와"),
    "으로": ("으로", "로"), "로": ("으로", "로"), "아": ("아", "야"), "이나": ("이나", "나"),
}  # fmt: skip
# How digits are read: 영 일 이 삼 사 오 육 칠 팔 구. Final ㄹ counts as a vowel for 으로.
DIGITS_WITH_FINAL = "013678"
DIGITS_WITH_RIEUL = "178"
# How Latin letters are read: 엘, 엠, 엔, 알; the others end in a vowel.
LETTERS_WITH_FINAL = "lmnr"
LETTERS_WITH_RIEUL = "lr"
RIEUL = 8  # the final ㄹ among the 28


def with_particle(word: str, particle: str) -> str:
    """Return `word` with the form of `particle` its last sound asks for ('고객' + '을')."""
    final, rieul = _last_sound(word)
    after_final, after_vowel = PAIRS[particle]
    if after_final == "으로" and rieul:
        return word + after_vowel
    return word + (after_final if final else after_vowel)


def _last_sound(word: str) -> tuple[bool, bool]:
    """Return whether the word ends in a consonant, and whether that is ㄹ."""
    last = next((c for c in reversed(word) if c.isalnum()), "")
    if FIRST_SYLLABLE <= last <= LAST_SYLLABLE:
        final = (ord(last) - ord(FIRST_SYLLABLE)) % 28
        return final != 0, final == RIEUL
    low = last.lower()
    known_final = low in DIGITS_WITH_FINAL or low in LETTERS_WITH_FINAL
    return bool(low) and known_final, bool(low) and low in DIGITS_WITH_RIEUL + LETTERS_WITH_RIEUL
