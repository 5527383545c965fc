"""Deals for reports: how far those of some days came, how long stages take, why they ended."""

from __future__ import annotations

from collections.abc import Collection

from db.repositories.report_scope import Reader, Rows, Scope, moments

Edges = Collection[tuple[str, str]]  # when it began and ended, in UTC
_OURS = "iif(d.currency = :currency, coalesce(d.amount, 0), 0)"
_ENDED = "FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id"


class DealReports(Reader):
    """Deals that were begun, moved or ended within some days."""

    def pipeline(self) -> tuple[int, str] | None:
        """Return (id, name) of the pipeline to show where none is asked for."""
        found = self._read(
            "SELECT id, name FROM pipeline WHERE deleted_at IS NULL"
            " ORDER BY retired_at IS NOT NULL, is_default DESC, position, id LIMIT 1",
            {},
        )
        return (int(found[0][0]), str(found[0][1])) if found else None

    def stages(self, pipeline_id: int) -> Rows:
        """Return (id, name, kind, colour) of the stages of a pipeline in their order."""
        return self._read(
            "SELECT id, name, kind, colour FROM pipeline_stage WHERE pipeline_id = :id"
            " AND deleted_at IS NULL ORDER BY position, id",
            {"id": pipeline_id},
        )

    def reached(self, scope: Scope, edges: Edges) -> Rows:
        """Return (deal, value, kind of its stage, days until it ended, the furthest stage).

        Of those begun within the edges, in their order; the furthest is the place of an open
        stage among all of its pipeline, None where it was in none.
        """
        return self._read(
            "SELECT d.id, " + _OURS + ", g.kind,"
            " CAST(julianday(d.closed_at) - julianday(d.created_at) AS INTEGER),"
            " (SELECT max(o.position) FROM pipeline_stage o WHERE o.kind = 'open'"
            "  AND o.pipeline_id = d.pipeline_id AND (o.id = d.stage_id OR o.id IN (SELECT"
            "  m.to_stage_id FROM stage_move m WHERE m.deal_id = d.id AND m.deleted_at IS NULL"
            "  UNION ALL SELECT m.from_stage_id FROM stage_move m WHERE m.deal_id = d.id"
            "  AND m.deleted_at IS NULL)))"
            f" {_ENDED} WHERE d.deleted_at IS NULL AND {moments('d.created_at', edges)}"
            f"{scope.deals()} ORDER BY d.created_at, d.id",
            scope.given(),
        )

    def places(self, pipeline_id: int) -> dict[int, int]:
        """Return the place of each open stage of a pipeline."""
        rows = self._read(
            "SELECT id, position FROM pipeline_stage WHERE pipeline_id = :id AND kind = 'open'"
            " AND deleted_at IS NULL",
            {"id": pipeline_id},
        )
        return dict(rows)

    def stays(self, scope: Scope, edges: Edges) -> Rows:
        """Return (stage left, deal, days it had stood there) of moves within the edges."""
        return self._read(
            "SELECT m.from_stage_id, d.id, coalesce(m.days, 0) FROM stage_move m"
            " JOIN deal d ON d.id = m.deal_id"
            f" WHERE {moments('m.moved_at', edges)} AND m.deleted_at IS NULL"
            f" AND d.deleted_at IS NULL AND m.from_stage_id IS NOT NULL{scope.deals()}"
            " ORDER BY m.moved_at, m.id",
            scope.given(),
        )

    def reasons(self, scope: Scope, edges: Edges) -> Rows:
        """Return (reason or None, its name, won or lost, deals, value) of those that ended."""
        return self._read(
            "SELECT d.reason_id, coalesce(r.name, ''), g.kind, count(*), sum(" + _OURS + ")"
            f" {_ENDED} LEFT JOIN deal_reason r ON r.id = d.reason_id"
            f" WHERE {moments('d.closed_at', edges)} AND d.deleted_at IS NULL"
            f" AND g.kind IN ('won', 'lost'){scope.deals()} GROUP BY 1, 3 ORDER BY 4 DESC, 5 DESC",
            scope.given(),
        )

    def ended(
        self, scope: Scope, edges: Edges, kinds: str = "won", *, reason: int | None = None,
        ours: bool = False,
    ) -> Rows:  # fmt: skip
        """Return (deal, value, days it took) of those won or lost within the edges.

        `kinds` is 'won', 'lost' or '' for both; `reason` 0 for none; `ours`: of the currency alone.
        """
        more = " AND g.kind IN ('won', 'lost')" if not kinds else f" AND g.kind = '{kinds}'"
        if reason is not None:
            more += f" AND d.reason_id = {reason:d}" if reason else " AND d.reason_id IS NULL"
        if ours:
            more += " AND d.currency = :currency"
        return self._read(
            "SELECT d.id, " + _OURS + ","
            " CAST(julianday(d.closed_at) - julianday(d.created_at) AS INTEGER)"
            f" {_ENDED} WHERE {moments('d.closed_at', edges)} AND d.deleted_at IS NULL"
            f"{more}{scope.deals()} ORDER BY d.closed_at, d.id",
            scope.given(),
        )

    def open_sums(self, scope: Scope) -> tuple[int, int, int]:
        """Return (open deals, their value, the same weighted), as the board has them."""
        found = self._read(
            f"SELECT count(*), coalesce(sum({_OURS}), 0), coalesce(sum(iif(d.currency = :currency"
            " AND d.amount IS NOT NULL, (d.amount * d.probability + 50) / 100, 0)), 0)"
            f" {_ENDED} AND g.kind = 'open'"
            f" WHERE d.closed_at IS NULL AND d.deleted_at IS NULL{scope.deals()}",
            scope.given(),
        )
        return int(found[0][0]), int(found[0][1]), int(found[0][2])

    def other_currencies(self, scope: Scope, edges: Edges, column: str = "created_at") -> int:
        """Return how many deals begun (or 'closed_at': ended) are in other currencies."""
        found = self._read(
            f"SELECT count(*) FROM deal d WHERE {moments(f'd.{column}', edges)}"
            f" AND d.deleted_at IS NULL AND d.currency <> :currency{scope.deals()}",
            scope.given(),
        )
        return int(found[0][0])
