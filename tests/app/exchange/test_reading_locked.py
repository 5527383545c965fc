"""Workbooks behind a password or a lock that no password opens."""

import io

import pytest
from book_bytes import ods, ods_row
from msoffcrypto.format.ooxml import OOXMLFile
from test_reading_excel import ROWS, simple
from xls_bytes import biff5, biff8, compound_file, locked, record

from app.errors import FileProblem

READ = [["김민지", "010-1234-5678", "VIP"], ["이서연", 1012345678, ""]]


def locked_xlsx(password: str) -> bytes:
    file = io.BytesIO()
    OOXMLFile(io.BytesIO(simple())).encrypt(password, file)
    return file.getvalue()


def locked_xls(password: str) -> bytes:
    return compound_file({"Workbook": locked(biff8({"고객": ROWS}), password)})


LOCKED = {"xlsx": locked_xlsx, "xls": locked_xls}


@pytest.mark.parametrize("kind", LOCKED)
def test_a_locked_workbook_asks_for_its_password_and_opens_with_it(read, refusal, kind):
    content = LOCKED[kind]("비밀 1234")
    assert refusal(content).problem is FileProblem.NEEDS_PASSWORD
    assert refusal(content, password="").problem is FileProblem.NEEDS_PASSWORD
    assert refusal(content, password="1234").problem is FileProblem.WRONG_PASSWORD
    table = read(content, password="비밀 1234")
    assert (table.kind, table.sheet, table.rows) == (kind, "고객", READ)


@pytest.mark.parametrize("kind", LOCKED)
def test_a_workbook_locked_with_excels_own_key_opens_without_asking(read, kind):
    assert read(LOCKED[kind]("VelvetSweatshop")).rows == READ


@pytest.mark.parametrize("kind", LOCKED)
def test_a_password_that_is_not_needed_does_no_harm(read, kind):
    content = simple() if kind == "xlsx" else compound_file({"Workbook": biff8({"고객": ROWS})})
    assert read(content, password="1234").rows == READ


def test_a_locked_open_document_can_only_be_unlocked_by_its_own_program(refusal):
    manifest = '<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>'
    content = ods(ods_row(["이름"]), manifest=manifest)
    assert refusal(content, password="1234").problem is FileProblem.LOCKED_KIND


def test_a_locked_workbook_of_excel_95_cannot_be_unlocked(refusal):
    book = biff5("고객", ROWS)
    begin = 4 + 8  # behind the first record
    book = book[:begin] + record(0x2F, b"\x12\x34\x56\x78") + book[begin:]
    assert refusal(compound_file({"Book": book})).problem is FileProblem.LOCKED_KIND


def test_a_lock_of_a_rights_server_cannot_be_opened(refusal):
    content = compound_file({"EncryptedPackage": bytes(5_000), "\x06DataSpaces": b""})
    assert refusal(content, password="1234").problem is FileProblem.LOCKED_KIND


def test_a_locked_workbook_that_was_cut_is_damaged(refusal):
    content = locked_xlsx("1234")
    assert refusal(content[:4_000], password="1234").problem is FileProblem.DAMAGED
