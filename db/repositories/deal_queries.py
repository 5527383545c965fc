"""What is asked about deals: the SQL of `deal_lists`, and what days and waiting mean in it."""

GIVEN = "(SELECT value FROM json_each(:ids))"
FROM = """
FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id
LEFT JOIN contact c ON c.id = d.contact_id LEFT JOIN contact f ON f.id = d.company_id
LEFT JOIN staff o ON o.id = d.owner_id
"""
ON_BOARD = """
d.pipeline_id = :pipeline AND d.closed_at IS NULL AND d.deleted_at IS NULL
AND s.kind IN ('open', 'on_hold')
"""
OF_KINDS = """
d.stage_id IN (SELECT k.id FROM pipeline_stage k WHERE k.kind IN
  (SELECT value FROM json_each(:kinds)))
"""
TEXT = r"""
(d.title LIKE :text ESCAPE '\' OR c.name LIKE :text ESCAPE '\' OR f.name LIKE :text ESCAPE '\')
"""
TAGGED = """
d.contact_id IN (SELECT l.contact_id FROM contact_tag l JOIN tag g ON g.id = l.tag_id
  WHERE l.deleted_at IS NULL AND g.name IN (SELECT value FROM json_each(:tags)))
"""
NEXT_AT = "coalesce(d.next_task_at, d.next_step_at)"
# What is planned: a task, or else a step somebody typed; a day alone is over when it is.
NEXT_STATE = f"""
CASE WHEN {NEXT_AT} IS NULL THEN 'none'
  WHEN {NEXT_AT} < iif(length({NEXT_AT}) = 10, :today, :clock) THEN 'overdue'
  WHEN substr({NEXT_AT}, 1, 10) = :today THEN 'today' ELSE 'later' END
"""
SINCE = """
max(d.stage_entered_at, ifnull(c.last_contact_at, ''), ifnull(f.last_contact_at, ''))
"""
# Days by the shop's clock since a deal came to its stage, and since it was heard of last: today
# began at :began.
_DAYS = "max(0, CAST(julianday(:began) - julianday({since}) + 0.9999999 AS INTEGER))"
DAYS, SILENT = _DAYS.format(since="d.stage_entered_at"), _DAYS.format(since=SINCE)
PAUSED = "ifnull(d.next_task_at >= :today, 0)"
WAITS = (
    f"(s.rot_days IS NOT NULL AND d.closed_at IS NULL AND NOT {PAUSED} AND {SILENT} > s.rot_days)"
)
WAIT = f"CASE WHEN NOT {WAITS} THEN '' WHEN {SILENT} > 2 * s.rot_days THEN 'red' ELSE 'amber' END"
WEIGHTED = """
iif(s.kind = 'open' AND d.amount IS NOT NULL, (d.amount * d.probability + 50) / 100, 0)
"""
OURS = "d.currency = :currency"
SUMS = f"""
count(*), ifnull(sum(iif({OURS}, d.amount, 0)), 0), ifnull(sum(iif({OURS}, {WEIGHTED}, 0)), 0),
ifnull(sum(d.amount IS NULL), 0), ifnull(sum({WAITS}), 0)
"""
_OPEN = "s.kind = 'open'"
OPEN_SUMS = f"""
ifnull(sum(iif({OURS} AND {_OPEN}, d.amount, 0)), 0),
ifnull(sum(iif({OURS}, {WEIGHTED}, 0)), 0),
ifnull(sum(d.amount IS NULL AND {_OPEN}), 0), ifnull(sum({WAITS}), 0)
"""
_NEXT = f"""
{NEXT_STATE},
ifnull(iif(d.next_task_id IS NULL, d.next_step_kind, d.next_task_kind), ''),
ifnull(coalesce(d.next_task_title, d.next_step), ''), ifnull({NEXT_AT}, ''), d.next_task_id
"""
CARD = f"""
SELECT d.id, d.title, d.contact_id, ifnull(c.name, ''), ifnull(c.kind, ''), ifnull(f.name, ''),
  d.amount, d.currency, d.probability, d.probability_by, {WEIGHTED}, {DAYS}, {WAIT}, {_NEXT},
  d.owner_id, ifnull(o.name, ''), ifnull(d.expected_close, ''), d.board_rank, d.stage_id,
  d.repeat_months
{FROM}
"""
ROW = f"""
SELECT d.id, d.title, d.contact_id, ifnull(c.name, ''), ifnull(c.kind, ''), d.company_id,
  ifnull(f.name, ''), d.pipeline_id, p.name, d.stage_id, s.name, s.kind, s.colour, d.amount,
  d.currency, {WEIGHTED}, d.probability, d.probability_by, ifnull(d.expected_close, ''), {DAYS},
  {WAIT}, {_NEXT}, d.owner_id, ifnull(o.name, ''), ifnull(d.source, ''), ifnull(d.campaign, ''),
  d.created_at, d.stage_entered_at, ifnull(d.closed_at, ''), ifnull(r.name, ''), d.repeat_months,
  ifnull(d.later_until, ''), d.board_rank
{FROM} JOIN pipeline p ON p.id = d.pipeline_id LEFT JOIN deal_reason r ON r.id = d.reason_id
"""
SORTS = {
    "next": NEXT_AT,
    "value": "d.amount",
    "age": SINCE,
    "close": "d.expected_close",
    "title": "d.title",
    "rank": "d.board_rank",
    "created": "d.created_at",
    "contact": "c.name",
    "stage": "s.position",
    "owner": "o.name",
    "closed": "d.closed_at",
}
ALL_OF = """
SELECT d.stage_id, count(*), ifnull(sum(d.later_until > :today), 0) FROM deal d
WHERE d.pipeline_id = :pipeline AND d.closed_at IS NULL AND d.deleted_at IS NULL GROUP BY 1
"""
ENDED = f"""
SELECT ifnull(sum(s.kind = 'won'), 0),
  ifnull(sum(iif(s.kind = 'won' AND {OURS}, d.amount, 0)), 0),
  ifnull(max(iif(s.kind = 'won', d.closed_at, NULL)), ''), ifnull(sum(s.kind = 'lost'), 0)
FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id
WHERE d.closed_at IS NOT NULL AND d.deleted_at IS NULL
  AND (d.contact_id IN {GIVEN} OR d.company_id IN {GIVEN})
"""
FIND = r"""
SELECT d.id FROM deal d LEFT JOIN contact c ON c.id = d.contact_id
WHERE d.deleted_at IS NULL AND (d.title LIKE :text ESCAPE '\' OR c.name LIKE :text ESCAPE '\')
ORDER BY d.closed_at IS NOT NULL, d.closed_at DESC, d.id DESC LIMIT :limit
"""
CLOSING = """
SELECT d.expected_close, d.id, d.title, d.contact_id, ifnull(c.name, ''), ifnull(c.kind, ''),
  d.amount, d.currency, d.owner_id, ifnull(o.name, ''), s.kind
FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id
LEFT JOIN contact c ON c.id = d.contact_id LEFT JOIN staff o ON o.id = d.owner_id
WHERE d.closed_at IS NULL AND d.deleted_at IS NULL AND d.expected_close >= :first
  AND d.expected_close < :after
ORDER BY d.expected_close, d.id
"""
WITHOUT_NEXT = f"""
SELECT d.id, count(*) OVER () FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id
WHERE d.closed_at IS NULL AND d.deleted_at IS NULL AND s.kind = 'open' AND {NEXT_AT} IS NULL
ORDER BY d.amount DESC, d.id LIMIT :limit
"""
OPEN_COUNT = "SELECT count(*) FROM deal WHERE closed_at IS NULL AND deleted_at IS NULL"
SOURCES = """
SELECT DISTINCT source FROM deal WHERE source IS NOT NULL AND deleted_at IS NULL ORDER BY source
"""
LINES = """
SELECT l.id, l.product_id, coalesce(l.description, p.name, ''), ifnull(l.description, ''),
  l.quantity, l.unit_price, l.discount, l.tax_rate, l.tax, l.total
FROM deal_line l LEFT JOIN product p ON p.id = l.product_id
WHERE l.deal_id = :deal AND l.deleted_at IS NULL ORDER BY l.position, l.id
"""
PARTIES = """
SELECT p.id, p.contact_id, c.name, c.kind, p.role FROM deal_party p
JOIN contact c ON c.id = p.contact_id
WHERE p.deal_id = :deal AND p.deleted_at IS NULL AND c.deleted_at IS NULL
ORDER BY p.role, c.name, p.id
"""
MOVES = """
SELECT m.id, ifnull(a.name, ''), ifnull(a.kind, ''), b.name, b.kind, m.moved_at, m.days,
  ifnull(o.name, ''), m.amount
FROM stage_move m JOIN pipeline_stage b ON b.id = m.to_stage_id
LEFT JOIN pipeline_stage a ON a.id = m.from_stage_id LEFT JOIN staff o ON o.id = m.staff_id
WHERE m.deal_id = :deal AND m.deleted_at IS NULL ORDER BY m.moved_at, m.id
"""
CHECKS = """
SELECT k.id, k.label, t.done_at IS NOT NULL, ifnull(t.done_at, '')
FROM deal d JOIN stage_check k ON k.stage_id = d.stage_id AND k.deleted_at IS NULL
LEFT JOIN deal_check t ON t.deal_id = d.id AND t.check_id = k.id AND t.deleted_at IS NULL
WHERE d.id = :deal ORDER BY k.position, k.id
"""
# What was spoken with those of a deal while it was under way, its tasks, quotes and sales.
EVENTS = """
WITH one AS (SELECT * FROM deal WHERE id = :deal), whose AS (
  SELECT contact_id AS id FROM one UNION SELECT company_id FROM one
  UNION SELECT contact_id FROM deal_party WHERE deal_id = :deal AND deleted_at IS NULL
)
SELECT * FROM (
  SELECT i.happened_at AS at, 'interaction', i.id, ifnull(i.body, ''), i.kind,
    ifnull(i.outcome, ''), min(l.contact_id), c.name, ifnull(o.name, ''), NULL
  FROM one CROSS JOIN whose w CROSS JOIN interaction_contact l ON l.contact_id = w.id
    JOIN interaction i ON i.id = l.interaction_id JOIN contact c ON c.id = l.contact_id
    LEFT JOIN staff o ON o.id = i.staff_id
  WHERE l.deleted_at IS NULL AND i.deleted_at IS NULL AND i.happened_at >= one.created_at
    AND i.happened_at <= ifnull(one.closed_at, '9999') GROUP BY i.id
  UNION ALL
  SELECT n.created_at, 'note', n.id, n.body, '', '', n.contact_id, c.name, '', NULL
  FROM one CROSS JOIN whose w CROSS JOIN note n ON n.contact_id = w.id
    JOIN contact c ON c.id = n.contact_id
  WHERE n.deleted_at IS NULL AND n.created_at >= one.created_at
    AND n.created_at <= ifnull(one.closed_at, '9999')
  UNION ALL
  SELECT t.closed_at, 'task', t.id, t.title, t.kind, ifnull(t.result, ''), t.contact_id,
    ifnull(c.name, ''), ifnull(o.name, ''), NULL
  FROM task t LEFT JOIN contact c ON c.id = t.contact_id LEFT JOIN staff o ON o.id = t.assignee_id
  WHERE t.deal_id = :deal AND t.closed_at IS NOT NULL AND t.status <> 'cancelled'
    AND t.deleted_at IS NULL
  UNION ALL
  SELECT coalesce(q.decided_at, q.sent_at, q.created_at), 'quote', q.id, q.number, q.status,
    CAST(q.version AS TEXT), q.contact_id, ifnull(c.name, ''), ifnull(o.name, ''), q.total
  FROM quote q LEFT JOIN contact c ON c.id = q.contact_id LEFT JOIN staff o ON o.id = q.staff_id
  WHERE q.deal_id = :deal AND q.deleted_at IS NULL
  UNION ALL
  SELECT coalesce(s.sold_at, s.created_at), 'sale', s.id, ifnull(s.number, ''), s.status,
    s.sold_on, s.contact_id, ifnull(c.name, ''), ifnull(o.name, ''), s.total
  FROM sale s LEFT JOIN contact c ON c.id = s.contact_id LEFT JOIN staff o ON o.id = s.staff_id
  WHERE s.deal_id = :deal AND s.deleted_at IS NULL
) ORDER BY at DESC LIMIT :limit
"""
