"""The menu of pipelines: another one, the stages of this one, a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.shapes.pipelines import PipelineRow
from ui.common.theme import Theme
from ui.common.widgets.menu import Menu


class PipelineMenu(Menu):
    """Opens below the name of the pipeline that is shown."""

    taken = Signal(object)  # pipeline id
    stages_asked = Signal(object)  # pipeline id, None for a new one
    retired = Signal(object)  # pipeline id
    restored = Signal(object)  # pipeline id: offered again

    def __init__(
        self,
        theme: Theme,
        pipelines: Sequence[PipelineRow],
        shown: PipelineRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Pipelines"))
        for row in (row for row in pipelines if not row.retired):
            action = self.add(row.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(row.id == shown.id)
            action.triggered.connect(partial(self._tell, self.taken, row.id))
        self.addSeparator()
        stages = self.add(self.tr("Edit the stages"), "settings-2")
        stages.triggered.connect(partial(self._tell, self.stages_asked, shown.id))
        new = self.add(self.tr("New pipeline"), "plus")
        new.triggered.connect(partial(self._tell, self.stages_asked, None))
        if not shown.is_default:
            retire = self.add(self.tr("Retire this pipeline"), "archive")
            retire.triggered.connect(partial(self._tell, self.retired, shown.id))

        if put_away := [row for row in pipelines if row.retired]:
            again = Menu(theme, self.tr("Bring back"), self)
            for row in put_away:
                entry = again.add(row.name.replace("&", "&&"), "archive-restore")
                entry.triggered.connect(partial(self._tell, self.restored, row.id))
            self.addMenu(again)

    def _tell(self, signal: SignalInstance, pipeline_id: int | None, *_checked: object) -> None:
        signal.emit(pipeline_id)
