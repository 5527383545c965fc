"""Reports somebody built, on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.report import OwnReport


class OwnReportRepository:
    """Plans of reports under their names; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, name: str, plan: str, *, on_board: bool, in_rail: bool) -> int:
        """Keep a plan under a name, behind the others; return its id."""
        last = self._session.scalar(select(func.max(OwnReport.position)))
        report = OwnReport(
            id=self._ids.next(), name=name, plan=plan, position=0 if last is None else last + 1,
            on_board=int(on_board), in_rail=int(in_rail),
        )  # fmt: skip
        self._session.add(report)
        self._session.flush()
        return report.id

    def get(self, report_id: int) -> OwnReport:
        """Return the report to change; raise RowNotFoundError if it is in the trash or gone."""
        found = self._session.get(OwnReport, report_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("report", report_id)
        return found

    def all(self) -> Sequence[OwnReport]:
        """Return every report in its order, to read only."""
        query = select(OwnReport).where(OwnReport.deleted_at.is_(None))
        return self._session.scalars(query.order_by(OwnReport.position, OwnReport.id)).all()

    def put_in_trash(self, report_ids: Collection[int]) -> None:
        """Put reports in the trash."""
        for report_id in report_ids:
            self.get(report_id).deleted_at = self._now()

    def take_from_trash(self, report_ids: Collection[int]) -> None:
        """Bring reports back from the trash."""
        for report_id in report_ids:
            found = self._session.get(OwnReport, report_id)
            if found is None:
                raise RowNotFoundError("report", report_id)
            found.deleted_at = None
