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
# What a stage of a pipeline means, whatever it is called; where deals stand and how sure they are.
STAGE_KINDS = ("open", "on_hold", "won", "lost")
REASON_KINDS = ("won", "lost")
PROBABILITY_BY = ("stage", "manual", "model")
DEAL_ROLES = ("decides", "influences", "uses", "pays")
QUOTE_STATES = ("draft", "sent", "accepted", "refused")
ENQUIRY_CHANNELS = ("walk_in", "phone", "message", "web", "referral")
ENQUIRY_STATES = ("new", "linked", "answered", "closed", "spam")
# What a rule of the lead score looks at.
RULE_KINDS = (
    "channel", "source", "words", "phone", "email", "product", "customer", "referred", "value",
    "soon", "silent",
)  # fmt: skip
ASSIGNED = ("pipeline", "channel")  # what is given to somebody by a way of its own
WAYS = ("hand", "round_robin", "least_busy")
METRICS = (
    "revenue", "won_deals", "won_value", "new_customers", "returning_customers", "contacts_made",
    "won_back",
)  # fmt: skip
GOAL_SCOPES = ("shop", "staff", "product")
PERIODS = ("month", "quarter", "year", "range")
# The group a customer is in, and where they stand in their own rhythm.
TIERS = (
    "vip", "regular", "occasional", "new", "at_risk", "slipping", "lapsed", "not_yet",
)  # fmt: skip
RHYTHMS = ("on_time", "due", "late", "slipping", "gone")
