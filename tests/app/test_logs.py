"""What goes into a report tells of the program, not of people."""

import logging

from app.logs import last_lines, log_to, shortened_trace, without_persons


def test_a_report_takes_our_own_lines_without_people_paths_and_numbers(tmp_path):
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        log_to(tmp_path)
        logging.getLogger("app.imports").info(
            "Read /home/minji/가게/손님 명단.xlsx for 김민지 kim@example.com 010-0142-3377 'VIP'"
        )
        logging.getLogger("openpyxl").warning("Cell of 김민지")
        logging.getLogger("ui.shell").info("Window shown")
        (handler,) = (h for h in root.handlers if h not in before)
        handler.close()
        root.removeHandler(handler)
    finally:
        root.setLevel(level)
    lines = last_lines(tmp_path)
    assert len(lines) == 2
    assert lines[1].endswith("ui.shell: Window shown")
    assert not any(
        word in lines[0] for word in ("minji", "김민지", "명단", "가게", "0142", "kim", "VIP")
    )
    assert last_lines(tmp_path / "nowhere") == []


def test_paths_in_a_report_begin_at_the_program():
    trace = '  File "C:\\Users\\Minji\\Dangol\\_internal\\ui\\program.py", line 5, in open_shop'
    assert shortened_trace(trace) == '  File "ui/program.py", line 5, in open_shop'
    assert shortened_trace('File "/home/minji/x.py"') == 'File "x.py"'
    assert without_persons("C:\\Users\\Minji\\book.xlsx") == "…"
