"""The wizard as a person uses it: real keys and clicks on the whole program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from app import demo
from app.jobs import Ticket
from tests.bench.lists import write_xlsx
from tests.ui.wizard_parts import (
    LEFT,
    WAIT,
    choose,
    counts,
    drop,
    dropped,
    planned,
    targets,
    write_rows,
)
from ui.common.widgets.property_row import PropertyRow
from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage
from ui.exchange.values_dialog import ValuesDialog
from ui.sample_files import write_shop_list

SECTION_9 = {"added": 1204, "updated": 312, "doubtful": 27, "problems": 9}


@pytest.fixture
def sample_program(qtbot, core, open_program):
    """The whole program with the sample shop in it."""
    demo.fill(core, people=None, seed=1, ticket=Ticket())
    core.close()
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open, timeout=30_000)
    program.kit.language.use("en")
    return program


@pytest.fixture
def shop_list(tmp_path):
    path = tmp_path / "봄날_고객명단_2026.xlsx"
    write_shop_list(path)
    return path


def test_drop_fix_import_and_undo_takes_under_25_keys_and_clicks(qtbot, sample_program, shop_list):
    window, core = sample_program.window, sample_program.core
    plan = planned(qtbot, sample_program, shop_list)  # 1: the drop
    assert counts(plan) == SECTION_9
    assert plan.next_button.text() == "Check 36 rows"
    qtbot.mouseClick(plan.next_button, LEFT)  # 2
    assert plan.steps.current == 2
    grid = plan.check.grid
    qtbot.waitUntil(grid.hasFocus)
    for key in "01001":  # 3 to 7: typing replaces the cell that is wrong
        qtbot.keyClick(grid.focusWidget() or grid, key)
    editor = QApplication.focusWidget()
    assert editor is not grid
    qtbot.keyClicks(editor, "990001")  # 8 to 13
    qtbot.keyClick(editor, Qt.Key.Key_Return)  # 14
    qtbot.waitUntil(lambda: plan.outcome.count_of("problems") == 8, timeout=20_000)
    assert plan.outcome.count_of("added") == 1205
    assert core.contacts.count() == 1842
    qtbot.waitUntil(plan.import_button.isEnabled)
    qtbot.mouseClick(plan.import_button, LEFT)  # 15
    qtbot.waitUntil(lambda: window.findChild(ResultPage) is not None, timeout=30_000)
    assert core.contacts.count() == 1842 + 1213
    result = window.findChild(ResultPage)
    assert result.counts["added"].shown == "1,213"
    qtbot.mouseClick(result.undo_button, LEFT)  # 16
    qtbot.waitUntil(lambda: core.contacts.count() == 1842, timeout=30_000)


def test_a_possible_duplicate_is_decided_and_all_of_them_by_rule(qtbot, sample_program, shop_list):
    plan = planned(qtbot, sample_program, shop_list)
    qtbot.mouseClick(plan.outcome.rows["doubtful"], LEFT)
    check = plan.check
    assert check.same_button.text().startswith("It is ")
    qtbot.mouseClick(check.same_button, LEFT)
    qtbot.waitUntil(lambda: plan.outcome.count_of("doubtful") == 26, timeout=20_000)
    assert plan.outcome.count_of("updated") == 313
    qtbot.mouseClick(check.add_button, LEFT)
    qtbot.waitUntil(lambda: plan.outcome.count_of("doubtful") == 25, timeout=20_000)
    assert plan.outcome.count_of("added") == 1205
    qtbot.keyClick(check.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(check.skip_button, LEFT)
    qtbot.waitUntil(lambda: plan.outcome.count_of("left_out") == 25, timeout=20_000)
    qtbot.mouseClick(plan.outcome.rows["left_out"], LEFT)
    qtbot.mouseClick(check.back_button, LEFT)
    qtbot.waitUntil(lambda: plan.outcome.count_of("doubtful") == 1, timeout=20_000)
    qtbot.keyClick(plan, Qt.Key.Key_Escape)
    assert plan.steps.current == 1


def test_the_preview_says_what_a_row_changes_and_steps_on(qtbot, sample_program, shop_list):
    plan = planned(qtbot, sample_program, shop_list)
    preview = plan.outcome.preview
    qtbot.waitUntil(lambda: preview.name.text() == "김민지", timeout=20_000)
    assert preview.pill.text() == "Update"
    shown = [row.accessibleName() for row in preview.findChildren(PropertyRow)]
    assert "Opening total: ₩2,346,000" in shown
    qtbot.mouseClick(preview.next_button, LEFT)
    qtbot.waitUntil(lambda: preview.name.text() == "이하은", timeout=20_000)
    assert preview.where.text() == "Row 2 of 1,552"


def test_the_date_question_shows_a_real_example_and_its_answer_is_planned(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "dates.csv", ("이름", "생일"), ("가나다", "05/03/1990"))
    plan = planned(qtbot, program, path)
    order = plan.columns.rows[1].order
    assert order.isVisible()
    words = [order.itemText(n) for n in range(order.count())]
    assert words == ["05/03/1990 is May 3, 1990", "05/03/1990 is Mar 5, 1990"]
    choose(qtbot, order, "dmy")
    qtbot.waitUntil(
        lambda: plan.prepared.mapping.columns[1].rules.get("order") == "dmy", timeout=20_000
    )
    qtbot.waitUntil(plan.import_button.isEnabled)
    qtbot.mouseClick(plan.import_button, LEFT)
    contacts = program.core.contacts
    qtbot.waitUntil(lambda: contacts.count() == 4, timeout=20_000)
    found = contacts.find("가나다").contacts[0]
    assert contacts.detail(found.id).values["birthday"] == "1990-03-05"


def test_values_are_explained_and_a_tag_is_put_on_everybody(qtbot, program, tmp_path):
    rows = [(f"사람{n}", f"010-0177-{n:04d}", "A" if n % 2 else "B") for n in range(6)]
    path = write_rows(tmp_path / "grades.csv", ("이름", "휴대폰", "등급"), *rows)
    plan = planned(qtbot, program, path)
    qtbot.mouseClick(plan.columns.rows[2].values_button, LEFT)
    dialog = plan.findChild(ValuesDialog)
    field = dialog.fields["A"]
    field.selectAll()
    qtbot.keyClicks(field, "Gold")
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: plan.request.values == {2: {"A": "Gold"}})
    tag = plan.outcome.rules.tag
    tag.setFocus()
    qtbot.keyClicks(tag, "Excel")
    qtbot.keyClick(tag, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: plan.request.tag == "Excel")
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=20_000)
    qtbot.mouseClick(plan.import_button, LEFT)
    contacts = program.core.contacts
    qtbot.waitUntil(lambda: contacts.count() == 9, timeout=20_000)
    assert dict(contacts.tags()) == {"Gold": 3, "B": 3, "Excel": 6}


def test_a_file_whose_columns_name_nobody_says_so_until_one_does(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "x.csv", ("메모", "비고"), ("가", "나"), ("다", "라"))
    drop(program.window, path)
    plan = program.window.findChild(PlanPage)
    qtbot.waitUntil(lambda: "Choose the column" in plan.footnote.text(), timeout=20_000)
    assert not plan.import_button.isEnabled()
    choose(qtbot, plan.columns.rows[0].target, "name")
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=20_000)
    assert plan.outcome.count_of("added") == 2


def test_the_mode_says_what_becomes_of_the_rows(qtbot, sample_program, shop_list):
    plan = planned(qtbot, sample_program, shop_list)
    choose(qtbot, plan.outcome.rules.mode, "update")
    qtbot.waitUntil(lambda: plan.outcome.count_of("added") == 0, timeout=20_000)
    assert plan.outcome.count_of("left_out") == 1213
    assert plan.outcome.count_of("updated") == 312


def test_the_same_file_again_is_told_and_imported_anyway(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "a.csv", ("이름", "휴대폰"), ("가나다", "010-0177-1111"))
    plan = planned(qtbot, program, path)
    qtbot.mouseClick(plan.import_button, LEFT)
    qtbot.waitUntil(lambda: program.window.findChild(ResultPage) is not None, timeout=20_000)
    qtbot.mouseClick(program.window.findChild(ResultPage).done_button, LEFT)
    again = tmp_path / "a.csv"
    drop(program.window, again)
    plan = [p for p in program.window.findChildren(PlanPage) if p.isVisible()][-1]
    qtbot.waitUntil(lambda: "imported before" in plan.footnote.text(), timeout=20_000)
    choose(qtbot, plan.outcome.rules.mode, "add")
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=20_000)
    assert plan.import_button.text() == "Import anyway"


def test_a_table_copied_in_excel_is_pasted(qtbot, program):
    text = "이름\t휴대폰\r\n가나다\t010-0177-1111\r\n라마바\t010-0177-2222\r\n"
    QApplication.clipboard().setText(text)
    program._shop.incoming.paste()
    plan = program.window.findChild(PlanPage)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=20_000)
    assert plan.outcome.count_of("added") == 2
    file = plan.request.path
    qtbot.mouseClick(plan.close_button, LEFT)
    assert not file.exists()


def test_an_older_count_never_replaces_a_newer_one(qtbot, sample_program, shop_list):
    plan = planned(qtbot, sample_program, shop_list)
    for mode in ("add", "update", "both", "update"):
        choose(qtbot, plan.outcome.rules.mode, mode)
    qtbot.waitUntil(lambda: plan.outcome.count_of("added") == 0, timeout=20_000)
    assert plan.request.mode == "update"


def test_every_column_can_be_reached_with_tab(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "a.csv", ("이름", "휴대폰"), ("가나다", "010-0177-1111"))
    plan = planned(qtbot, program, path)
    reached = set()
    for _step in range(40):
        focus = QApplication.focusWidget()
        reached.add(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {"이름 goes to", "휴대폰 goes to"} <= reached
    named = [c for c in plan.findChildren(QComboBox) if c.isVisible()]
    assert all(combo.accessibleName() for combo in named)


def test_a_long_workbook_shows_its_columns_before_it_is_read(qtbot, program, tmp_path):
    path = tmp_path / "long.xlsx"
    write_xlsx(path, 8_000)
    plan = dropped(program, path)
    qtbot.waitUntil(lambda: plan.prepared is not None, timeout=WAIT)
    assert len(plan.prepared.table.rows) < 300
    assert plan.report is None
    assert not plan.import_button.isEnabled()
    assert targets(plan)["이름"] == "name"
    row = next(row for row in plan.columns.rows if row.shown.match.header == "휴대폰")
    assert row.shown.samples
    choose(qtbot, row.target, "phone.home")  # a choice made meanwhile holds
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=60_000)
    assert len(plan.prepared.table.rows) == 8_000
    assert targets(plan)["휴대폰"] == "phone.home"
    assert len(plan.columns.rows) == len(plan.prepared.table.headers)


def test_a_cell_that_is_typed_into_stays_open_while_the_counts_are_proved(
    qtbot, program, tmp_path
):  # fmt: skip
    rows = [("이름", "휴대폰"), ("가나다", "010-12"), ("라마바", "010-0177-2222")]
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows))
    counted = plan.report
    plan.open_rows("problems")
    grid = plan.check.grid
    qtbot.waitUntil(grid.hasFocus)
    qtbot.keyClick(grid, "0")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.waitUntil(lambda: plan.report is not counted, timeout=WAIT)
    assert QApplication.focusWidget() is editor
    qtbot.keyClicks(editor, "1001771111")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counts(plan)["problems"] == 0, timeout=WAIT)
    assert counts(plan)["added"] == 2
