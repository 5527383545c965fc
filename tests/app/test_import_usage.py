"""Options of an import that do not belong to the kind of file at hand are wrong usage."""

import pytest

from tests.app.test_cli import Cli
from tests.files import write_csv, write_xlsx

ROWS = [("이름", "휴대폰"), ("가나다", "010-0177-1111")]


@pytest.fixture
def cli(shop):
    return Cli(shop)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_sheet_of_a_text_file_is_wrong_usage(cli, tmp_path, language, monkeypatch):
    monkeypatch.setenv("LANG", f"{language}_KR.UTF-8")
    path = write_csv(tmp_path / "고객.csv", ROWS)
    assert cli.json("import", path, "--sheet", "둘", exits=2)["error"] == "no_sheets"
    said = cli.run("import", path, "--sheet", "둘", exits=2)
    assert "고객.csv" in said
    assert "둘" in said
    assert cli.json("history") == {"history": []}


def test_an_encoding_of_a_workbook_is_wrong_usage(cli, tmp_path):
    path = write_xlsx(tmp_path / "고객.xlsx", {"고객": ROWS})
    assert cli.json("import", path, "--encoding", "cp949", exits=2)["error"] == "no_encoding"
    said = cli.run("import", path, "--encoding", "cp949", exits=2)
    assert "고객.xlsx" in said
    assert "cp949" in said
    assert cli.json("history") == {"history": []}


def test_without_the_option_the_same_files_come_in(cli, tmp_path):
    write_csv(tmp_path / "고객.csv", ROWS)
    write_xlsx(tmp_path / "고객.xlsx", {"고객": ROWS})
    assert cli.json("import", tmp_path / "고객.csv", "--encoding", "utf-8")["added"] == 1
    assert cli.json("import", tmp_path / "고객.xlsx", "--sheet", "고객")["same"] == 1
