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
    condition = "if not names and most > 2: return None"
    answer = "return names[0] + f'a{most}'"
    assert changes(SOURCE) == {
        ("LIMIT = 3", "LIMIT = 4"),
        (condition, "if not names and most > 3: return None"),
        (condition, "if names and most > 2: return None"),
        (condition, "if not names and most >= 2: return None"),
        (condition, "if not names and most <= 2: return None"),
        (condition, "if not names or most > 2: return None"),
        (condition, "if not (not names and most > 2): return None"),
        (answer, "return names[1] + f'a{most}'"),
        (answer, "return names[0] - f'a{most}'"),
        (answer, "return None"),
    }


SQL = """
OLDEST = "SELECT min(id) FROM change WHERE undone IS NULL"


def newest(table: str) -> str:
    return f"SELECT max(id) FROM {table} WHERE NOT c.kept AND c.id = ? OR c.id NOT IN (1)"
"""


def test_sql_is_changed_wherever_it_stands():
    made = [mutant(SQL, place) for place in places(SQL)]
    said = "\n".join(one.source for one in made)
    for other in (
        "max(id) FROM change WHERE undone IS NULL", "min(id) FROM change WHERE undone IS NOT NULL",
        "min(id) FROM {table} WHERE NOT c.kept", "WHERE c.kept AND c.id = ? OR",
        "WHERE NOT c.kept OR c.id = ? OR", "WHERE NOT c.kept AND c.id <> ? OR",
        "c.id = ? AND c.id NOT IN (1)", "c.id = ? OR c.id IN (1)",
    ):  # fmt: skip
        assert said.count(other) == 1, other
    assert {one.where for one in made} == {"", "newest"}


@pytest.mark.parametrize("module", ["db/keys.py", "app/exchange/values/dates.py"])
def test_a_mutant_differs_in_one_statement_and_compiles(module):
    source = (ROOT / module).read_text("utf-8")
    plain = ast.unparse(ast.parse(source))
    for place in places(source)[::17]:
        made = mutant(source, place)
        assert made.source != plain
        compile(made.source, module, "exec")
