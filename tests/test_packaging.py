"""What installers are made of; the installers themselves are tried by packaging/*/trial.sh."""

import configparser
import os
import plistlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from PIL import Image

from db.revisions import REVISIONS

ROOT = Path(__file__).parent.parent
PACKAGING = ROOT / "packaging"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def output_of(script, *arguments):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(PACKAGING / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


def test_macos_is_told_the_version_the_languages_and_whose_files_these_are():
    told = plistlib.loads(output_of("macos/plist.py", VERSION))
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == VERSION
    assert told["CFBundleLocalizations"] == ["ko", "en"]
    (opened,) = told["CFBundleDocumentTypes"]
    (exported,) = told["UTExportedTypeDeclarations"]
    assert opened["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert exported["UTTypeTagSpecification"] == {"public.filename-extension": ["dangol"]}
    allowed = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert allowed == {"com.apple.security.cs.disable-library-validation": True}


def test_the_icons_have_every_size_that_is_asked_for(tmp_path):
    output_of("icons.py", tmp_path)
    with Image.open(tmp_path / "dangol.ico") as windows:
        assert {(n, n) for n in (16, 24, 32, 48, 64, 256)} <= windows.ico.sizes()
        for size in ((16, 16), (256, 256)):
            picture = windows.ico.getimage(size).convert("RGBA")
            assert len(picture.getcolors(picture.width * picture.height)) > 5
            assert picture.getpixel((0, 0))[3] < 128  # the corners are round
    with Image.open(tmp_path / "dangol.icns") as mac:
        assert {(n, n, 2) for n in (16, 32, 128, 256, 512)} <= set(mac.info["sizes"])
    with Image.open(tmp_path / "dangol.png") as linux:
        assert linux.size == (256, 256)


def test_the_windows_build_takes_what_is_locked_with_its_hashes_and_one_numpy_of_its_own():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    lines = output_of("windows/wheels.py").decode().splitlines()
    assert all("--hash=sha256:" in line for line in lines)
    taken = {line.split()[0] for line in lines}
    assert taken <= set(re.findall(r"^(\S+==\S+)", lock, re.MULTILINE))
    assert {"pefile", "pywin32-ctypes", "sqlcipher3", "cryptography", "pyside6-essentials"} <= {
        pin.partition("==")[0] for pin in taken
    }
    exceptions = PACKAGING / "windows" / "wine.lock"
    under_wine = output_of("windows/wheels.py", exceptions).decode().splitlines()
    changed = {line.split("==")[0] for line in set(lines) ^ set(under_wine)}
    assert changed == {"numpy"}


def test_a_shop_of_every_earlier_revision_goes_along_for_the_self_test():
    there = {file.name[5:9] for file in (ROOT / "tests" / "data").glob("shop-*.dangol.gz")}
    assert there >= set(REVISIONS[:-1])


def test_the_desktop_knows_the_program_and_its_files_in_both_languages():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(PACKAGING / "linux" / "dangol.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    assert (told["Name"], told["Name[ko]"], told["Exec"]) == ("Dangol", "단골", "dangol %f")
    kinds = (PACKAGING / "linux" / "dangol.xml").read_text(encoding="utf-8")
    assert f'type="{told["MimeType"].rstrip(";")}"' in kinds
    assert 'pattern="*.dangol"' in kinds


def test_no_stub_for_wine_is_named_by_the_installer():
    script = (PACKAGING / "windows" / "dangol.nsi").read_text(encoding="utf-8")
    spec = (PACKAGING / "dangol.spec").read_text(encoding="utf-8")
    for stub in (PACKAGING / "windows").glob("*.c"):
        assert stub.stem not in script
        assert f'"/{stub.stem}.dll"' in spec  # what PyInstaller finds of it is dropped
