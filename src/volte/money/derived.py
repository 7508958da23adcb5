"""What should the books say, derived once more from the rows they were written for?

In SQL, since it is a second opinion over millions of postings: `money/rules/posting.py` says how an entry is made when
something happens, this says which entries stand when everything is over. Which account a line of a plan belongs to is
asked of the rules. docs/algorithms/ledger.md has the table.
"""

from volte.money.rules import posting
from volte.money.rules.ledger import TAKEN_BACK
from volte.money.rules.plan import LineKind

_ACCOUNTS = ", ".join(f"('{kind.value}', '{posting.account_of(kind).value}')" for kind in LineKind)

# A sale by exchange and its tax are one sum here: at which rates the new article was sold, no row of ours says. So is
# what of it was given away.
# Entries in force: neither taken back nor taking back. `about` is the row that should have caused it.
_STANDING = f"""
standing AS MATERIALIZED (
    SELECT e.id, e.kind, e.at, e.promise_id, e.refund_id, e.credit_id, e.reverses_id,
           CASE WHEN e.kind IN ('promised', 'exchanged', 'difference_paid', 'difference_given') THEN e.promise_id
                WHEN e.kind IN ('paid_out', 'paid_twice') THEN e.refund_id
                WHEN e.kind IN ('credit_issued', 'credit_given') THEN e.credit_id WHEN e.reverses_id IS NULL THEN e.id
                ELSE (WITH RECURSIVE up AS (
                      SELECT e.id, e.reverses_id
                       UNION SELECT first.id, first.reverses_id
                               FROM volte_money_entry first JOIN up ON first.id = up.reverses_id)
                      SELECT up.id FROM up WHERE up.reverses_id IS NULL) END AS about
      FROM volte_money_entry e
     WHERE e.shop_id = %(shop)s AND right(e.kind, {len(TAKEN_BACK)}) <> '{TAKEN_BACK}'
       AND NOT EXISTS (SELECT 1 FROM volte_money_entry back WHERE back.reverses_id = e.id)
)"""  # noqa: S608  # words of this program
_PLANNED = f"""
account_of (kind, account) AS (VALUES {_ACCOUNTS}),
planned AS MATERIALIZED (
    SELECT p.id, CASE WHEN p.resolution = 'exchange' THEN 'exchanged' ELSE 'promised' END AS kind, p.currency,
           account_of.account, line.amount, line.tax
      FROM volte_money_promise p
     CROSS JOIN LATERAL jsonb_to_recordset(p.lines) AS line(kind text, amount bigint, tax bigint)
      LEFT JOIN account_of ON account_of.kind = line.kind
     WHERE p.shop_id = %(shop)s AND p.given_up_at IS NULL AND p.resolution NOT IN ('replacement', 'repair')
)"""  # noqa: S608  # words of this program
_EXPECTED = """
expected (kind, about, account, currency, amount) AS (
    SELECT kind, id, account, currency, amount - tax FROM planned
    UNION ALL SELECT kind, id, CASE kind WHEN 'exchanged' THEN 'exchange_sales' ELSE 'tax' END,
        currency, tax FROM planned
    UNION ALL SELECT 'promised', id, 'refunds_payable', currency, -amount FROM volte_money_promise
     WHERE shop_id = %(shop)s AND resolution <> 'exchange'
    UNION ALL SELECT kind, id, 'exchange_sales', currency, -amount FROM planned WHERE kind = 'exchanged'
    UNION ALL SELECT 'exchanged', p.id, side.account, p.currency, side.amount FROM volte_money_promise p
     CROSS JOIN LATERAL (VALUES ('exchange_sales', p.amount - p.due), ('customer_receivable', p.due),
                                ('refunds_payable', -p.amount)) AS side (account, amount)
     WHERE p.shop_id = %(shop)s AND p.resolution = 'exchange' AND p.given_up_at IS NULL
    UNION ALL SELECT 'difference_paid', p.id, side.account, p.currency, side.amount FROM volte_money_promise p
     CROSS JOIN LATERAL (VALUES ('differences_paid', p.due), ('customer_receivable', -p.due)) AS side (account, amount)
     WHERE p.shop_id = %(shop)s AND p.due_paid_at IS NOT NULL
    UNION ALL SELECT 'difference_given', p.id, side.account, p.currency, side.amount FROM volte_money_promise p
     CROSS JOIN LATERAL (VALUES ('goodwill', p.due), ('customer_receivable', -p.due)) AS side (account, amount)
     WHERE p.shop_id = %(shop)s AND p.due_given_at IS NOT NULL
    UNION ALL SELECT 'paid_twice', r.id, side.account, r.currency, side.amount FROM volte_money_refund r
     CROSS JOIN LATERAL (VALUES ('differences_paid', r.amount), ('refunds_payable', -r.amount))
        AS side (account, amount)
     WHERE r.shop_id = %(shop)s AND r.payment LIKE 'checkout:%%'
    UNION ALL SELECT 'paid_out', r.id, side.account, r.currency, side.amount FROM volte_money_refund r
     CROSS JOIN LATERAL (VALUES ('refunds_payable', r.amount), (CASE r.route WHEN 'gateway' THEN 'gateway_clearing'
        WHEN 'bank_transfer' THEN 'bank_clearing' WHEN 'by_hand' THEN 'bank_clearing' END, -r.amount)
     ) AS side (account, amount)
     WHERE r.shop_id = %(shop)s AND r.status = 'succeeded' AND r.route <> 'store_credit'
    UNION ALL SELECT side.kind, c.id, side.account, c.currency, side.amount FROM volte_money_credit c
     CROSS JOIN LATERAL (VALUES ('credit_issued', 'refunds_payable', c.base),
        ('credit_issued', 'credit_bonus', c.bonus), ('credit_given', 'goodwill', c.base + c.bonus)
        ) AS side (kind, account, amount)
     WHERE c.shop_id = %(shop)s AND side.kind = CASE WHEN c.promise_id IS NULL THEN 'credit_given'
        ELSE 'credit_issued' END
    UNION ALL SELECT CASE WHEN c.promise_id IS NULL THEN 'credit_given' ELSE 'credit_issued' END, c.id, side.account,
        c.currency, side.amount FROM volte_money_credit c
     CROSS JOIN LATERAL (VALUES ('credit_liability', -c.base - CASE WHEN c.bonus_left IS NULL THEN c.bonus ELSE 0 END),
        ('credit_bonus_liability', CASE WHEN c.bonus_left IS NULL THEN 0 ELSE -c.bonus END)) AS side (account, amount)
     WHERE c.shop_id = %(shop)s
    UNION ALL SELECT side.kind, m.entry_id, side.account, c.currency, side.amount FROM volte_money_creditmovement m
      JOIN volte_money_credit c ON c.id = m.credit_id
     CROSS JOIN LATERAL (SELECT 'credit_' || CASE split_part(m.key, ':', 1) WHEN 'spend' THEN 'spent'
        WHEN 'unspend' THEN 'unspent' WHEN 'refill' THEN 'refilled' ELSE 'lapsed' END) AS what (kind)
     CROSS JOIN LATERAL (VALUES (what.kind, 'credit_liability', m.bonus - m.amount),
        (what.kind, 'credit_bonus_liability', -m.bonus), ('credit_spent', 'credit_redeemed', m.amount),
        ('credit_unspent', 'credit_redeemed', m.amount), ('credit_refilled', 'refunds_payable', m.amount),
        ('credit_lapsed', 'credit_lapsed', m.amount - m.bonus), ('credit_lapsed', 'credit_bonus', m.bonus)
        ) AS side (kind, account, amount)
     WHERE m.shop_id = %(shop)s AND m.key NOT LIKE 'issue:%%' AND side.kind = what.kind
)"""
# Found and expected lie in one heap: what does not cancel out is wrong. One sum over all of it is the whole cost.
POSTINGS = f"""
WITH {_STANDING}, {_PLANNED}, {_EXPECTED},
wrong AS (
    SELECT kind, about, account, currency, sum(books) AS books, sum(rows) AS rows FROM (
        SELECT e.kind, e.about, CASE WHEN p.account <> 'tax' THEN p.account
               WHEN e.kind = 'exchanged' THEN 'exchange_sales' WHEN e.kind = 'difference_given' THEN 'goodwill'
               ELSE p.account END AS account, p.currency, p.amount AS books, 0::bigint AS rows
          FROM volte_money_posting p JOIN standing e ON e.id = p.entry_id WHERE p.shop_id = %(shop)s
        UNION ALL SELECT kind, about, account, currency, 0, amount FROM expected) AS heap
     GROUP BY about, account, kind, currency HAVING sum(books) <> sum(rows))
SELECT concat_ws(' ', coalesce((SELECT string_agg(id::text, ' ') FROM standing
                      WHERE standing.kind = wrong.kind AND standing.about = wrong.about), 'no entry'),
                 wrong.kind, wrong.about, coalesce(wrong.account, '?')), currency, books, rows
  FROM wrong ORDER BY 1
"""  # noqa: S608  # words of this program

