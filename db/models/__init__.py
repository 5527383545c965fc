"""One module per group of tables; importing the package registers them all."""

from db.models.base import Base
from db.models.consent import Consent
from db.models.contact import Contact, ContactPoint, ExternalKey, Note
from db.models.custom_field import CustomChoice, CustomField, CustomValue
from db.models.deal import Deal, DealCheck, DealLine, DealParty, StageMove
from db.models.duplicate import DistinctPair, DuplicatePair
from db.models.enquiry import Assignment, Enquiry, ScoreRule
from db.models.erasure import Erasure
from db.models.forecast import ForecastSnapshot
from db.models.goal import Goal
from db.models.important_date import ImportantDate
from db.models.imports import ImportBatch, ImportRow
from db.models.insight import CustomerScore, ScoreRun, TierMove
from db.models.interaction import Attachment, Interaction, InteractionContact
from db.models.ledger import Change, ChangeSet, OpenChangeSet
from db.models.pipeline import DealReason, Pipeline, PipelineStage, StageCheck
from db.models.prepaid import LoyaltyMove, LoyaltyProgramme, PassUse, PrepaidPass
from db.models.product import Product, ProductCategory
from db.models.quote import Quote, QuoteLine, QuoteSeries
from db.models.relation import ContactRole, Relation, RelationType
from db.models.report import OwnReport
from db.models.sale import DayClose, DayCount, Payment, Sale, SaleLine
from db.models.search import ContactSearch
from db.models.segment import Segment, SegmentMember
from db.models.shop import Device, Setting, Staff
from db.models.summary import SaleDay, SellerDay, SummaryBasis
from db.models.tag import ContactTag, Tag
from db.models.task import ReminderShown, Task, TaskItem, TaskReminder
from db.models.task_plan import PlanRun, TaskPlan, TaskPlanStep, TouchRule

__all__ = [
    "Assignment",
    "Attachment",
    "Base",
    "Change",
    "ChangeSet",
    "Consent",
    "Contact",
    "ContactPoint",
    "ContactRole",
    "ContactSearch",
    "ContactTag",
    "CustomChoice",
    "CustomField",
    "CustomValue",
    "CustomerScore",
    "DayClose",
    "DayCount",
    "Deal",
    "DealCheck",
    "DealLine",
    "DealParty",
    "DealReason",
    "Device",
    "DistinctPair",
    "DuplicatePair",
    "Enquiry",
    "Erasure",
    "ExternalKey",
    "ForecastSnapshot",
    "Goal",
    "ImportBatch",
    "ImportRow",
    "ImportantDate",
    "Interaction",
    "InteractionContact",
    "LoyaltyMove",
    "LoyaltyProgramme",
    "Note",
    "OpenChangeSet",
    "OwnReport",
    "PassUse",
    "Payment",
    "Pipeline",
    "PipelineStage",
    "PlanRun",
    "PrepaidPass",
    "Product",
    "ProductCategory",
    "Quote",
    "QuoteLine",
    "QuoteSeries",
    "Relation",
    "RelationType",
    "ReminderShown",
    "Sale",
    "SaleDay",
    "SaleLine",
    "ScoreRule",
    "ScoreRun",
    "Segment",
    "SegmentMember",
    "SellerDay",
    "Setting",
    "Staff",
    "StageCheck",
    "StageMove",
    "SummaryBasis",
    "Tag",
    "Task",
    "TaskItem",
    "TaskPlan",
    "TaskPlanStep",
    "TaskReminder",
    "TierMove",
    "TouchRule",
]
