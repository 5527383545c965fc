"""Files written as bytes and read back, with a small dictionary of headers."""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pytest

from app.errors import FileError
from app.exchange.reading import ReadRequest, read_table
from app.exchange.table import Table
from app.jobs import Ticket

KOREAN = [
    "이름",
    "성명",
    "고객명",
    "전화",
    "전화번호",
    "휴대폰",
    "집",
    "이메일",
    "주소",
    "우편번호",
]
HEADERS = frozenset(
    [*KOREAN, "상세주소", "생일", "등급", "메모", "구매금액", "name", "phone", "email"]
)

Read = Callable[..., Table]


def knows(cells: Sequence[str]) -> float:
    """The share of the filled cells that are headers, as the dictionary of the product has it."""
    filled = [cell for cell in cells if cell]
    return sum(cell.casefold() in HEADERS for cell in filled) / max(len(filled), 1)


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    folder, numbers = tmp_path_factory.mktemp("files"), count()

    def read(content: bytes, name: str = "고객.csv", **request: object) -> Table:
        path = folder / str(next(numbers)) / name
        path.parent.mkdir()
        path.write_bytes(content)
        try:
            return read_table(path, ReadRequest(**request), Ticket(), knows)  # type: ignore[arg-type]
        finally:
            path.unlink()

    return read


@pytest.fixture(scope="session")
def refusal(read: Read) -> Callable[..., FileError]:
    """Read a file that must be refused, and return why."""

    def refusal(content: bytes, name: str = "고객.csv", **request: object) -> FileError:
        with pytest.raises(FileError) as caught:
            read(content, name, **request)
        assert caught.value.name == name
        return caught.value

    return refusal


@pytest.fixture
def here(tmp_path: Path) -> Callable[[bytes], Path]:
    def here(content: bytes) -> Path:
        path = tmp_path / "고객.csv"
        path.write_bytes(content)
        return path

    return here
