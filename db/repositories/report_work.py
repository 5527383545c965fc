"""What the team did, for reports: what was spoken, answered and done."""

from __future__ import annotations

from collections.abc import Collection

from db.repositories.report_scope import Reader, Rows, Scope, moments

Edges = Collection[tuple[str, str]]  # when it began and ended, in UTC


class WorkReports(Reader):
    """Interactions, enquiries and tasks within some days."""

    def spoken(self, scope: Scope, edges: Edges) -> Rows:
        """Return (staff or None, kind, how many) of what happened with customers."""
        return self._read(
            "SELECT i.staff_id, i.kind, count(*) FROM interaction i"
            f" WHERE {moments('i.happened_at', edges)} AND i.deleted_at IS NULL"
            f"{scope.interactions()} GROUP BY 1, 2",
            scope.given(),
        )

    def spoken_behind(self, scope: Scope, edges: Edges, staff: int | None, kind: str) -> Rows:
        """Return (interaction,) of somebody and of a kind; staff 0 for nobody, None for all."""
        more = (
            ""
            if staff is None
            else (f" AND i.staff_id = {staff:d}" if staff else " AND i.staff_id IS NULL")
        )
        more += " AND i.kind = :kind" if kind else ""
        return self._read(
            f"SELECT i.id FROM interaction i WHERE {moments('i.happened_at', edges)}"
            f" AND i.deleted_at IS NULL{more}{scope.interactions()} ORDER BY i.happened_at, i.id",
            scope.given(kind=kind),
        )

    def asked(self, scope: Scope, edges: Edges) -> Rows:
        """Return (enquiry, owner or None, minutes until an answer or None, whether in time).

        Of those that came within the edges; spam is none.
        """
        return self._read(
            "SELECT e.id, e.owner_id,"
            " (julianday(e.first_response_at) - julianday(e.received_at)) * 1440,"
            " e.due_at IS NULL OR e.first_response_at <= e.due_at FROM enquiry e"
            f" WHERE {moments('e.received_at', edges)} AND e.deleted_at IS NULL"
            f" AND e.status <> 'spam'{scope.enquiries()} ORDER BY e.received_at, e.id",
            scope.given(),
        )

    def done(self, scope: Scope, edges: Edges) -> Rows:
        """Return (task, when it was done, when it was due or None), in their order."""
        return self._read(
            f"SELECT t.id, t.closed_at, t.due_at FROM task t"
            f" WHERE {moments('t.closed_at', edges)} AND t.deleted_at IS NULL"
            f" AND t.status = 'done'{scope.tasks()} ORDER BY t.closed_at, t.id",
            scope.given(),
        )
