"""docs/reference/policy.md: every fact and field of the policy document. `python -m tools.policy_page` writes it anew.

What is said of each stands here; that none is left out, and that each example can be read, is checked against the code.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from volte.kit.errors import Refused
from volte.kit.rates import Rate
from volte.kit.time import Span
from volte.kit.words import CustomerKind, Fault, Method, PaymentKind, RefundTrigger, Resolution
from volte.law.rules.words import Channel, Trait
from volte.policy.rules import parse
from volte.policy.rules.model import Terms
from volte.policy.rules.words import Approval, Evidence, Fact, Field, RefundShipping, WindowStart

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "policy.md"
HEAD = f"""# Policy document

Everything a shop can write in its return policy: TOML, or the same shape in JSON (days as text). This page is written
from the code (`python -m tools.policy_page`); `make check` fails when it is old. How a policy decides:
[deciding by a policy](../algorithms/policy-evaluation.md); what is published of it:
[the published policy](../explanation/published-policy.md). A document has at most {parse.LARGEST // 1000} kB and 500
rules.

A name nobody knows, a value of another kind and a number out of bounds are refused, all at once, each with its path,
what stands there and what is allowed.
"""
_HEAD = (
    ("name", "text", "needed", "The shop, as customers know it.", '"Maison Lumière"'),
    ("sells_to", "countries (ISO 3166-1)", "needed", "Whose law applies besides.", '["FR", "DE"]'),
    ("languages", "languages (ISO 639-1)", "needed", "In which the policy is published.", '["fr", "en"]'),
    ("currency", "currency (ISO 4217)", "needed", "Of every amount in the document.", '"EUR"'),
    (
        "informs_of_withdrawal",
        "true or false",
        "not said",
        "The checkout tells every buyer of the right to withdraw and who pays the return.",
        "true",
    ),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a fact or field: the values it takes, an example of one, what it means."""

    takes: str
    example: str
    means: str


def _words(kind: type[StrEnum]) -> str:
    return " · ".join(f"`{member.value}`" for member in kind)


_BOUNDS = "`over`, `at_least`, `under`, `at_most`"
_DAYS = "days `from`, `until`, both included"
_WHOLE = "whole number, 0 to 1 000 000 000"
FIELDS = {
    Field.ACCEPT: Told("true or false", "accept = false", "Is it taken back at all, beyond what the law wants?"),
    Field.WINDOW: Told(
        f"`days` (0 to 3650) after `from` ({_words(WindowStart)}; delivery), and in any case until the day `until`; "
        "`or_days_after_order` (0 to 3650) where the event is not known",
        'window = { days = 30, from = "delivery", or_days_after_order = 45 }',
        "How long a return may be announced. Of days and day, the later.",
    ),
    Field.RESOLUTIONS: Told(
        f"list of {_words(Resolution)}", 'resolutions = ["refund", "credit"]', "What the customer may choose."
    ),
    Field.CREDIT_BONUS: Told("percentage", 'credit_bonus = "10 %"', "Added to store credit."),
    Field.METHODS: Told(
        f'{_words(Method)}, each `"free"`, `"customer"` (own postage) or an amount in the currency',
        'methods = { drop_off = "free", pickup = "4.90", mail = "customer" }',
        "The ways back. In a rule: those named change or are added, the others stay.",
    ),
    Field.EXCHANGE_FEE: Told(
        "percentage", 'exchange_fee = "0 %"', "Kept instead where the customer chooses an exchange; left out, the same."
    ),
    Field.RESTOCKING_FEE: Told("percentage", 'restocking_fee = "5 %"', "Kept of the price, where the law allows it."),
    Field.APPROVAL: Told(_words(Approval), 'approval = "manual"', "Who says yes."),
    Field.REFUND_AT: Told(_words(RefundTrigger), 'refund_at = "carrier_scan"', "The news that starts the refund."),
    Field.REFUND_WITHIN: Told(
        "length of time, at most ten years", 'refund_within = "3 days"', "From that news to the refund."
    ),
    Field.REFUND_SHIPPING: Told(
        _words(RefundShipping), 'refund_shipping = "when_at_fault"', "When standard outbound delivery is paid back."
    ),
    Field.SEND_WITHIN: Told(
        "length of time, at most ten years", 'send_within = "14 days"', "From the request to sending the goods."
    ),
    Field.EVIDENCE: Told(f"list of {_words(Evidence)}", 'evidence = ["photo"]', "What is asked for before a yes."),
}
FACTS = {
    Fact.CATEGORY: Told("one or more paths", 'category = ["Femme/Robes"]', "Those steps stand in the category path."),
    Fact.TAGS: Told("one or more texts", 'tags = ["final-sale"]', "The item has one of these tags."),
    Fact.SKU: Told("codes; `*` at the end for any ending", 'sku = ["ROBE-*"]', "The item number."),
    Fact.GTIN: Told("codes; `*` at the end for any ending", 'gtin = ["376*"]', "The barcode."),
    Fact.LOT: Told(
        "codes; `*` at the end for any ending", 'lot = ["2026-11*"]', "The batch: the tag `lot:…` of the order line."
    ),
    Fact.OPTIONS: Told("one option, its values", 'options = { size = ["XS"] }', "An option of the variant."),
    Fact.TRAITS: Told(f"{_words(Trait)}, and what shops call them", 'traits = ["hygiene"]', "What the law looks at."),
    Fact.PRICE_PAID: Told(
        f"{_BOUNDS}: amounts", 'price_paid = { under = "10.00" }', "One unit, after discounts, tax included."
    ),
    Fact.DISCOUNT: Told(f"{_BOUNDS}: percentages", 'discount = { over = "30 %" }', "Taken off the list price."),
    Fact.WEIGHT: Told(f"{_BOUNDS}: g, kg", 'weight = { over = "15 kg" }', "Of one unit."),
    Fact.SIZE: Told(
        f"{_BOUNDS}: mm, cm, m",
        'size = { over = "120 cm" }',
        "The longest side. The order document does not carry it yet: such a rule waits, and the trace says so.",
    ),
    Fact.SELLER: Told("one or more texts", 'seller = ["atelier-nord"]', "Who sells, on a marketplace."),
    Fact.ORDERED: Told(_DAYS, "ordered = { from = 2026-11-15, until = 2026-12-25 }", "The day of the order."),
    Fact.CHANNEL: Told(f"{_words(Channel)}, or the shop's own", 'channel = ["store"]', "Where it was bought."),
    Fact.COUNTRY: Told("ISO 3166-1", 'country = ["FR", "BE"]', "Where it was sent."),
    Fact.ORDER_TOTAL: Told(f"{_BOUNDS}: amounts", 'order_total = { at_least = "100.00" }', "What was paid for all."),
    Fact.PAYMENT: Told(_words(PaymentKind), 'payment = ["cash_on_delivery"]', "One of the means of payment."),
    Fact.PROMOTION: Told("one or more codes", 'promotion = ["NOEL"]', "A discount code of the order."),
    Fact.CUSTOMER_KIND: Told(_words(CustomerKind), 'customer_kind = ["business"]', "Who bought."),
    Fact.CUSTOMER_TIER: Told("one or more texts", 'customer_tier = ["gold"]', "The customer's tag `tier:…`."),
    Fact.CUSTOMER_TAGS: Told("one or more texts", 'customer_tags = ["vip"]', "The customer has one of these tags."),
    Fact.CUSTOMER_ORDERS: Told(f"{_BOUNDS}: {_WHOLE}", "customer_orders = { at_least = 5 }", "In the last 12 months."),
    Fact.CUSTOMER_RETURN_RATE: Told(
        "`over` (percentage), `of_last` (months or years), `at_least_orders`: all three",
        'customer_return_rate = { over = "60 %", of_last = "12 months", at_least_orders = 5 }',
        "The share of units sent back; too small a sample says nothing.",
    ),
    Fact.REQUESTED: Told(_DAYS, "requested = { until = 2027-01-15 }", "The day of the request."),
    Fact.REASON: Told("handles of the shop's reasons", 'reason = ["damaged"]', "What the customer chose."),
    Fact.FAULT: Told(_words(Fault), 'fault = "customer"', "Whose doing that reason is."),
    Fact.CONDITION: Told(
        "`unworn` · `tried` · `used` · `damaged`", 'condition = ["used"]', "What the customer says of the item."
    ),
    Fact.SEAL_BROKEN: Told("true or false", "seal_broken = true", "A seal is known to be broken."),
    Fact.QUANTITY: Told(f"{_BOUNDS}: {_WHOLE}", "quantity = { over = 3 }", "Units asked for at once."),
    Fact.ANSWERS: Told(
        "one question, its answers",
        'answers = { opened = ["yes"] }',
        "An answer to a question of the shop's. No page asks one yet: such a rule waits, and the trace says so.",
    ),
    Fact.DELIVERED: Told(_DAYS, "delivered = { from = 2026-12-01 }", "The last delivery of the order."),
    Fact.PARTIAL: Told("true or false", "partial = true", "Part of the order came, part is still on its way."),
    Fact.WITHDRAWAL_RIGHT: Told(
        "true or false",
        "withdrawal_right = false",
        "Does the law let this customer change their mind? Where not, a rule may be as strict as the shop likes.",
    ),
}


def main() -> None:
    PAGE.write_text(written(), encoding="utf-8")


def faults() -> Iterator[str]:
    missing = [word.value for word in (*Fact, *Field) if word not in FACTS and word not in FIELDS]
    if missing:
        yield f"tools/policy_page.py says nothing of {', '.join(missing)}"
        return
    try:
        parse.policy(_every_example())
    except Refused as refused:
        yield f"tools/policy_page.py: an example is refused: {refused.params}"
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != written():
        yield "docs/reference/policy.md is old: python -m tools.policy_page"


def written() -> str:
    return HEAD + "\n" + "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield from ("## `[policy]`", "", "| name | takes | when left out | what it is | example |", "|---|---|---|---|---|")
    for name, takes, without, means, example in _HEAD:
        yield f"| `{name}` | {takes} | {without} | {means} | `{name} = {example}` |"
    yield from ("", "## `[terms]`, and `then` of a rule", "")
    yield from ("| field | takes | when left out of `[terms]` | what it is | example |", "|---|---|---|---|---|")
    defaults = {field.name: field.default for field in fields(Terms)}
    for field in Field:
        told = FIELDS[field]
        yield f"| `{field}` | {told.takes} | {_default(defaults[field])} | {told.means} | `{told.example}` |"
    yield from ("", "What `then` of a rule leaves out stays as it was.", "", "## `[[rule]]`", "")
    yield from ("| name | takes | what it is |", "|---|---|---|")
    yield "| `id` | small letters, digits, hyphens; once | Its name in every trace. |"
    yield "| `when` | facts, below; at least one | All must hold. A fact that is missing keeps the rule from firing. |"
    yield "| `then` | fields, above | Those it changes. |"
    yield "| `stop` | true or false (false) | No later rule is read. |"
    yield "| `because` | a clause for each language | Why it is refused, after “it cannot be sent back:”. |"
    yield from ("", "## Facts: the keys of `when`", "", "| fact | takes | what it is | example |", "|---|---|---|---|")
    for fact in Fact:
        told = FACTS[fact]
        yield f"| `{fact}` | {told.takes} | {told.means} | `{told.example}` |"
    yield from ("", 'Amounts are text (`"4.90"`): a number would be rounded. Days are the customer\'s own.', "")


def _default(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case StrEnum():
            return f"`{value.value}`"
        case Rate():
            return value.written()
        case Span():
            return f"{value.days} days"
        case None:
            return "as `restocking_fee`"
        case ():
            return "nothing"
        case _:
            return "needed"


def _every_example() -> str:
    head = "\n".join(f"{name} = {example}" for name, _, _, _, example in _HEAD)
    terms = "\n".join(told.example for told in FIELDS.values())
    rules = "\n".join(
        f'[[rule]]\nid = "r{place}"\nwhen = {{ {told.example} }}\nthen = {{ accept = false }}'
        for place, told in enumerate(FACTS.values())
    )
    return f"[policy]\n{head}\n[terms]\n{terms}\n{rules}\n"


if __name__ == "__main__":
    main()
