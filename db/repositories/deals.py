"""Deals on disk: written here; `deal_lists` reads them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.bare import read
from db.errors import RowNotFoundError
from db.ids import IdSource, meaning_id
from db.models.deal import Deal, DealCheck, DealLine, DealParty, StageMove
from db.models.task_plan import PlanRun
from db.repositories.line_rows import put_line_rows

GAP = 1024  # between two deals of a column, so that others fit between them


class DealRepository:
    """Entities to change; never commits. What is derived is kept at the action's end."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, **values: Any) -> Deal:
        """Add a deal of these columns; return it."""
        deal = Deal(id=self._ids.next(), **values)
        self._session.add(deal)
        self._session.flush()
        return deal

    def get(self, deal_id: int) -> Deal:
        """Return the deal to change; raise RowNotFoundError if it is in the trash or gone."""
        found = self._session.get(Deal, deal_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("deal", deal_id)
        return found

    def put_in_trash(self, deal_ids: Collection[int]) -> None:
        """Put deals in the trash; what belongs to them stays with them."""
        for deal_id in deal_ids:
            self.get(deal_id).deleted_at = self._now()

    def take_from_trash(self, deal_id: int) -> Deal:
        """Bring a deal back from the trash; return it."""
        found = self._session.get(Deal, deal_id)
        if found is None:
            raise RowNotFoundError("deal", deal_id)
        found.deleted_at = None
        return found

    def follower(self, deal_id: int) -> Deal | None:
        """Return the deal that repeats this one; None where there is none."""
        query = select(Deal).where(Deal.parent_id == deal_id, Deal.deleted_at.is_(None))
        return self._session.scalars(query.order_by(Deal.id).limit(1)).first()

    # The order of the board

    def first_rank(self, stage_id: int) -> int:
        """Return the rank of a deal that goes on top of a stage."""
        return self._edge(stage_id, "min") - GAP

    def _edge(self, stage_id: int, which: str) -> int:
        self._session.flush()
        query = f"SELECT {which}(board_rank) FROM deal WHERE stage_id = ? AND deleted_at IS NULL"
        ((rank,),) = read(self._session.connection(), query, (stage_id,))
        return rank or 0

    def ranks_between(
        self, stage_id: int, before: int | None, after: int | None, count: int
    ) -> list[int]:
        """Return ranks for deals that go between two of a stage: under `after`, above `before`.

        Where there is no room the stage is given new ranks.
        """
        low, high = self._between(stage_id, before, after, count)
        if (high - low) // (count + 1) == 0:
            self._spread(stage_id)
            low, high = self._between(stage_id, before, after, count)
        step = max((high - low) // (count + 1), 1)
        return [low + (place + 1) * step for place in range(count)]

    def _between(
        self, stage_id: int, before: int | None, after: int | None, count: int
    ) -> tuple[int, int]:
        room = (count + 1) * GAP
        low = None if after is None else self._rank(after, stage_id)
        high = None if before is None else self._rank(before, stage_id)
        if low is not None:
            under = self._neighbour(stage_id, low, ">", "min") if high is None else high
            return low, low + room if under is None else under
        if high is None:
            high = self.first_rank(stage_id) + GAP
        above = self._neighbour(stage_id, high, "<", "max")
        return high - room if above is None else above, high

    def _rank(self, deal_id: int, stage_id: int) -> int | None:
        found = self._session.get(Deal, deal_id)
        if found is None or found.deleted_at or found.stage_id != stage_id:
            return None
        return found.board_rank

    def _neighbour(self, stage_id: int, rank: int, how: str, which: str) -> int | None:
        self._session.flush()
        query = (
            f"SELECT {which}(board_rank) FROM deal WHERE stage_id = ? AND deleted_at IS NULL"
            f" AND board_rank {how} ?"
        )
        ((found,),) = read(self._session.connection(), query, (stage_id, rank))
        return found if found is None else int(found)

    def _spread(self, stage_id: int) -> None:
        self._session.flush()
        self._session.execute(text(SPREAD), {"stage": stage_id, "gap": GAP, "now": self._now()})
        self._session.expire_all()

    # Moves

    def add_move(self, **values: Any) -> None:
        """Add to the history that a deal came to a stage."""
        self._session.add(StageMove(id=self._ids.next(), **values))
        self._session.flush()

    def moves(self, deal_id: int) -> Sequence[StageMove]:
        """Return where a deal went, oldest first."""
        query = select(StageMove).where(
            StageMove.deal_id == deal_id, StageMove.deleted_at.is_(None)
        )
        return self._session.scalars(query.order_by(StageMove.moved_at, StageMove.id)).all()

    def running(self, deal_id: int) -> Sequence[PlanRun]:
        """Return the plans that are under way for a deal."""
        query = select(PlanRun).where(
            PlanRun.deal_id == deal_id, PlanRun.status == "running", PlanRun.deleted_at.is_(None)
        )
        return self._session.scalars(query.order_by(PlanRun.id)).all()

    def has_run(self, deal_id: int, plan_id: int) -> bool:
        """Tell whether a plan was ever begun for a deal."""
        query = select(PlanRun.id).where(
            PlanRun.deal_id == deal_id, PlanRun.plan_id == plan_id, PlanRun.deleted_at.is_(None)
        )
        return self._session.scalar(query.limit(1)) is not None

    # Lines

    def lines(self, deal_id: int) -> Sequence[DealLine]:
        """Return the lines of a deal, in their order."""
        query = select(DealLine).where(DealLine.deal_id == deal_id, DealLine.deleted_at.is_(None))
        return self._session.scalars(query.order_by(DealLine.position, DealLine.id)).all()

    def put_lines(self, deal_id: int, rows: Iterable[Mapping[str, Any]]) -> None:
        """Let a deal have these lines, row by row, so that History tells what changed."""

        def make(**columns: Any) -> DealLine:
            return DealLine(id=self._ids.next(), deal_id=deal_id, **columns)

        put_line_rows(self._session, self.lines(deal_id), rows, make, self._now())

    # Who has a part in it

    def put_parties(self, deal_id: int, wanted: Iterable[tuple[int, str]]) -> None:
        """Let these (contact, role) have a part in a deal and nobody else."""
        left = dict.fromkeys(wanted)
        query = select(DealParty).where(DealParty.deal_id == deal_id)
        for party in self._session.scalars(query).all():
            stays = (party.contact_id, party.role) in left
            left.pop((party.contact_id, party.role), None)
            if stays == bool(party.deleted_at):
                party.deleted_at = None if stays else self._now()
        self._session.add_all(
            DealParty(
                id=meaning_id("deal_party", deal_id, contact_id, role), deal_id=deal_id,
                contact_id=contact_id, role=role,
            )
            for contact_id, role in left
        )  # fmt: skip
        self._session.flush()

    # Checklists

    def tick(self, deal_id: int, check_id: int, done_at: str | None) -> None:
        """Tick a line of a stage's checklist for a deal, or take the tick back."""
        row_id = meaning_id("deal_check", deal_id, check_id)
        found = self._session.get(DealCheck, row_id)
        if found is None:
            if done_at:
                self._session.add(
                    DealCheck(id=row_id, deal_id=deal_id, check_id=check_id, done_at=done_at)
                )
        elif done_at:
            found.deleted_at, found.done_at = None, done_at
        else:
            found.deleted_at = self._now()
        self._session.flush()

    def unchecked(self, deal_ids: Collection[int], stage_id: int) -> list[str]:
        """Return what of a stage's checklist is not ticked for every one of these deals."""
        self._session.flush()
        given: dict[str, object] = {"ids": json.dumps(list(deal_ids)), "stage": stage_id}
        return [label for (label,) in read(self._session.connection(), UNCHECKED, given)]


SPREAD = """
UPDATE deal SET board_rank = n.rank, updated_at = :now FROM (
  SELECT id, row_number() OVER (ORDER BY board_rank, id) * :gap AS rank FROM deal
  WHERE stage_id = :stage AND deleted_at IS NULL
) n WHERE deal.id = n.id AND deal.board_rank <> n.rank
"""
UNCHECKED = """
SELECT k.label FROM stage_check k
WHERE k.stage_id = :stage AND k.deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM json_each(:ids) d WHERE NOT EXISTS (SELECT 1 FROM deal_check t
    WHERE t.deal_id = d.value AND t.check_id = k.id AND t.deleted_at IS NULL))
ORDER BY k.position, k.id
"""