# An entry is about the row that caused it and what that row belongs to, written in the same moments, by the clocks of
# machines that may be minutes apart.
ABOUT = f"""
WITH {_STANDING}
SELECT e.id::text || ' ' || e.kind, coalesce(p.currency, r.currency, c.currency, ''), 0, 0
  FROM standing e
  LEFT JOIN volte_money_promise p ON p.id = e.promise_id
  LEFT JOIN volte_money_refund r ON r.id = e.refund_id
  LEFT JOIN volte_money_credit c ON c.id = e.credit_id
  LEFT JOIN volte_money_creditmovement m ON m.entry_id = e.id
 WHERE e.reverses_id IS NULL AND NOT coalesce(CASE
    WHEN e.kind IN ('promised', 'exchanged') THEN
        e.refund_id IS NULL AND e.credit_id IS NULL AND e.at - p.promised_at BETWEEN {{0}} AND {{1}}
    WHEN e.kind = 'difference_paid' THEN
        e.refund_id IS NULL AND e.credit_id IS NULL AND e.at - p.due_paid_at BETWEEN {{0}} AND {{1}}
    WHEN e.kind = 'difference_given' THEN
        e.refund_id IS NULL AND e.credit_id IS NULL AND e.at - p.due_given_at BETWEEN {{0}} AND {{1}}
    WHEN e.kind = 'paid_twice' THEN
        e.promise_id = r.promise_id AND e.credit_id IS NULL AND e.at - r.planned_at BETWEEN {{0}} AND {{1}}
    WHEN e.kind = 'paid_out' THEN
        e.promise_id IS NULL AND e.credit_id IS NULL AND e.at - r.planned_at >= {{0}} AND e.at - r.changed_at <= {{1}}
    WHEN e.kind IN ('credit_issued', 'credit_given') THEN
        e.refund_id IS NULL AND e.promise_id IS NOT DISTINCT FROM c.promise_id
        AND e.at - c.issued_at BETWEEN {{0}} AND {{1}} AND m.credit_id = c.id AND m.amount = c.base + c.bonus
        AND m.at - e.at BETWEEN {{0}} AND {{1}} AND (m.bonus = c.bonus OR c.bonus_left IS NULL AND m.bonus = 0)
    WHEN e.kind IN ('credit_spent', 'credit_unspent', 'credit_lapsed') THEN
        e.promise_id IS NULL AND e.refund_id IS NULL AND m.credit_id = c.id AND m.at - e.at BETWEEN {{0}} AND {{1}}
    WHEN e.kind = 'credit_refilled' THEN
        e.promise_id IS NULL AND r.credit_id = c.id AND m.credit_id = c.id AND m.key = 'refill:' || r.id
        AND e.at - r.planned_at BETWEEN {{0}} AND {{1}} AND m.at - e.at BETWEEN {{0}} AND {{1}}
    END, false)
""".format("interval '-10 minutes'", "interval '10 minutes'")  # noqa: S608  # words of this program

