"""History and toasts say which setting was changed to what."""

import pytest

from app.bootstrap import Core
from app.settings import (
    COUNTRY,
    CURRENCY,
    LANGUAGE,
    LETTER_KEYS,
    SHOP_NAME,
    TEXT_SIZE,
    THEME,
)
from app.words import sentence_of


@pytest.mark.parametrize(
    ("setting", "value", "english", "korean"),
    [
        (LANGUAGE, "en", "Language changed to English", "언어를 영어로 바꿨어요"),
        (THEME, "dark", "Theme changed to dark", "테마를 ‘어둡게’로 바꿨어요"),
        (THEME, "system", "Theme changed to the system’s", "테마를 ‘시스템 설정’으로 바꿨어요"),
        (TEXT_SIZE, 1250, "Text size changed to 125 %", "글자 크기를 125 %로 바꿨어요"),
        (SHOP_NAME, "봄날 꽃집", "Name of the shop changed to 봄날 꽃집",
         "가게 이름을 봄날 꽃집으로 바꿨어요"),
        (COUNTRY, "US", "Country changed to United States", "나라를 미국으로 바꿨어요"),
        (COUNTRY, "BR", "Country changed to BR", "나라를 BR로 바꿨어요"),
        (CURRENCY, "USD", "Currency changed to USD", "통화를 USD로 바꿨어요"),
        (LETTER_KEYS, False, "Single-letter keys switched off", "한 글자 단축키를 껐어요"),
        (LETTER_KEYS, True, "Single-letter keys switched on", "한 글자 단축키를 켰어요"),
    ],
)  # fmt: skip
def test_each_setting_is_named_with_what_it_is_now(
    core: Core, setting, value, english, korean
) -> None:
    core.settings.put(setting, value)
    done = core.history.entries()[0]
    assert sentence_of(done.op, done.facts, "en") == english
    assert sentence_of(done.op, done.facts, "ko") == korean
    undone = core.history.undo()
    whole = {"of": undone.op, "facts": undone.facts}
    assert sentence_of("undo", whole, "en") == f"Undid: {english}"


def test_a_name_taken_away_says_so(core: Core) -> None:
    core.settings.put(SHOP_NAME, "봄날")
    core.settings.put(SHOP_NAME, "")
    done = core.history.entries()[0]
    assert sentence_of(done.op, done.facts, "en") == "Name of the shop removed"
    assert sentence_of(done.op, done.facts, "ko") == "가게 이름을 지웠어요"


def test_what_older_files_tell_without_the_value_still_has_a_sentence() -> None:
    assert sentence_of("change_setting", {"key": "theme"}, "en") == "Changed a setting"
    assert (
        sentence_of("change_setting", {"key": "no_such", "value": 1}, "en") == "Changed a setting"
    )
