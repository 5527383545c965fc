"""A publisher, a server and small programs for the tests of updates."""

import base64
import importlib.util
import json
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.updating.manifest import this_system
from app.updating.program_folder import ProgramFolder

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))  # of the tests alone
PUBLIC = (
    Ed25519PrivateKey.from_private_bytes(KEY)
    .public_key()
    .public_bytes(Encoding.Raw, PublicFormat.Raw)
)
WORKS = '#!/bin/sh\n[ ! -e "$(dirname "$0")/broken" ]\n'


def signing():
    """The script that publishers run."""
    file = ROOT / "packaging" / "sign_update.py"
    spec = importlib.util.spec_from_file_location("sign_update", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make_program(folder: Path, version: str, *, broken: bool = False) -> ProgramFolder:
    """A folder with two programs that know their version and pass their self-test, or not."""
    folder.mkdir(parents=True)
    for name in ("dangol", "dangol-cli"):
        (folder / name).write_text(WORKS)
        (folder / name).chmod(0o755)
    (folder / "version").write_text(version)
    (folder / "library.so").write_bytes(version.encode() * 20_000)
    if broken:
        (folder / "broken").write_text("")
    return ProgramFolder(folder)


def version_in(folder: Path) -> str:
    return (folder / "version").read_text()


def publish(
    place: Path, version: str, *, broken: bool = False, key: bytes = KEY, date: str = ""
) -> Path:
    """Put a package and its manifest into a folder; return the manifest."""
    place.mkdir(parents=True, exist_ok=True)
    made = make_program(place / f"made-{version}" / "dangol", version, broken=broken)
    package = place / f"dangol-{version}.tar.gz"
    with tarfile.open(package, "w:gz", compresslevel=1) as packed:
        packed.add(made.folder, "dangol")
    notes = {"ko": "새로워졌어요", "en": "It is new"}
    manifest = place / "manifest.json"
    signed = signing().sign(key, version, {this_system(): package}, notes, date)
    manifest.write_bytes(signed)
    return manifest


def signed(text: str, key: bytes = KEY) -> bytes:
    """A manifest that says this, its signature good."""
    signature = Ed25519PrivateKey.from_private_bytes(key).sign(text.encode())
    outer = {"manifest": text, "signature": base64.b64encode(signature).decode()}
    return json.dumps(outer).encode()


class Server:
    """Serves a folder; can answer otherwise for a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.otherwise = {}  # path -> function of the handler
        self.asked = []

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        if act := self.otherwise.get(handler.path):
            act(handler)
            return
        file = self.folder / handler.path.lstrip("/")
        if not file.is_file():
            handler.send_error(404)
            return
        content = file.read_bytes()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)


@contextmanager
def serving(folder: Path) -> Iterator[tuple[Server, str]]:
    """A server on this machine; its address ends with a slash."""
    server = Server(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, *_words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server, f"http://127.0.0.1:{http.server_address[1]}/"
        finally:
            http.shutdown()
            thread.join()


def cut_short(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    """Promise all of it and stop half-way."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content[: len(content) // 2])


def base64_of(content: bytes) -> str:
    return base64.b64encode(content).decode()
