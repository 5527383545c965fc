"""The command line: stable JSON, sentences in the shop's language, exit codes 0, 1 and 2."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.dumps import logical_dump
from tests.files import read_csv, write_csv, write_xlsx

ROOT = Path(__file__).parents[2]
IMPORT_KEYS = {
    "read", "added", "updated", "same", "skipped", "failed", "batch", "problems", "preset",
    "encoding", "header_line", "sheet",
}  # fmt: skip


class Cli:
    """Runs commands on one shop in this process."""

    def __init__(self, shop):
        self.shop = shop

    def run(self, *words, exits=0):
        from app.cli import main

        result = CliRunner().invoke(main, [*map(str, words), "--db", str(self.shop)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        assert result.exit_code == exits, result.output
        return result.output

    def json(self, *words, exits=0):
        return json.loads(self.run(*words, "--json", exits=exits))


@pytest.fixture
def cli(shop):
    return Cli(shop)


@pytest.fixture
def book(tmp_path):
    return write_csv(
        tmp_path / "봄날_고객명단.csv",
        [
            ("이름", "휴대폰", "메모"),
            ("김민지", "1001423377", ""),
            ("박철수", "010-0142-4488", "창가"),
            ("", "", "이름을 잊은 손님"),
            ("합계", "", "2"),
        ],
        encoding="cp949",
    )


def counted(report):
    return [report[k] for k in ("read", "added", "updated", "same", "skipped", "failed")]


def test_import_answers_with_the_keys_the_documentation_lists(cli, book):
    report = cli.json("import", book)
    assert report.keys() >= IMPORT_KEYS
    assert len(report["batch"]) == 13
    assert (report["encoding"], report["header_line"], report["sheet"]) == ("cp949", 1, None)
    assert report["read"] == sum(counted(report)[1:])
    assert all(p.keys() == {"line", "column", "reason"} for p in report["problems"])
    assert {"line": 2, "column": "휴대폰", "reason": "phone_zero_added"} in report["problems"]
    assert {"line": 5, "column": "", "reason": "total"} in report["problems"]


def test_import_says_the_same_in_a_few_sentences(cli, book):
    said = cli.run("import", book)
    assert "phone_zero_added" not in said
    assert "0을 되살렸어요" in said
    assert "undo" in said
    again = cli.run("import", book)
    assert "{" not in again


def test_a_dry_run_changes_no_byte_of_the_shop(cli, book, shop):
    cli.json("history")  # the shop's founding
    before = logical_dump(shop)
    history = cli.json("history")
    report = cli.json("import", book, "--dry-run")
    assert report["added"] == 2
    assert report["batch"] is None
    assert report["failed_file"] is None
    assert logical_dump(shop) == before
    assert cli.json("history") == history
    assert list(book.parent.glob("*가져오지*")) == []


def test_an_import_is_found_by_four_digits_undone_and_redone_exactly(cli, book, shop, tmp_path):
    cli.run("export", "people", tmp_path / "before.csv")
    before = logical_dump(shop)
    batch = cli.json("import", book)["batch"]
    after = logical_dump(shop)
    (found,) = cli.json("find", "3377")["found"]
    assert found.keys() == {"id", "name", "phones", "why"}
    assert (found["name"], found["phones"]) == ("김민지", ["010-0142-3377"])
    undone = cli.json("undo", batch)
    assert undone["kept"] == []
    assert logical_dump(shop) == before
    cli.run("export", "people", tmp_path / "after.csv")
    assert (tmp_path / "after.csv").read_bytes() == (tmp_path / "before.csv").read_bytes()
    assert cli.json("undo", batch, exits=1)["error"] == "nothing_to_undo"
    cli.json("redo")
    assert logical_dump(shop) == after
    assert cli.json("redo", exits=1)["error"] == "nothing_to_undo"


def test_undo_says_what_it_left_because_it_changed_since(cli, book, shop):
    batch = cli.json("import", book)["batch"]
    with closing(sqlite3.connect(shop)) as by_hand:
        by_hand.execute("UPDATE contact SET nickname = '손으로' WHERE name = '김민지'")
        by_hand.commit()
    kept = cli.json("undo", batch)["kept"]
    assert {"contact"} <= {k["table"] for k in kept}
    assert all(k.keys() == {"table", "id", "reason", "columns"} for k in kept)
    assert [c["name"] for c in cli.json("find", "김민지")["found"]] == ["김민지"]
    assert cli.json("find", "박철수")["found"] == []


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_sample_shop_goes_round_as_the_issue_asks(cli, tmp_path, suffix):
    assert cli.json("demo", "--people", 300)["people"] == 300
    out = tmp_path / f"out.{suffix}"
    assert cli.json("export", "people", out)["written"] == 300
    assert counted(cli.json("import", out)) == [300, 0, 0, 300, 0, 0]


def test_the_sample_shop_sells_and_its_sales_go_out(cli, shop, tmp_path):
    assert cli.json("demo", "--people", 200, "--orders", 300)["orders"] in range(290, 301)
    written = cli.json("export", "sales", tmp_path / "out.xlsx")["written"]
    assert written >= 300
    assert "판매" in cli.run("export", "sales", tmp_path / "out.csv")
    assert cli.run("export", "sales", tmp_path / "out.vcf", exits=2)
    assert cli.json("check")["findings"] == []
    with closing(sqlite3.connect(shop)) as by_hand:
        by_hand.execute("UPDATE contact SET sales_year = sales_year + 1 WHERE visits > 0")
        by_hand.commit()
    (finding,) = cli.json("check", exits=1)["findings"]
    assert (finding["what"], finding["where"]) == ("derived", "contact.sales_year")


def test_export_exact_leaves_cells_as_they_are(cli, tmp_path):
    path = write_csv(tmp_path / "a.csv", [("이름", "휴대폰"), ("=1+1", "010-0142-3377")])
    cli.run("import", path)
    cli.run("export", "people", tmp_path / "excel.csv")
    cli.run("export", "people", tmp_path / "exact.csv", "--exact")
    assert "'=1+1" in read_csv(tmp_path / "excel.csv", "utf-8-sig")[1]
    assert "=1+1" in read_csv(tmp_path / "exact.csv")[1]


def test_history_is_told_newest_first_in_plain_sentences(cli, book):
    assert cli.json("history") == {"history": []}
    cli.run("import", book)
    cli.run("undo")
    entries = cli.json("history")["history"]
    assert [e["op"] for e in entries] == ["undo", "import_contacts"]
    assert "봄날_고객명단.csv" in entries[1]["sentence"]
    assert entries[1]["undone"] is True
    assert "봄날_고객명단.csv" in cli.run("history")
    assert len(cli.json("history", "--limit", 1)["history"]) == 1


def test_find_says_so_where_nobody_fits(cli):
    assert cli.json("find", "아무도") == {"found": [], "more": False}
    assert "아무도" in cli.run("find", "아무도")


def test_check_is_content_and_exits_with_1_when_anything_differs(cli, book, shop):
    cli.run("import", book)
    assert cli.json("check") == {"findings": []}
    with closing(sqlite3.connect(shop)) as by_hand:
        by_hand.execute("UPDATE contact SET name_key = 'wrong' WHERE name = '김민지'")
        by_hand.commit()
    findings = cli.json("check", exits=1)["findings"]
    assert [(f["what"], f["where"], f["count"]) for f in findings] == [
        ("derived", "contact.name_key", 1)
    ]
    assert cli.run("check", exits=1).strip()


def test_backup_and_restore_bring_a_shop_back_and_save_the_present_one(cli, book, shop, tmp_path):
    cli.run("history")  # founds the shop
    empty = logical_dump(shop)
    made = Path(cli.json("backup", "--to", tmp_path / "금고")["file"])
    assert made.parent.name == "금고"
    cli.run("import", book)
    full = logical_dump(shop)
    restored = cli.json("restore", made)
    assert logical_dump(shop) == empty
    assert logical_dump(Path(restored["before"])) == full
    cli.json("restore", restored["before"])
    assert logical_dump(shop) == full
    assert cli.json("restore", tmp_path / "nothing.db", exits=1)["error"] == "not_found"
    assert cli.json("restore", book, exits=1)["error"] in ("damaged", "not_dangol")
    assert logical_dump(shop) == full


def test_a_backup_lies_beside_the_shop_by_default(cli, shop):
    assert Path(cli.json("backup")["file"]).parent.parent == shop.parent


def test_every_option_of_import_reaches_the_import(cli, tmp_path):
    book = write_xlsx(
        tmp_path / "두 장.xlsx",
        {
            "하나": [["이름"], ["첫째"]],
            "둘": [["머리말"], ["누구", "어디로", "회사명"], ["김민지", "010-0142-3377", "봄날"]],
        },
    )
    options = ("--kind", "people", "--sheet", "둘", "--header-line", 2, "--map", "누구=name",
               "--map", "어디로=phone")  # fmt: skip
    report = cli.json("import", book, *options)
    assert counted(report) == [1, 1, 0, 0, 0, 0]
    assert (report["sheet"], report["header_line"]) == ("둘", 2)
    options = (*options, "--map", "회사명=nickname")
    assert counted(cli.json("import", book, *options, "--mode", "update")) == [1, 0, 1, 0, 0, 0]
    assert counted(cli.json("import", book, *options, "--mode", "add")) == [1, 1, 0, 0, 0, 0]
    cli.run("undo")
    assert counted(cli.json("import", book, *options, "--match", "email,number")) == [
        1, 1, 0, 0, 0, 0,
    ]  # fmt: skip
    cli.run("undo")
    other = write_csv(
        tmp_path / "b.csv",
        [("이름", "휴대폰", "별명"), ("김민지", "010-0142-3377", "밍")],
        encoding="utf-16",
    )
    report = cli.json("import", other, "--encoding", "utf-16", "--overwrite", "nickname")
    assert counted(report) == [1, 0, 1, 0, 0, 0]


def test_a_map_may_hold_equals_signs_in_the_header(cli, tmp_path):
    path = write_csv(tmp_path / "a.csv", [("a=b", "이름"), ("봄날", "김민지")])
    report = cli.json("import", path, "--map", "a=b=company")
    assert {c["header"]: c["target"] for c in report["columns"]}["a=b"] == "company"


@pytest.mark.parametrize(
    "words",
    [
        ("import",),
        ("import", "a.csv", "--mode", "replace"),
        ("import", "a.csv", "--kind", "orders"),
        ("import", "a.csv", "--match", "phone,face"),
        ("import", "a.csv", "--map", "name"),
        ("import", "a.csv", "--header-line", "-1"),
        ("export", "people"),
        ("export", "orders", "a.csv"),
        ("export", "people", "a.pdf"),
        ("undo", "not-an-id"),
        ("find",),
        ("demo", "--people", "0"),
        ("no-such-command",),
        ("history", "--limit", "0"),
    ],
)
def test_wrong_usage_exits_with_2(cli, words):
    cli.run(*words, exits=2)


def test_an_id_of_nothing_cannot_be_undone(cli):
    assert cli.json("undo", "0000000000001", exits=1)["error"] == "nothing_to_undo"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, "not_found"),
        (b"", "empty"),
        ("이름,전화\n".encode(), "no_rows"),
        (b"\n\n \n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not_a_table"),
        ('이름\n"열린 따옴표\n'.encode(), "unclosed_quote"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(cli, tmp_path, content, error):
    path = tmp_path / "고객.csv"
    if content is not None:
        path.write_bytes(content)
    refused = cli.json("import", path, exits=1)
    assert refused["error"] == error
    assert "고객.csv" in refused["message"]
    assert "고객.csv" in cli.run("import", path, exits=1)


def test_options_that_do_not_fit_the_file_are_refused(cli, book):
    for option, value, error in (
        ("--encoding", "klingon", "unknown_encoding"),
        ("--header-line", "99", "no_such_line"),
        ("--map", "없는 열=name", "no_such_column"),
        ("--map", "이름=nobody", "no_such_field"),
        ("--overwrite", "nobody", "no_such_field"),
    ):
        assert cli.json("import", book, option, value, exits=1)["error"] == error, option


def test_a_database_that_is_not_ours_is_left_untouched(tmp_path):
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.commit()
    before = foreign.read_bytes()
    assert Cli(foreign).json("history", exits=1)["error"] == "not_dangol"
    assert foreign.read_bytes() == before


def test_a_shop_is_made_where_there_is_none(tmp_path):
    shop = tmp_path / "새 폴더" / "가게.db"
    assert Cli(shop).json("history") == {"history": []}
    assert shop.exists()


def test_sentences_come_in_english_where_the_pc_speaks_it(cli, book, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "rows read" in cli.run("import", book)
    assert "Imported 4 rows from 봄날_고객명단.csv" in cli.run("history")


# The program as it is installed


@pytest.fixture
def dangol(shop):
    program = shutil.which("dangol-cli", path=str(Path(sys.executable).parent))
    assert program

    def dangol(*words, exits=0):
        done = subprocess.run(
            [program, *map(str, words), "--db", str(shop)],
            capture_output=True, check=False, encoding="utf-8", cwd=shop.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"},
        )  # fmt: skip
        assert done.returncode == exits, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return dangol


def test_the_installed_program_imports_finds_and_refuses(dangol, book):
    report = json.loads(dangol("import", book.name, "--json").stdout)
    assert report["added"] == 2
    assert "김민지" in dangol("find", "ㄱㅁㅈ").stdout
    assert dangol("import", "없는 파일.csv", exits=1).stderr.strip()
    assert dangol("import", exits=2).stderr
    assert "--dry-run" in dangol("import", "--help").stdout


def test_every_command_of_the_issue_is_there():
    from ui.cli import commands

    assert set(commands.commands) >= {
        "import", "export", "undo", "redo", "history", "find", "demo", "check", "backup",
        "restore", "screens", "selftest",
    }  # fmt: skip
    for command in commands.commands.values():
        assert command.help
        for one in getattr(command, "commands", {"": command}).values():
            assert one.help
            assert {"--db", "--json"} <= {o for p in one.params for o in p.opts}
