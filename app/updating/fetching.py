"""Reading from an address or a file, with limits; only where somebody has asked for it."""

from __future__ import annotations

import hashlib
import http.client
import os
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urljoin, urlsplit
from urllib.request import url2pathname

from app.errors import UpdateError, UpdateProblem
from app.jobs import Ticket
from app.updating.manifest import MOST, Package
from db.reasons import no_room

TIMEOUT = 20.0  # s without a byte
PATIENCE = 60.0  # s for the whole of a manifest
CHUNK = 64 * 1024
# What an answer says by its hundreds.
ANSWERS = {300: UpdateProblem.MOVED, 500: UpdateProblem.UNREACHABLE}
MARGIN = 64 << 20  # bytes that are to stay free on the disk


@dataclass(frozen=True, slots=True)
class Source:
    """Where the manifest is: http, https, or a file; `proxy` is an address, '' is the system's."""

    address: str
    proxy: str = ""

    @property
    def file(self) -> Path | None:
        """The file, where it is one of this PC or of a drive."""
        try:
            parts = urlsplit(self.address)
        except ValueError as error:
            raise UpdateError(UpdateProblem.NOT_AN_ADDRESS) from error
        if parts.scheme == "file":
            return Path(url2pathname(parts.path))
        return None if parts.scheme in {"http", "https"} else Path(self.address)

    def beside(self, name: str) -> Source:
        """Return where a package of that name is."""
        if (file := self.file) is not None:
            return Source(str(file.with_name(name)), self.proxy)
        return Source(urljoin(self.address, name), self.proxy)


def fetch_manifest(source: Source, ticket: Ticket) -> bytes:
    """Return the bytes of a manifest; raises UpdateError."""
    late = time.monotonic() + PATIENCE
    found = bytearray()
    with _open(source) as stream:
        while chunk := stream.read(CHUNK):
            ticket.check()
            found += chunk
            if len(found) > MOST:
                raise UpdateError(UpdateProblem.TOO_LARGE)
            if time.monotonic() > late:
                raise UpdateError(UpdateProblem.UNREACHABLE)
    return bytes(found)


def download(source: Source, package: Package, target: Path, ticket: Ticket) -> None:
    """Write a package to `target`: whole and as it was signed, or not at all."""
    partial = target.with_name(f"{target.name}.partial")
    digest, size = hashlib.sha256(), 0
    with _on_disk():
        target.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(target.parent).free < package.size + MARGIN:
            raise UpdateError(UpdateProblem.NO_ROOM)
    try:
        with _open(source.beside(package.name)) as stream, _on_disk(), partial.open("wb") as file:
            while chunk := _some(stream):
                ticket.advance(size, package.size)
                size += len(chunk)
                if size > package.size:
                    raise UpdateError(UpdateProblem.NOT_AS_SIGNED)
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if size != package.size or digest.hexdigest() != package.sha256:
            raise UpdateError(UpdateProblem.NOT_AS_SIGNED)
        ticket.advance(size, package.size)
        with _on_disk():
            partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _some(stream: IO[bytes]) -> bytes:
    with _on_the_line():
        return stream.read(CHUNK)


@contextmanager
def _open(source: Source) -> Iterator[IO[bytes]]:
    if (file := source.file) is not None:
        if not source.address.strip():
            raise UpdateError(UpdateProblem.NOT_AN_ADDRESS)
        try:
            with file.open("rb") as stream:
                yield stream
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
            raise UpdateError(UpdateProblem.NOT_THERE) from error
        except OSError as error:
            raise UpdateError(UpdateProblem.UNREACHABLE) from error
        return
    with _on_the_line():
        answer: Any = _opener(source.proxy).open(source.address, timeout=TIMEOUT)
        with answer:
            yield answer


def _opener(proxy: str) -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()  # which knows no ftp and no files
    proxies = {"http": proxy, "https": proxy} if proxy else None
    for handler in (
        urllib.request.ProxyHandler(proxies),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        SafeRedirects(),
    ):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", "Dangol")]  # and nothing about the PC
    return opener


class SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows to https alone."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """Return where to go on; refuse what is not safe."""
        if urlsplit(newurl).scheme != "https":
            fp.close()
            raise UpdateError(UpdateProblem.MOVED)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@contextmanager
def _on_the_line() -> Iterator[None]:
    """Tell what the network did."""
    try:
        yield
    except urllib.error.HTTPError as error:
        error.close()
        raise UpdateError(ANSWERS.get(error.code // 100 * 100, UpdateProblem.NOT_THERE)) from error
    except http.client.IncompleteRead as error:
        raise UpdateError(UpdateProblem.NOT_AS_SIGNED) from error
    except (ValueError, http.client.InvalidURL) as error:
        raise UpdateError(UpdateProblem.NOT_AN_ADDRESS) from error
    except (OSError, http.client.HTTPException) as error:
        raise UpdateError(UpdateProblem.UNREACHABLE) from error


@contextmanager
def _on_disk() -> Iterator[None]:
    """Tell what the disk did."""
    try:
        yield
    except OSError as error:
        full = no_room(error)
        raise UpdateError(UpdateProblem.NO_ROOM if full else UpdateProblem.NOT_WRITABLE) from error
