"""What macOS reads about Dangol.app: the contents of its Info.plist.

Usage: plist.py VERSION; prints the file.
"""

from __future__ import annotations

import plistlib
import sys

IDENTIFIER = "kr.dangol.crm"
SHOP = "kr.dangol.shop"  # a shop's file or backup, NAME.dangol


def contents(version: str) -> dict[str, object]:
    """Return the keys and values for one version of the program."""
    return {
        "CFBundleDevelopmentRegion": "ko",
        "CFBundleDisplayName": "단골",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeIconFile": "dangol.icns",
                "CFBundleTypeName": "Dangol shop",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [SHOP],
            }
        ],
        "CFBundleExecutable": "dangol",
        "CFBundleIconFile": "dangol.icns",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleLocalizations": ["ko", "en"],
        "CFBundleName": "Dangol",
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": "14.0",  # what the wheels of PySide6 and numpy ask for
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # follows the system into the dark
        "UTExportedTypeDeclarations": [
            {
                "UTTypeConformsTo": ["public.data"],
                "UTTypeDescription": "Dangol shop",
                "UTTypeIdentifier": SHOP,
                "UTTypeTagSpecification": {"public.filename-extension": ["dangol"]},
            }
        ],
    }


if __name__ == "__main__":
    sys.stdout.buffer.write(plistlib.dumps(contents(sys.argv[1])))
