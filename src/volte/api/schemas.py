"""What programs send. Unknown fields are refused, so that a typing error is not read as "left out"."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from volte.kit.words import Disposition, Method, Resolution
from volte.money.rules.transfer import Rejection
from volte.returns.operations.without_goods.found import Where
from volte.returns.rules.lifecycle import Kind

Text = Annotated[str, StringConstraints(max_length=255)]
Quantity = Annotated[int, Field(ge=1, le=1_000)]


class Sent(BaseModel):
    """A body: closed, so that nothing is ignored silently."""

    model_config = ConfigDict(extra="forbid")


class ExchangeWish(Sent):
    """The variant wanted instead."""

    sku: Text


class ItemWish(Sent):
    """One line and how many of its units come back. `reason` may be left out: the law asks for none."""

    line: Text
    quantity: Quantity = 1
    reason: Text | None = None
    comment: Annotated[str, StringConstraints(max_length=2_000)] = ""
    condition: Literal["unworn", "tried", "used", "damaged", "opened", ""] = ""
    resolution: Resolution = Resolution.REFUND
    exchange: ExchangeWish | None = None


class ReturnWish(Sent):
    """A return, or a question about one. `claim`: these units never arrived (`refund`, or `replacement` to send them
    again); `cancellation`: they have not left. Neither has a method: nothing travels."""

    order: Text
    items: Annotated[list[ItemWish], Field(min_length=1, max_length=100)]
    kind: Kind = Kind.RETURN
    method: Method = Method.DROP_OFF
    store: Text = ""
    language: Literal["fr", "en"] | None = None


class GiftUnits(Sent):
    """So many units of a line are the gift."""

    line: Text
    quantity: Quantity = 1


class GiftWish(Sent):
    """What a gift code covers; left out, all units no good code covers yet."""

    lines: Annotated[list[GiftUnits], Field(max_length=100)] = []
    last_day: date | None = None


class Verdict(Sent):
    reason: Annotated[str, StringConstraints(max_length=1_000)] = ""


class AccountGiven(Sent):
    """A bank account somebody named."""

    holder: Text
    iban: Annotated[str, StringConstraints(max_length=60)]
    words: Annotated[str, StringConstraints(max_length=500)] = ""


class Amount(Sent):
    """Minor units of a currency."""

    amount: Annotated[int, Field(ge=1, le=2**53, strict=True)]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Gesture(Sent):
    amount: Amount
    reason: Annotated[str, StringConstraints(max_length=1_000)]


class Use(Sent):
    """What is taken off the refund of an item because it was used."""

    item: Annotated[str, StringConstraints(max_length=60)]
    amount: Amount
    reason: Annotated[str, StringConstraints(max_length=1_000)]


class Reduction(Sent):
    """What the customer gets for keeping an item: an amount, or a share of what was paid for it ("20 %")."""

    item: Annotated[str, StringConstraints(max_length=60)]
    amount: Amount | None = None
    share: Annotated[str, StringConstraints(pattern=r"^\d{1,3}([.,]\d{1,6})? ?%$")] | None = None
    reason: Annotated[str, StringConstraints(max_length=1_000)]


class Found(Sent):
    """Where what never arrived turned up: with the customer, or back with the shop because nobody took it in."""

    where: Where
    note: Annotated[str, StringConstraints(max_length=1_000)] = ""


class Way(Sent):
    """How it is sent back; `store` is the handle of the shop it is brought to."""

    method: Method
    store: Annotated[str, StringConstraints(max_length=60)] = ""


class BoxVerdict(Sent):
    """What to do about a box that was not as announced: wait for the rest, or close with what came."""

    verdict: Literal["await", "close"]
    reason: Annotated[str, StringConstraints(max_length=1_000)] = ""


class Opinion(Sent):
    """How the return went, from 1 (very bad) to 5 (very good)."""

    score: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[str, StringConstraints(max_length=2_000)] = ""


class PersonNamed(Sent):
    email: Annotated[str, StringConstraints(min_length=3, max_length=320)]


class ErasureWish(PersonNamed):
    """`why`: asked by the person, or the shop's own wish. `when_settled`: not now if something is open, but then."""

    why: Literal["asked", "shop"] = "asked"
    preview: bool = False
    when_settled: bool = False


