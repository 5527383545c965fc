"""What every test is given: a shop of its own, a clock that stands still, and no log of errors."""

import logging
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from sqlalchemy import Engine, event

from app.bootstrap import Core, open_core
from app.events import Changes
from db.database import Database
from db.schema import bring_up_to_date

NOW = datetime(2026, 5, 12, 0, 20, tzinfo=UTC)  # 09:20 in Seoul


class TickingClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the data of whoever runs it."""
    monkeypatch.setenv("DANGOL_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop just founded, made once and copied for every test."""
    path = tmp_path_factory.mktemp("template") / "shop.db"
    database = Database(path, now=TickingClock())
    bring_up_to_date(database, path.parent)
    database.close()
    return path


@pytest.fixture
def shop(tmp_path: Path, template: Path) -> Path:
    """The path of the test's own shop; a real file, for SQLite needs no stand-in."""
    return Path(shutil.copy(template, tmp_path / "shop.db"))


@pytest.fixture
def core(shop: Path, clock: TickingClock) -> Iterator[Core]:
    core = open_core(shop, now=clock)
    yield core
    core.close()


@pytest.fixture
def heard(core: Core) -> list[Changes]:
    """Every notice the core publishes."""
    heard: list[Changes] = []
    core.bus.subscribe(heard.append)
    return heard


@pytest.fixture
def sql() -> Iterator[list[str]]:
    """The first word of every statement sent to SQLite; clear() it before the part that counts."""
    words: list[str] = []

    def note(_conn, _cursor, statement, _params, _context, _many):
        words.append(statement.split(maxsplit=1)[0])

    event.listen(Engine, "before_cursor_execute", note)
    yield words
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture(autouse=True)
def no_errors_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An error nobody looked at is a failed test."""
    yield
    errors = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR]
    assert not errors, errors
