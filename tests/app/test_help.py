"""The help: both languages say the same pages, and what they name is there in the program."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from app.help import TOPICS, find, pages
from app.words import LANGUAGES
from resources import path

ROOT = Path(__file__).parent.parent.parent
HELP = path("help")
BOLD = re.compile(r"\*\*(.+?)\*\*")
KEY = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)]*)\)")
LETTER_BEHIND = re.compile(r"\(&.\)")


def plain(text):
    return re.sub(r"&(.)", r"\1", LETTER_BEHIND.sub("", text))


@pytest.fixture(scope="module")
def words():
    """{language: every text of the window in it}."""
    found = {"en": set(), "ko": set()}
    for message in ET.parse(path("i18n/dangol_ko.ts")).getroot().iter("message"):
        found["en"].add(plain(message.findtext("source", "")))
        found["ko"].add(plain(message.findtext("translation", "")))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_has_its_page_and_no_page_is_without_a_topic(language):
    assert sorted(file.stem for file in (HELP / language).iterdir()) == sorted(TOPICS)
    assert [page.topic for page in pages(language)] == list(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_have_the_same_headings_lists_keys_and_links(topic):
    def shape(language):
        text = (HELP / language / f"{topic}.md").read_text(encoding="utf-8")
        marks = re.findall(r"^(#+|-) ", text, re.MULTILINE)
        return marks, sorted(set(KEY.findall(text))), sorted(set(LINK.findall(text)))

    assert shape("en") == shape("ko")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_begins_with_its_title_and_has_at_most_200_words(language):
    for page in pages(language):
        assert page.text.startswith("# ")
        assert len(page.plain.split()) <= 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_link_leads_to_a_page(language):
    for page in pages(language):
        assert set(LINK.findall(page.text)) <= {f"{topic}.md" for topic in TOPICS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_named_in_bold_is_a_text_of_the_window(language, words):
    named = {(page.topic, word) for page in pages(language) for word in BOLD.findall(page.text)}
    assert {(topic, word) for topic, word in named if word not in words[language]} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_is_left_standing_where_a_word_follows_it(language):
    # Markdown ends bold only where no letter follows a sign: '(.xlsx)**이' would show the stars.
    for page in pages(language):
        assert re.search(r"[^\w\s]\*\*\w", BOLD.sub(bold_to_signs, page.text)) is None


def bold_to_signs(match):
    return f"**{match[1]}**" if re.match(r"[^\w\s]", match[1][-1]) else match[1]


def test_an_unknown_language_is_told_in_english():
    assert pages("fr") == pages("en")


def test_the_index_of_the_documents_links_to_the_very_files_of_the_program():
    index = (ROOT / "docs" / "help.md").read_text(encoding="utf-8")
    rows = [
        f"| [{en.title}](../resources/help/en/{en.topic}.md)"
        f" | [{ko.title}](../resources/help/ko/{ko.topic}.md) |"
        for en, ko in zip(pages("en"), pages("ko"), strict=True)
    ]
    assert [line for line in index.splitlines() if "resources/help" in line] == rows


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "import", "import"),
        ("en", "UNDO", "history"),
        ("en", "label", "print"),
        ("en", "first consonants", "search"),
        ("ko", "휴지통", "trash"),
        ("ko", "ㅎㅈㅌ", "trash"),
        ("ko", "가ㅈ", "import"),
        ("ko", "가졍", "import"),  # on the way to 가져오
        ("ko", "백어", "backups"),
        ("ko", "ㅃㄹㄱㄹ", "quick-log"),
        ("ko", "인쇄 라벨", "print"),
        ("en", "twice", "windows"),  # in a heading, before those that say it on the way
        ("ko", "고르기", "import"),
    ],
)
def test_a_page_is_found_while_its_word_is_typed(language, text, first):
    assert find(pages(language), text)[0].topic == first


def test_every_word_must_fit():
    assert find(pages("en"), "import zeppelin") == []


def test_nothing_typed_finds_every_page_in_order():
    assert [page.topic for page in find(pages("en"), " ")] == list(TOPICS)


def test_what_is_searched_is_what_is_read_and_not_the_marks():
    assert find(pages("en"), "**") == []
    assert find(pages("en"), ".md") == []
