"""The policies of `bench.backtest` as somebody would type them in SQL, who knows what their rules can and cannot do."""

# ruff: noqa: E501  # statements read better in long lines

RULES = 30
COUNTRIES = ("FR", "DE", "BE", "ES")


def one_policy() -> str:
    """What somebody would type for `document(days=30, fee="0 %")`, knowing what the rules can and cannot do."""
    return f"""
WITH {_held()},
set_by AS (SELECT *, {_terms("", 30, 0)} FROM held),
based AS (
  SELECT *, CASE WHEN claim AND conformity = 'yes' THEN 'conformity' WHEN withdrawal = 'yes' THEN 'withdrawal'
                 WHEN accept AND (last_day IS NULL OR requested <= last_day) THEN 'commercial' END AS basis
    FROM set_by)
SELECT country, CASE WHEN basis IS NULL AND (withdrawal = 'unknown' OR claim AND (conformity = 'unknown' OR other_law)) THEN 1
                     WHEN basis IS NULL THEN 0 WHEN basis <> 'withdrawal' AND manual THEN 1 ELSE 3 END AS verdict,
       count(*), sum(price_paid * CASE WHEN basis IN ('conformity', 'withdrawal') OR basis = 'commercial' AND withdrawal = 'unknown' THEN 0 ELSE fee END),
       max(last_day), sum(pickup)
  FROM based GROUP BY ALL ORDER BY country, verdict
"""


def compared() -> str:
    """The same for `document(days=30, fee="0 %")` against `document(days=20, fee="5 %")`: only windows and fees differ,
    and one way back is free."""
    law = "withdrawal = 'unknown' OR claim AND (conformity = 'unknown' OR other_law)"
    sides = ", ".join(
        f"""lawful AND NOT promised_{n} AS lifted_{n}, CASE WHEN NOT (lawful OR promised_{n}) THEN CASE WHEN {law} THEN 1 ELSE 0 END
            WHEN manual AND NOT (withdraws AND NOT claims) THEN 1 ELSE 3 END AS verdict_{n},
          CASE WHEN lawful OR promised_{n} AND withdrawal = 'unknown' THEN 0 ELSE fee_{n} END AS kept_{n},
          NOT claims OR promised_{n} OR withdraws OR remedy_refund AS refunds_{n},
          CASE WHEN claims THEN CASE WHEN promised_{n} AND last_day_{n} IS NULL THEN NULL
                 WHEN promised_{n} THEN greatest(conformity_last, last_day_{n}, withdrawal_last) ELSE greatest(conformity_last, withdrawal_last) END
               WHEN withdraws THEN CASE WHEN promised_{n} AND last_day_{n} IS NOT NULL THEN greatest(last_day_{n}, withdrawal_last)
                                        WHEN NOT promised_{n} THEN withdrawal_last END
               WHEN promised_{n} THEN last_day_{n}
               ELSE greatest(last_day_{n}, withdrawal_last, CASE WHEN claim THEN conformity_last END) END AS until_{n}"""
        for n in (1, 2)
    )
    money = ", ".join(
        f"CASE WHEN verdict_{n} > 0 THEN (price_paid * kept_{n} + 50) // 100 ELSE 0 END AS fees_{n}" for n in (1, 2)
    )
    worse = ", ".join(
        f"""verdict_{a} > 0 AND verdict_{b} = 0 AS {way}_refused, both_open AND verdict_{b} < verdict_{a} AS {way}_harder,
            both_open AND coalesce(until_{a} IS NULL AND until_{b} IS NOT NULL OR until_{b} < until_{a}, false) AS {way}_shorter,
            both_open AND lawful AND promised_{a} AND NOT promised_{b} AS {way}_lost, both_open AND kept_{b} > kept_{a} AS {way}_fee"""
        for way, a, b in (("worse", 1, 2), ("better", 2, 1))
    )
    refunds = ", ".join(
        f"CASE WHEN verdict_{n} > 0 AND refunds_{n} THEN price_paid - fees_{n} ELSE 0 END AS refund_{n}" for n in (1, 2)
    )
    return f"""
CREATE OR REPLACE TABLE by_hand AS WITH {_held()},
set_by AS (SELECT *, {_terms("_1", 30, 0)}, {_terms("_2", 20, 5, shared=False)},
                  claim AND conformity = 'yes' AS claims, withdrawal = 'yes' AS withdraws FROM held),
based AS (
  SELECT *, claims OR withdraws AS lawful, accept AND (last_day_1 IS NULL OR requested <= last_day_1) AS promised_1,
         accept AND (last_day_2 IS NULL OR requested <= last_day_2) AS promised_2 FROM set_by),
decided AS (SELECT *, {sides} FROM based),
paid AS (SELECT *, {money}, verdict_1 > 0 AND verdict_2 > 0 AS both_open, withdraws AND NOT claims AND NOT claim AS plain FROM decided),
judged AS (SELECT *, {refunds}, {worse}, plain AND coalesce(last_day_2 < withdrawal_floor, false) AS below_window,
                  plain AND fee_2 > 0 AS below_fee FROM paid)
SELECT order_number, return_number, title, category, country, customer_kind, customer_tags, units, lifted_1, lifted_2,
       verdict_1, verdict_2, refund_1, refund_2, fees_1, fees_2, below_window, below_fee,
       requested, sent_on, arrived_on, inspected_on, settled_on, current_lawful_on,
       CASE WHEN price_paid < 2500 THEN 0 WHEN price_paid < 5000 THEN 1 WHEN price_paid < 10000 THEN 2 WHEN price_paid < 25000 THEN 3 ELSE 4 END AS band,
       COLUMNS('(worse|better)_.*')
  FROM judged
"""


