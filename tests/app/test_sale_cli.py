"""Sales at the command line: the same JSON as for contacts, its counts are sales."""

from pathlib import Path

import pytest

from tests.app.test_cli import IMPORT_KEYS, Cli, counted
from tests.app.test_sale_sheets import TILL, sold
from tests.dumps import logical_dump
from tests.files import read_csv, write_csv
from tests.sale_files import smartstore, write_smartstore


@pytest.fixture
def cli(shop):
    return Cli(shop)


@pytest.fixture
def takings(tmp_path):
    rows = [sold("20260511001"), sold("20260511001", what="리본"), sold("20260511002", total="?")]
    return write_csv(tmp_path / "매출.csv", [TILL, *rows], encoding="cp949")


def test_import_of_sales_counts_sales_and_undo_takes_them_back(cli, takings, shop):
    cli.json("check")
    before = logical_dump(shop)
    plan = cli.json("import", takings, "--kind", "sales", "--dry-run")
    assert counted(plan) == [2, 1, 0, 0, 0, 1]
    assert logical_dump(shop) == before
    report = cli.json("import", takings, "--kind", "sales")
    assert report.keys() >= IMPORT_KEYS
    assert (report["kind"], report["new_people"]) == ("sales", 1)
    assert counted(report) == [2, 1, 0, 0, 0, 1]
    assert len(read_csv(Path(report["failed_file"]), "cp949")) == 2
    assert counted(cli.json("import", takings, "--kind", "sales")) == [2, 0, 0, 1, 0, 1]
    cli.json("undo", report["batch"])
    assert logical_dump(shop) == before
    assert cli.json("check") == {"findings": []}


def test_import_of_sales_says_so_in_words(cli, takings):
    said = cli.run("import", takings, "--kind", "sales")
    assert "판매 2건을 읽었어요" in said
    assert "줄 4: 금액: 금액이 아니에요" in said or "금액이 아니에요" in said
    assert "dangol-cli undo" in said
    assert "판매 2건" in cli.run("history")


def test_a_column_of_sales_can_be_told(cli, tmp_path):
    path = write_csv(tmp_path / "x.csv", [("언제", "얼마"), ("2026-05-01", "1000")])
    told = ("--map", "언제=판매일", "--map", "얼마=line.total")
    assert counted(cli.json("import", path, "--kind", "sales", *told))[1] == 1
    refused = cli.json("import", path, "--kind", "sales", "--map", "얼마=별자리", exits=1)
    assert refused["error"] == "no_such_field"


def test_a_file_without_sales_is_refused_in_a_sentence(cli, tmp_path):
    path = write_csv(tmp_path / "x.csv", [("이름", "휴대폰"), ("김민지", "010-0142-3377")])
    assert cli.json("import", path, "--kind", "sales", exits=1)["error"] == "no_sales"


def test_the_same_file_may_be_read_for_its_people_and_for_its_sales(cli, tmp_path):
    path = write_smartstore(tmp_path / "주문.xlsx", smartstore(5))
    people = cli.json("import", path)
    sales = cli.json("import", path, "--kind", "sales")
    assert sales["imported_before"] is None
    assert sales["new_people"] == 0
    assert counted(sales)[:2] == [5, 5]
    assert people["added"] >= 1
    assert cli.json("import", path)["imported_before"] is not None