# A movement of a credit stands in the books by an entry of its own; what is called off was spent, to the cent.
MOVEMENTS = """
SELECT c.code || ' ' || m.key, c.currency, coalesce(-spent.amount, 0), m.amount FROM volte_money_creditmovement m
  JOIN volte_money_credit c ON c.id = m.credit_id
  LEFT JOIN volte_money_creditmovement spent
    ON m.key LIKE 'unspend:%%' AND spent.key = substr(m.key, 3) AND spent.shop_id = m.shop_id
 WHERE m.shop_id = %(shop)s AND (m.entry_id IS NULL OR sign(m.bonus) * sign(m.amount) < 0
    OR abs(m.bonus) > abs(m.amount) OR NOT (
       m.key = 'issue:' || c.id AND m.amount > 0 OR m.key LIKE 'spend:%%' AND m.amount < 0
       OR m.key LIKE 'lapse:%%' AND m.amount < 0 OR m.key LIKE 'refill:%%' AND m.amount > 0
       OR m.key LIKE 'unspend:%%' AND coalesce(m.amount = -spent.amount AND spent.credit_id = m.credit_id, false)))
"""
# What went on a store credit is there: moved back onto the one that had paid, or issued for it.
ON_CREDIT = """
SELECT r.id::text, r.currency, r.amount, coalesce(m.amount, c.base, 0) FROM volte_money_refund r
  LEFT JOIN volte_money_creditmovement m ON m.key = 'refill:' || r.id AND m.shop_id = r.shop_id
        AND m.credit_id = r.credit_id
  LEFT JOIN volte_money_credit c ON c.id = r.credit_id AND c.promise_id = r.promise_id AND c.shop_id = r.shop_id
 WHERE r.shop_id = %(shop)s AND r.credit_id IS NOT NULL
   AND (r.route <> 'store_credit' OR r.status <> 'succeeded' OR r.amount <> coalesce(m.amount, c.base, 0))
"""

