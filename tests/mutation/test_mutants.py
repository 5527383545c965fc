"""The mutator changes one thing at a time, and what it makes is always a module."""

import ast
from pathlib import Path

import pytest

from tests.mutation.mutants import mutant, places

ROOT = Path(__file__).parents[2]
SOURCE = '''"""Words."""
LIMIT = 3
WORD = "spared"


def pick(names: list[str], most: int | None = None) -> str | None:
    """Say."""
    if not names and most > 2:
        return None
    return names[0] + f"a{most}"
'''


def changes(source):
    made = [mutant(source, place) for place in places(source)]
    return {(one.before, one.after) for one in made}


def test_each_kind_of_place_is_changed():
    assert changes(SOURCE) == {
        ("3", "4"),
        ("2", "3"),
        ("0", "1"),
        ("not names", "names"),
        ("most > 2", "most >= 2"),
        ("most > 2", "most <= 2"),
        ("not names and most > 2", "not names or most > 2"),
        ("names[0] + f'a{most}'", "names[0] - f'a{most}'"),
        ("return names[0] + f'a{most}'", "return None"),
        ("if not names and most > 2:", "if not (not names and most > 2):"),
    }


@pytest.mark.parametrize("module", ["db/keys.py", "app/exchange/values/dates.py"])
def test_a_mutant_differs_in_one_statement_and_compiles(module):
    source = (ROOT / module).read_text("utf-8")
    plain = ast.unparse(ast.parse(source))
    for place in places(source)[::17]:
        made = mutant(source, place)
        assert made.source != plain
        compile(made.source, module, "exec")
