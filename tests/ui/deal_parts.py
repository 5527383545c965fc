"""What the tests of deals have in common: a pipeline, a deal, dialogs that save."""

from PySide6.QtCore import Qt

from app.shapes.deals import DealForm
from tests.ui.contact_parts import press

CONTROL = Qt.KeyboardModifier.ControlModifier


def make_pipeline(core):
    """Add the pipeline of sales; return its open stages by their place."""
    pipeline = core.pipelines.get(core.pipelines.add_ready_made("sales"))
    return [stage for stage in pipeline.stages if stage.is_open]


def make_deal(core, contact_id, title="Hotel room flowers", **told):
    """Add a deal of somebody."""
    return core.deals.add(DealForm(title=title, contact_id=contact_id, **told))


def opened(qtbot, acts):
    """Wait for the dialog that was asked for."""
    qtbot.waitUntil(lambda: acts.dialog is not None and acts.dialog.isActiveWindow())
    return acts.dialog


def saved(qtbot, dialog):
    """Ctrl+Enter; return what saving gave."""
    with qtbot.waitSignal(dialog.saved) as told:
        press(qtbot, Qt.Key.Key_Return, CONTROL)
    return told.args[0]
