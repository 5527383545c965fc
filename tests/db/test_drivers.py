"""One place opens files: every other takes a connection, or asks there for one."""

import ast
from pathlib import Path

import pytest

from db.drivers import connect, failures, is_connection

ROOT = Path(__file__).parents[2]
NAMED = {"db/drivers.py", "db/reasons.py"}  # the second for the numbers of errors alone


def imports_at_run_time(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    typing = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    nodes = [node for node in ast.walk(tree) if node not in typing]
    plain = {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_nobody_else_names_a_driver():
    files = [file for layer in ("app", "db", "ui") for file in (ROOT / layer).rglob("*.py")]
    naming = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if any(
            name.split(".")[0] in ("sqlite3", "sqlcipher3") for name in imports_at_run_time(file)
        )
    }
    assert naming == NAMED


def test_both_drivers_fail_with_what_can_be_caught_in_one_go(tmp_path: Path):
    for by_cipher in (False, True):
        connection = connect(tmp_path / f"{by_cipher}.db", by_cipher=by_cipher)
        assert is_connection(connection)
        with pytest.raises(failures()):
            connection.execute("SELECT nothing")
        connection.close()
    assert not is_connection(object())