class ArticleDeclared(Sent):
    """So many units of a line of the order."""

    line: Text
    quantity: Quantity = 1


class StatementReceived(Sent):
    """A withdrawal that reached the shop another way. Neither `articles` nor `words`: from the whole order. `articles`
    need the order's number and e-mail address; `declared_at` is when it was sent or said (left out: now)."""

    name: Text
    order: Annotated[str, StringConstraints(max_length=100)]
    email: Text = ""
    language: Literal["fr", "en"] = "fr"
    articles: Annotated[list[ArticleDeclared], Field(max_length=100)] = []
    words: Annotated[str, StringConstraints(max_length=4_000)] = ""
    through: Literal["letter", "mail", "phone", "store"]
    declared_at: datetime | None = None


class Scan(Sent):
    """What a carrier saw. `at` left out is now."""

    kind: Literal["dropped_off", "in_transit", "delivered", "lost"]
    at: datetime | None = None


class CountedUnit(Sent):
    """What was in the box: units of an announced line, or of a sku. `return` names another return of the same box."""

    line: Text = ""
    sku: Text = ""
    quantity: Quantity = 1
    return_number: Text = Field(default="", alias="return")


class ArrivalSent(Sent):
    code: Text
    location: Text | None = None
    units: Annotated[list[CountedUnit], Field(max_length=500)] = []


class InspectionSent(Sent):
    """What was seen. `grade` and `disposition` are proposed by the rules when left out."""

    findings: Annotated[list[Text], Field(max_length=20)] = []
    grade: Literal["A", "B", "C", "D"] | None = None
    disposition: Disposition | None = None
    reason: Annotated[str, StringConstraints(max_length=500)] | None = None


class StockLevel(Sent):
    location: Text
    on_hand: Annotated[int, Field(ge=0, le=2_000_000_000)]


Url = Annotated[str, StringConstraints(min_length=1, max_length=4_000)]
Description = Annotated[str, StringConstraints(max_length=200)]
Types = Annotated[list[Annotated[str, StringConstraints(max_length=60)]], Field(max_length=200)]


class WebhookWish(Sent):
    """Where news goes, and which: no `types` is all of them."""

    url: Url
    description: Description = ""
    types: Types = []


class WebhookChanged(Sent):
    """What is left out stays."""

    url: Url | None = None
    description: Description | None = None
    types: Types | None = None


class ReconciliationWish(Sent):
    """Which provider's list, and how many days back."""

    gateway: Annotated[str, Field(min_length=1, max_length=40)]
    days: Annotated[int, Field(ge=1, le=400)] | None = None


class Resumed(Sent):
    """`from_now`: what happened meanwhile is left aside."""

    from_now: bool = False


class Again(Sent):
    """All that was not taken since this moment."""

    since: datetime


class Spending(Sent):
    """What is paid with a store credit; `key` names the payment, once."""

    amount: Amount
    key: Annotated[str, StringConstraints(min_length=1, max_length=180)]


class Reversal(Sent):
    """Which payment is called off, by the `key` it was made under."""

    key: Annotated[str, StringConstraints(min_length=1, max_length=180)]


class CreditWish(Sent):
    """A credit as a gesture: for an order, or for a customer, by the shop's own id of it."""

    amount: Amount
    order: Text | None = None
    customer: Text | None = None


class Blocking(Sent):
    why: Annotated[str, StringConstraints(max_length=300)] = ""


class BatchWish(Sent):
    """Which refunds go into the file, all that are ready without `refunds`; and the day of execution, today without."""

    refunds: Annotated[list[str], Field(min_length=1, max_length=5000)] | None = None
    execute_on: date | None = None


class Executed(Sent):
    """The day on which the bank executed the file."""

    on: date


class Rejected(Sent):
    """The bank's code for why it sent a transfer back: MS03 is none."""

    reason: Rejection = Rejection.MS03


class DayClosed(Sent):
    """Every day up to and with this one."""

    day: date


class EntryReversed(Sent):
    """Why the entry should not be there; it stays in the books."""

    reason: str


Document = dict[str, Any]
