"""The kinds the program knows by name; what people call them stands in ``resources/words``."""

# Where somebody stands with the shop, from a first question to a return.
STAGES = (
    "lead", "interested", "first_purchase", "repeat", "regular", "slipping", "dormant", "lost",
    "returned",
)  # fmt: skip
ROLES = ("customer", "lead", "supplier", "partner")
# 'works_at' goes from a person to a company, 'member_of' from anybody to a household; 'referred'
# from who sent somebody to who came; 'custom' has its names in a relation type of the shop's own.
RELATIONS = (
    "works_at", "member_of", "spouse", "parent", "sibling", "family", "friend", "colleague",
    "assistant", "referred", "custom",
)  # fmt: skip
DATE_KINDS = ("anniversary", "memorial", "first_visit", "other")
PURPOSES = ("advert", "service", "profile")
CHANNELS = ("sms", "phone", "email", "messenger", "post", "any")
CONSENT_STATES = ("granted", "denied", "withdrawn")
FIELD_KINDS = (
    "text", "number", "money", "date", "yes_no", "choice", "choices", "person", "file",
)  # fmt: skip
INTERACTIONS = (
    "call", "visit", "text", "messenger", "email", "meeting", "gift", "complaint", "other",
)  # fmt: skip
# How a sale was paid, and what the day's end counts; 'pass' and 'points' were paid for before.
METHODS = ("cash", "card", "transfer", "points", "pass", "other")
SALE_STATES = ("open", "partial", "paid", "cancelled", "refunded", "refund")
HANDOVERS = ("delivery", "pickup")
PASS_KINDS = ("uses", "amount")
PROGRAMME_KINDS = ("points", "stamps")
EARNED_BY = ("amount", "visit")
MOVES = ("earn", "spend", "expire", "adjust")
TASK_KINDS = (
    "call", "visit", "message", "meeting", "buy", "deliver", "pay", "check", "other",
)  # fmt: skip
TASK_STATES = ("open", "doing", "waiting", "done", "cancelled", "no_show")
PLAN_ANCHORS = ("start", "end")
STEP_AFTER = ("anchor", "previous")
STEP_MODES = ("create", "suggest")
RUN_STATES = ("running", "done", "stopped")
