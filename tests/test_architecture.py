"""The layers hold, and each contract would notice the offence it is there for."""

import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("app", "db", "resources", "ui")
LINT = Path(sysconfig.get_path("scripts")) / "lint-imports"
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
]
HEAVY = (
    "alembic",
    "charset_normalizer",
    "matplotlib",
    "msoffcrypto",
    "numpy",
    "openpyxl",
    "pandas",
    "phonenumbers",
    "python_calamine",
    "scipy",
    "xlsxwriter",
)

# One offence per contract, as new modules: {contract: {path: text}}.
OFFENCES = {
    "ui -> app -> db -> resources, never upwards": {"app/offence.py": "import ui.offended\n"},
    "No Qt below ui": {"db/offence.py": "from PySide6 import QtCore\n"},
    "ui never names the database": {"ui/offence.py": "import sqlalchemy\n"},
    "app speaks to units of work, not to SQLAlchemy": {"app/offence.py": "import sqlite3\n"},
    "Services do not call each other": {
        "app/services/offence.py": "import app.services.offended\n",
        "app/services/offended.py": "",
    },
    "Only the composition root opens the database": {
        "app/offence.py": "import db.database\n",
    },
    "Pages do not know each other": {
        "ui/trash/offence.py": "import ui.contacts.offended\n",
        "ui/contacts/offended.py": "",
    },
    "The frame and what is common know no page": {
        "ui/shell/offence.py": "import ui.contacts.offended\n",
        "ui/contacts/offended.py": "",
    },
}


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(root), "PYTHONUTF8": "1", "SYSTEMROOT": "C:\\Windows"},
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The layers and their contracts, free to be spoilt."""
    for layer in LAYERS:
        shutil.copytree(
            ROOT / layer, tmp_path / layer, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "ui" / "offended.py").touch()
    return tmp_path


def test_the_import_contracts_hold():
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_has_its_offence():
    assert list(OFFENCES) == CONTRACTS


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_contract_notices_its_offence(copy: Path, contract: str):
    for path, text in OFFENCES[contract].items():
        (copy / path).write_text(text, encoding="utf-8")
    done = lint_imports(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    broken = {line.removesuffix(" BROKEN") for line in done.stdout.splitlines()}
    assert contract in broken, done.stdout


def modules_after(statement: str) -> set[str]:
    """Names of the top-level packages that a new interpreter holds after the statement."""
    code = f"{statement}; import sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("layer", ["app", "db"])
def test_everything_below_the_window_is_imported_without_qt(layer: str):
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / layer).rglob("*.py")
        if path.name not in {"__init__.py", "env.py"} and "versions" not in path.parts
    ]
    assert not {"PySide6", "shiboken6"} & modules_after(f"import {', '.join(names)}")


def test_starting_the_window_loads_nothing_heavy():
    assert not set(HEAVY) & modules_after("import ui.main")


def test_the_packaging_folder_does_not_hide_the_library_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert modules_after("import packaging.version") >= {"packaging"}
