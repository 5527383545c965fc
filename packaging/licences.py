"""Write resources/licences.json: whose work is in the program, and on what terms.

Run by `make licences` when a package joins or leaves; a test tells when that was forgotten.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "resources" / "licences.json"
LEFT_OUT = {"pip"}  # sqlite-utils asks for it, the program does not take it along
# Qt comes under the LGPL, whose text a program must hand on with that of the GPL it refers to.
COMMON = Path("/usr/share/common-licenses")
LGPL = ("LGPL-3", "GPL-3")
ISC = """\
Copyright (c) for portions of Lucide are held by Cole Bemis 2013-2022 as part of Feather (MIT).
All other copyright (c) for Lucide are held by Lucide Contributors 2022.

Permission to use, copy, modify, and/or distribute this software for any purpose with or without
fee is hereby granted, provided that the above copyright notice and this permission notice appear
in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS
SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE
AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE
OF THIS SOFTWARE."""
SQLCIPHER = """\
Copyright (c) 2008-2025 Zetetic LLC. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:
* Redistributions of source code must retain the above copyright notice, this list of conditions
  and the following disclaimer.
* Redistributions in binary form must reproduce the above copyright notice, this list of
  conditions and the following disclaimer in the documentation and/or other materials provided
  with the distribution.
* Neither the name of the ZETETIC LLC nor the names of its contributors may be used to endorse or
  promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY ZETETIC LLC ''AS IS'' AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL ZETETIC LLC BE LIABLE FOR ANY DIRECT,
INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN
IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE."""
SILENT = {"sqlcipher3": "Zlib"}
"""The licences of packages that only bring its text along."""
_FILES = re.compile(r"(?i)^(licen[cs]e|copying|notice)[^/]*$")


def bundled(root: str = "dangol") -> dict[str, Distribution]:
    """Return every distribution the program needs while it runs, by normalised name."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(text) for text in distribution(root).requires or ()]
    environment = {**default_environment(), "extra": ""}
    while waiting:
        needed = waiting.pop()
        name = re.sub(r"[-_.]+", "-", needed.name).lower()
        if name in found or (needed.marker and not needed.marker.evaluate(environment)):
            continue
        found[name] = distribution(needed.name)
        waiting += [Requirement(text) for text in found[name].requires or ()]
    return dict(sorted(found.items()))


def entry(name: str, package: Distribution) -> dict[str, str]:
    """Return name, licence and its text."""
    data = package.metadata
    classified = [
        value.rpartition("::")[2].strip()
        for value in data.get_all("Classifier") or ()
        if value.startswith("License ::")
    ]
    told = data.get("License-Expression") or ", ".join(classified) or data.get("License")
    told = told or SILENT[name]
    texts = [
        Path(str(package.locate_file(file))).read_text(encoding="utf-8", errors="replace").strip()
        for file in package.files or ()
        if ".dist-info" in str(file) and _FILES.match(file.name)
    ]
    return {"name": name, "licence": told.splitlines()[0][:80], "text": "\n\n".join(texts)}


def main() -> None:
    """Write the file."""
    made = [entry(n, package) for n, package in bundled().items() if n not in LEFT_OUT]
    lgpl = "\n\n".join((COMMON / name).read_text(encoding="utf-8").strip() for name in LGPL)
    for known in made:
        if known["licence"].startswith("LGPL"):
            known.update(licence="LGPL-3.0", text=lgpl)
    made.append({"name": "Lucide (icons)", "licence": "ISC", "text": ISC})
    apache = (COMMON / "Apache-2.0").read_text(encoding="utf-8").strip()
    made.append({"name": "SQLCipher", "licence": "BSD-3-Clause", "text": SQLCIPHER})
    made.append({"name": "OpenSSL (in SQLCipher)", "licence": "Apache-2.0", "text": apache})
    made.append({"name": "SQLite", "licence": "Public domain", "text": "Public domain."})
    TARGET.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
