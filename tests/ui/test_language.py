"""The language of the window changes at once and leaves nothing of the last one behind."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator


def test_a_language_given_up_leaves_no_translator_behind(kit, qapp):
    kit.language.use("ko")
    once = _translators(kit)
    for code in ("en", "ko") * 5:
        kit.language.use(code)
    assert _translators(kit) == once > 0
    gc.collect()
    assert _word() == "취소"
    kit.language.use("en")
    assert _word() == "Cancel"


def _word() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def _translators(kit) -> int:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(kit.language.findChildren(QTranslator))
