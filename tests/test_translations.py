"""Each text of the window has a finished Korean translation that keeps its placeholders."""

import ast
import re
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
KOREAN = ROOT / "resources" / "i18n" / "dangol_ko.ts"
PLACEHOLDER = re.compile(r"%(?:L?\d+|n)|\{\w*\}")


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, ET.Element]]:
    """(context, message) of the translation file after lupdate has read today's sources."""
    updated = tmp_path_factory.mktemp("translations") / KOREAN.name
    shutil.copy(KOREAN, updated)
    lupdate = Path(sysconfig.get_path("scripts")) / "pyside6-lupdate"
    sources = sorted((ROOT / "ui").rglob("*.py"))
    done = subprocess.run(
        [lupdate, *sources, "-locations", "none", "-ts", updated],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [
        (context.findtext("name", ""), message)
        for context in ET.parse(updated).getroot().iter("context")
        for message in context.iter("message")
    ]


def told(message: ET.Element) -> list[str]:
    """The translation, or its forms where it depends on a number."""
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def test_the_window_has_texts_to_translate(messages: list[tuple[str, ET.Element]]):
    assert messages


def test_no_text_is_new_unfinished_or_gone(messages: list[tuple[str, ET.Element]]):
    # lupdate marks a text that is new as unfinished, one that no source has any more as vanished.
    assert [
        (state, context, message.findtext("source"))
        for context, message in messages
        for translation in message.iter("translation")
        if (state := translation.get("type"))
    ] == []


def test_no_translation_is_empty(messages: list[tuple[str, ET.Element]]):
    assert [
        (context, message.findtext("source"))
        for context, message in messages
        if not all(form.strip() for form in told(message))
    ] == []


def test_a_translation_keeps_the_placeholders_of_its_text(messages: list[tuple[str, ET.Element]]):
    assert [
        (context, source, form)
        for context, message in messages
        if (source := message.findtext("source", ""))
        for form in told(message)
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(form))
    ] == []


def test_no_text_hides_from_lupdate_inside_another():
    """Lupdate reads no calls in an f-string: the text would stay English for good."""
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for joined in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in {"tr", "translate"}
    ]
    assert hidden == []