def _held() -> str:
    """Which conditions hold."""
    rules = "".join(f", {_by_hand(number)} AS h{number}" for number in range(RULES - 6))
    return f"""held AS (
  SELECT p.*, l.*, list_contains(tags, 'final-sale') AND fault = 'customer' AS final_sale,
         list_contains(traits, 'hygiene') AND seal_broken AS hygiene,
         ordered BETWEEN 20758 AND 20812 AS christmas, weight > 15000 AS heavy,
         price_paid > 50000 AS dear, fault IN ('merchant', 'carrier') AND reason <> 'arrived-late' AS claim{rules}
    FROM purchases p JOIN law l ON l.id = p.current_law)"""


def _terms(ending: str, days: int, fee: int, *, shared: bool = True) -> str:
    """The terms that hold; with those that are alike in both policies, or without."""
    numbers = list(reversed(range(RULES - 6)))
    read = "NOT coalesce(hygiene, false)"
    windows = " ".join(
        f"WHEN h{n} AND {read} THEN delivered + {days + n if n % 4 == 0 else days - 5}"
        for n in numbers
        if n % 4 in (0, 2)
    )
    fees = " ".join(f"WHEN h{n} AND {read} THEN {1 + n % 5}" for n in numbers if n % 4 == 1)
    ways = " ".join(f"WHEN h{n} AND {read} THEN {390 + 100 * (n % 4)}" for n in numbers if n % 4 == 3)
    both = f"""NOT coalesce(final_sale OR hygiene, false) AS accept, CASE {ways} WHEN heavy AND {read} THEN 0 ELSE 490 END AS pickup,
         coalesce(dear AND {read}, false) AS manual, """
    return f"""{both if shared else ""}CASE {windows} WHEN christmas AND {read} THEN 20849 ELSE delivered + {days} END AS last_day{ending},
         CASE {fees} ELSE {fee} END AS fee{ending}"""


def _by_hand(number: int) -> str:
    country = COUNTRIES[number % 4]
    return (
        f"contains(category, '\x1fC{number % 12}\x1f')",
        f"country = '{country}' AND price_paid > {1000 + 100 * number}",
        f"customer_kind = 'business' AND contains(category, '\x1fC{number % 12}\x1f')",
        f"weight > {number * 1000} AND country = '{country}'",
    )[number % 4]