# What is left of each credit, of what was owed and of the bonus: from its movements, and from its entries.
_LEFT = """
SELECT c.id, c.code, c.currency, part, CASE part WHEN 'bonus' THEN coalesce(c.bonus_left, 0)
        WHEN 'base' THEN c.balance - coalesce(c.bonus_left, 0)
        WHEN 'base lapsed' THEN -c.base_lapsed ELSE -c.bonus_lapsed END AS kept
  FROM volte_money_credit c, unnest({parts}) AS part WHERE c.shop_id = %(shop)s
"""
CREDITS_MOVED = f"""
SELECT c.code || ' ' || c.part, c.currency, coalesce(m.moved, 0), c.kept
  FROM ({_LEFT.format(parts="ARRAY['base', 'bonus', 'base lapsed', 'bonus lapsed']")}) AS c
  LEFT JOIN (SELECT credit_id, side.part, sum(side.amount) AS moved FROM volte_money_creditmovement
              CROSS JOIN LATERAL (VALUES ('base', amount - bonus), ('bonus', bonus),
                 ('base lapsed', CASE WHEN key LIKE 'lapse:%%' THEN amount - bonus END),
                 ('bonus lapsed', CASE WHEN key LIKE 'lapse:%%' THEN bonus END)) AS side (part, amount)
              WHERE shop_id = %(shop)s GROUP BY 1, 2) AS m ON m.credit_id = c.id AND m.part = c.part
 WHERE coalesce(m.moved, 0) <> c.kept
"""  # noqa: S608  # words of this program
CREDITS_BOOKED = f"""
SELECT c.code || ' ' || c.part, c.currency, coalesce(b.booked, 0), c.kept
  FROM ({_LEFT.format(parts="ARRAY['base', 'bonus']")}) AS c
  LEFT JOIN (SELECT e.credit_id, CASE p.account WHEN 'credit_liability' THEN 'base' ELSE 'bonus' END AS part,
                    -sum(p.amount) AS booked
               FROM volte_money_posting p JOIN volte_money_entry e ON e.id = p.entry_id
              WHERE p.shop_id = %(shop)s AND p.account IN ('credit_liability', 'credit_bonus_liability')
              GROUP BY 1, 2) AS b ON b.credit_id = c.id AND b.part = c.part
 WHERE coalesce(b.booked, 0) <> c.kept
"""  # noqa: S608  # words of this program

# What takes an entry back mirrors it: kind, what it is about, every posting.
REVERSALS = f"""
SELECT back.id::text || ' ' || back.kind, coalesce(differs.currency, ''), coalesce(differs.books, 0),
       coalesce(differs.rows, 0)
  FROM volte_money_entry back
  LEFT JOIN volte_money_entry e ON e.id = back.reverses_id
  LEFT JOIN LATERAL (
       SELECT currency, sum(amount) FILTER (WHERE entry_id = back.id) AS books,
              -sum(amount) FILTER (WHERE entry_id = e.id) AS rows
         FROM volte_money_posting WHERE entry_id IN (back.id, e.id) GROUP BY currency, account
       HAVING sum(amount) <> 0 LIMIT 1) AS differs ON true
 WHERE back.shop_id = %(shop)s
   AND (back.reverses_id IS NOT NULL OR right(back.kind, {len(TAKEN_BACK)}) = '{TAKEN_BACK}')
   AND (differs.currency IS NOT NULL OR e.id IS NULL OR back.at < e.at
        OR NOT (back.kind = e.kind || '{TAKEN_BACK}' OR e.kind = back.kind || '{TAKEN_BACK}')
        OR (back.promise_id, back.refund_id, back.credit_id)
           IS DISTINCT FROM (e.promise_id, e.refund_id, e.credit_id))
"""  # noqa: S608  # words of this program

