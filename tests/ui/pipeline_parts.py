"""What the tests of the pipeline page have in common: a pipeline, deals in it, the page."""

from app.settings import CURRENCY, TIME_ZONE
from app.shapes.deals import DealForm
from app.shapes.pipelines import PipelineForm, StageForm
from ui.pipeline.desk import PipelineDesk

STAGES = (
    StageForm(name="Inquiry", probability=10, rot_days=3, colour="inquiry"),
    StageForm(name="Quote sent", probability=30, rot_days=7, colour="quote"),
    StageForm(name="Contract", probability=90, rot_days=7, colour="contract"),
    StageForm(name="Won", kind="won", probability=100, colour="won"),
    StageForm(name="Lost", kind="lost", colour="lost"),
)
TITLES = ("Weekly desk flowers", "Wedding in June", "Lobby")


def desk_of(core):
    """Return the desk of an open shop."""
    return PipelineDesk(
        pipelines=core.pipelines, deals=core.deals, board=core.deal_board, staff=core.staff,
        plans=core.task_plans, currency=lambda: core.settings.get(CURRENCY),
        today=lambda: core.shop_now().date(),
    )  # fmt: skip


def make_pipeline(core, name="Events", stages=STAGES):
    """Put a pipeline into the shop; return its row."""
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return core.pipelines.get(core.pipelines.add(PipelineForm(name=name, stages=stages)))


def stage_id(pipeline, name):
    """Return the id of a stage by its name."""
    return next(stage.id for stage in pipeline.stages if stage.name == name)


def add_deal(core, pipeline, title, stage="Inquiry", **told):
    """Put a deal into a stage; return its id."""
    return core.deals.add(
        DealForm(title=title, pipeline_id=pipeline.id, stage_id=stage_id(pipeline, stage), **told)
    )


def cards(page, stage):
    """Return the titles of the cards in a column."""
    column = next(c for c in page.board.board.columns if c.head.look.name == stage)
    return [row.title for row in column.cards.rows]


def heads(page):
    """Return (name, number, sum, weighted) of the columns."""
    looks = [column.head.look for column in page.board.board.columns]
    return [(look.name, look.count, look.total, look.weighted) for look in looks]