# Every entry of a closed day has its number, one after the other by the clock.
NUMBERS = """
SELECT id::text, '', number, place FROM (
    SELECT e.id, coalesce(n.number, 0) AS number, row_number() OVER (ORDER BY e.at, e.id) AS place
      FROM volte_money_entry e LEFT JOIN volte_money_entrynumber n ON n.entry_id = e.id
     WHERE e.shop_id = %(shop)s AND e.at < (SELECT max(until) FROM volte_money_closing WHERE shop_id = %(shop)s)
    ) AS numbered WHERE number <> place
"""

# What a promise says of itself beside its lines, and what was paid on pages.
OUTBOUND = """
SELECT id::text, currency, outbound, found FROM (
    SELECT p.id, p.currency, p.outbound, (
        SELECT coalesce(sum(line.amount), 0) FROM jsonb_to_recordset(p.lines) AS line(kind text, amount bigint)
         WHERE line.kind = 'outbound_shipping') AS found
      FROM volte_money_promise p WHERE p.shop_id = %(shop)s) AS sums
 WHERE outbound <> found
"""
ORDERS = """
SELECT r.id::text, r.currency, r.amount, r.amount FROM volte_money_refund r JOIN volte_money_promise p
    ON p.id = r.promise_id
 WHERE r.shop_id = %(shop)s AND (r.order_id <> p.order_id OR r.currency <> p.currency OR r.shop_id <> p.shop_id)
"""
DRAWN = """
SELECT coalesce(d.id, r.promise_id)::text || ' ' || coalesce(d.payment, r.payment), coalesce(d.currency, r.currency),
       coalesce(r.amount, 0), coalesce(d.amount, 0)
  FROM (SELECT p.id, p.currency, draw.key AS payment, draw.value::bigint AS amount
          FROM volte_money_promise p, jsonb_each_text(p.draws) AS draw
         WHERE p.shop_id = %(shop)s AND p.resolution <> 'credit') AS d
  FULL JOIN (SELECT promise_id, payment, currency, sum(amount) AS amount FROM volte_money_refund
              WHERE shop_id = %(shop)s AND payment NOT LIKE 'checkout:%%' AND status <> 'replaced'
              GROUP BY 1, 2, 3) AS r
    ON r.promise_id = d.id AND r.payment = d.payment
 WHERE coalesce(r.amount, 0) <> coalesce(d.amount, 0)
"""
# What left in exchange, unit by unit: together it is what came back and the difference, and its tax is in the books.
# Promises of before say nothing of units; those of the same article, new or mended, have no entry, and need none.
SOLD = """
WITH units AS (
    SELECT p.id, sum((unit ->> 'gross')::bigint) AS gross,
           sum((SELECT coalesce(sum(tax::bigint), 0) FROM jsonb_array_elements_text(unit -> 'taxes') AS tax)) AS tax
      FROM volte_money_promise p, jsonb_each(p.sold) AS item, jsonb_array_elements(item.value) AS unit
     WHERE p.shop_id = %(shop)s GROUP BY p.id),
planned AS (
    SELECT p.id, p.currency, CASE WHEN p.due_given_at IS NULL THEN p.due ELSE 0 END
           - p.amount + coalesce(sum(line.amount), 0) AS gross,
           coalesce(sum(line.tax), 0) AS tax
      FROM volte_money_promise p
      LEFT JOIN LATERAL jsonb_to_recordset(p.lines) AS line(amount bigint, tax bigint) ON true
     WHERE p.shop_id = %(shop)s AND p.sold <> '{}' GROUP BY p.id)
SELECT p.id::text, p.currency, u.gross, p.gross FROM planned p JOIN units u USING (id) WHERE u.gross <> p.gross
 UNION ALL
SELECT p.id::text || ' tax', p.currency, coalesce(b.tax, 0), p.tax - u.tax
  FROM planned p JOIN units u USING (id)
  LEFT JOIN (SELECT e.promise_id AS id, sum(x.amount) AS tax FROM volte_money_posting x
               JOIN volte_money_entry e ON e.id = x.entry_id
              WHERE x.shop_id = %(shop)s AND e.kind IN ('exchanged', 'difference_given') AND x.account = 'tax'
              GROUP BY 1) AS b USING (id)
 WHERE coalesce(b.tax, 0) <> p.tax - u.tax
"""
# A difference that was paid is a payment of the order, of as much.
DIFFERENCES = """
SELECT p.id::text, p.currency, coalesce(b.captured, 0), CASE WHEN p.due_paid_at IS NULL THEN 0 ELSE p.due END
  FROM volte_money_promise p
  LEFT JOIN volte_money_paymentbalance b
    ON b.shop_id = p.shop_id AND b.order_id = p.order_id AND b.payment = 'difference:' || p.id
 WHERE p.shop_id = %(shop)s AND p.due_payment <> '{}' AND (p.due_paid_at IS NULL
    OR p.due_payment ->> 'id' <> 'difference:' || p.id OR (p.due_payment ->> 'captured')::bigint <> p.due
    OR b.captured IS DISTINCT FROM p.due OR b.currency <> p.currency)
"""
# What was sent another way is carried whole by one refund, of the same promise and payment.
CARRIED = """
SELECT r.id::text, r.currency, r.amount, CASE WHEN o.status = 'replaced' THEN o.amount ELSE 0 END
  FROM volte_money_refund r JOIN volte_money_refund o ON o.id = r.redirected_from_id
 WHERE r.shop_id = %(shop)s AND r.status <> 'replaced' AND (o.status <> 'replaced' OR o.amount <> r.amount
    OR o.promise_id <> r.promise_id OR o.payment <> r.payment OR o.currency <> r.currency OR o.shop_id <> r.shop_id)
"""
# A file of transfers holds the refunds that name it, and comes to its sum.
BATCHES = """
SELECT coalesce(b.id, r.batch_id)::text, coalesce(r.currency, ''), coalesce(r.amount, 0),
       CASE WHEN b.status IN ('made', 'executed') THEN b.amount ELSE coalesce(r.failed, 0) END
  FROM (SELECT * FROM volte_money_transferbatch WHERE shop_id = %(shop)s) AS b
  FULL JOIN (SELECT batch_id, currency, sum(amount) AS amount, count(*) AS count,
                    coalesce(sum(amount) FILTER (WHERE status IN ('failed', 'replaced')), 0) AS failed,
                    bool_or(status = 'manual') AS waits
               FROM volte_money_refund WHERE shop_id = %(shop)s AND batch_id IS NOT NULL GROUP BY 1, 2) AS r
    ON r.batch_id = b.id
 WHERE b.id IS NULL OR coalesce(r.currency, 'EUR') <> 'EUR' OR b.status = 'executed' AND r.waits
    OR coalesce(r.amount, 0) <> CASE WHEN b.status IN ('made', 'executed') THEN b.amount ELSE coalesce(r.failed, 0) END
"""
PAGES = """
SELECT p.id::text, p.currency, seen.paid, CASE WHEN p.due_paid_at IS NULL THEN 0 ELSE p.due END + seen.twice
  FROM volte_money_promise p
  JOIN (SELECT c.promise_id, sum(c.amount) AS paid, coalesce(sum(r.amount), 0) AS twice
          FROM volte_money_checkout c
          LEFT JOIN volte_money_refund r ON r.payment = 'checkout:' || c.id AND r.shop_id = c.shop_id
         WHERE c.shop_id = %(shop)s AND c.status = 'paid' GROUP BY c.promise_id) AS seen ON seen.promise_id = p.id
 WHERE seen.paid > CASE WHEN p.due_paid_at IS NULL THEN 0 ELSE p.due END + seen.twice
"""
# What was taken of a hold is booked, to the cent, as what its card paid: differences and sales. What was not taken paid
# for nothing. One that a person has to look at is no break of the books.
HOLDS = """
SELECT h.id::text, h.currency, coalesce(p.paid, 0), h.taken FROM volte_money_hold h
  LEFT JOIN (SELECT shop_id, order_id, due_payment ->> 'reference' AS payment, sum(due) AS paid
               FROM volte_money_promise WHERE shop_id = %(shop)s AND due_payment <> '{}' AND due_paid_at IS NOT NULL
              GROUP BY 1, 2, 3) AS p ON p.order_id = h.order_id AND p.payment = h.payment AND h.payment <> ''
 WHERE h.shop_id = %(shop)s AND h.trouble = '' AND coalesce(p.paid, 0) <> h.taken
"""
