"""What would be decided for a request, and what would be paid: the answer before anything is saved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import LineView, OrderView
from volte.catalogue.rules.product import Variant
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money, zero
from volte.kit.words import Fault, Method, Resolution
from volte.money import queries as money
from volte.money.rules.basis import paid_per_unit
from volte.money.rules.exchange import Discount
from volte.money.rules.plan import RefundPlan
from volte.money.rules.refund import PartialOutbound, Wrapping
from volte.money.rules.standing import OrderMoney, Standing, Terms
from volte.money.rules.tenders import Share
from volte.money.rules.wish import RefundWish, UnitsBack
from volte.policy import queries as policy
from volte.policy.rules import counterfactual
from volte.policy.rules import decide as deciding
from volte.policy.rules.counterfactual import Counterfactual
from volte.policy.rules.decide import Outlook
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts, ReturnRate
from volte.policy.rules.model import Policy
from volte.policy.rules.situation import rights_of
from volte.policy.rules.words import Fact, Verdict
from volte.returns import facts
from volte.returns.rules import giving
from volte.returns.rules import request as rules
from volte.returns.rules.request import SoldLine, Wanted, WantedItem
from volte.returns.rules.units import OUTBOUND_GIVEN_BACK, Back, units_back
from volte.risk import queries as risk
from volte.runtime import clock, shop_settings, tenancy
from volte.runtime.shop_settings import ShopSettings
from volte.warehouse import queries as warehouse


@dataclass(frozen=True, slots=True)
class ConsideredItem:
    """One wanted item, what was decided, the nearest other answer, and (for an exchange) the variant instead."""

    wanted: WantedItem
    line: LineView
    fault: Fault | None
    facts: Facts
    decision: Decision
    otherwise: Counterfactual | None
    instead: Variant | None
    judged: Decision
    """As the rules left it; `decision` may give less where whoever asks is not the buyer."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A whole request as it would be decided now. `shipping_fee`: what the parcel costs the customer; `refunded`: to
    which payments its refund would go."""

    order: OrderView
    wanted: Wanted
    items: tuple[ConsideredItem, ...]
    policy_version: UUID
    shipping_fee: Money
    plans: Mapping[Resolution, RefundPlan]
    refunded: tuple[Share, ...]
    at: datetime

    @property
    def value(self) -> Money:
        """What the accepted and waiting items are worth in money, fees taken off; by how much a price is reduced is
        not known yet."""
        found = zero(self.order.currency)
        for resolution, plan in self.plans.items():
            if resolution is not Resolution.PRICE_REDUCTION:
                found = found + plan.total()
        return found


@dataclass(frozen=True, slots=True)
class LineOutlook:
    """What the portal tells of one line before any reason is known. `kit` is the name of what it is a part of."""

    line: LineView
    outlook: Outlook
    reasons: tuple[str, ...]
    kit: str = ""


def consider(
    *,
    order_id: UUID,
    wanted: Wanted,
    seen: OrderView | None = None,
    asked_at: datetime | None = None,
    as_gift: bool = False,
) -> Considered:
    """Decide a request without saving anything. Refuses what makes no sense, never what the policy refuses.

    `seen` is the order when the caller has just read it in this transaction; `asked_at` when it was asked, if that was
    not just now. `as_gift` when whoever received it asks (see `rules.giving`).
    """
    order = seen if seen is not None and seen.order_id == order_id else catalogue.order(order_id=order_id)
    settings = shop_settings.of_shop(tenancy.current())
    now = asked_at or clock.now()
    check(order, wanted, settings)
    version = policy.version_in_force(at=order.placed_at)
    standing = money.standing_seen(order=order_money(order))
    rate = None if as_gift else rate_asked_for(version.policy, order, now)
    judged, items = facts.of_nobody(order) if as_gift else order, []
    for item in wanted.items:
        line = order.line(id=item.line)
        assert line is not None, "checked above"
        fault = fault_of(item.reason, settings)
        known = facts.for_policy(
            order=judged,
            line=line,
            wanted=item,
            fault=fault,
            standing=rate,
            settings=settings,
            now=now,
            paid=standing.paid,
        )
        decision = deciding.judge(policy=version.policy, facts=known)
        otherwise = counterfactual.smallest(policy=version.policy, facts=known, decision=decision)
        told = giving.to_recipient(decision) if as_gift else decision
        instead = _instead(item, order, told)
        items.append(ConsideredItem(item, line, fault, known, told, otherwise, instead, decision))
    check_offers(items, wanted)
    fee = shipping_fee(items, wanted.method, order.currency)
    plans, refunded = _plans(standing, items, fee)
    return Considered(order, wanted, tuple(items), version.id, fee, plans, refunded, now)


def outlooks(
    *, order_id: UUID, asked_at: datetime | None = None, as_gift: bool = False
) -> tuple[OrderView, list[LineOutlook]]:
    """Each line of an order: until when it may come back, or why not, before any reason is given; as it was at
    `asked_at`, else as it is now."""
    bought = catalogue.order(order_id=order_id)
    order = facts.of_nobody(bought) if as_gift else bought
    settings = shop_settings.of_shop(tenancy.current())
    now = asked_at or clock.now()
    version = policy.version_in_force(at=order.placed_at)
    paid = paid_per_unit(order=facts.basis(order))
    rate = None if as_gift else rate_asked_for(version.policy, order, now)
    found = []
    for line in bundles.goods(lines=order.lines):
        known = facts.for_policy(
            order=order, line=line, wanted=None, fault=None, standing=rate, settings=settings, now=now, paid=paid
        )
        rights = rights_of(policy=version.policy, facts=known)
        outlook = deciding.outlook(policy=version.policy, facts=known, rights=rights)
        kit = order.line(id=line.bundle) if line.bundle else None
        within = (kit.title or kit.id) if kit else line.bundle
        found.append(LineOutlook(line, outlook, reasons_for(line, settings), within))
    return order, found


def order_money(order: OrderView) -> OrderMoney:
    """The order as money wants it."""
    chosen = shop_settings.of_shop(tenancy.current()).money
    terms = Terms(chosen.tenders, PartialOutbound(chosen.partial_outbound), Wrapping(chosen.wrapping))
    return OrderMoney(order.order_id, facts.basis(order), facts.payments(order), facts.outside(order), terms)


def discount() -> Discount:
    """Whether the promotion of a purchase holds for what is taken instead."""
    return Discount(shop_settings.of_shop(tenancy.current()).exchanges.price)


def check(order: OrderView, wanted: Wanted, settings: ShopSettings) -> None:
    goods = bundles.goods(lines=order.lines)
    lines = {line.id: SoldLine(line.id, line.title, line.sku, line.units_left) for line in goods}
    only_goods(order, wanted, lines)
    known = {reason.handle for reason in settings.reasons if not reason.retired}
    rules.check(wanted=wanted, lines=lines, reasons=known)
    if wanted.method is Method.STORE and wanted.store:
        place = settings.location(wanted.store)
        if place is None or place.kind != "store":
            raise Invalid("store_unknown", store=wanted.store)


def only_goods(order: OrderView, wanted: Wanted, goods: Collection[str]) -> None:
    """A kit comes back part by part, gift wrap with what it wrapped: say which lines were meant."""
    if len(goods) == len(order.lines):
        return
    heads = bundles.parts(lines=order.lines)
    for item in wanted.items:
        line = order.line(id=item.line)
        if line is None or line.id in goods:
            continue
        inside = (
            [part.id for part in heads[line.id]] if line.id in heads else bundles.wrapped(line=line, lines=order.lines)
        )
        raise Invalid("line_is_no_goods", line=line.id, title=line.title, instead=", ".join(inside))


def fault_of(reason: str, settings: ShopSettings) -> Fault | None:
    """Whose doing the shop says this reason is; None when no reason was given."""
    found = settings.reason(reason) if reason else None
    return found.fault if found else None


def reasons_for(line: LineView, settings: ShopSettings) -> tuple[str, ...]:
    """The shop's reasons that fit the line's category, those made for it first."""
    words = {word.lower() for word in (*line.category, *line.traits)}
    fitting, general = [], []
    for reason in settings.reasons:
        if reason.retired:
            continue
        if not reason.categories:
            general.append(reason.handle)
        elif words & {word.lower() for word in reason.categories}:
            fitting.append(reason.handle)
    return (*fitting, *general)


def rate_asked_for(asking: Policy, order: OrderView, now: datetime) -> ReturnRate | None:
    """Most policies treat everybody alike: then risk is not asked."""
    return return_rate(order, now) if asking.reads(Fact.CUSTOMER_RETURN_RATE, Fact.CUSTOMER_ORDERS) else None


def return_rate(order: OrderView, now: datetime) -> ReturnRate | None:
    """What risk knows of this customer, as policy wants it."""
    if order.customer_id is None:
        return None
    standing = risk.standing(customer_id=order.customer_id, now=now)
    if standing is None or standing.orders == 0:
        return None
    return ReturnRate(rate=standing.rate, orders=standing.orders, months=standing.months)


def check_offers(items: Sequence[ConsideredItem], wanted: Wanted) -> None:
    """What was asked must be among what was decided to be possible; a refused item offers nothing and passes."""
    for item in items:
        if item.decision.verdict is Verdict.REFUSED:
            continue
        if item.decision.resolutions and item.decision.resolution(item.wanted.resolution) is None:
            offered = ", ".join(offer.resolution.value for offer in item.decision.resolutions)
            raise Invalid("resolution_not_offered", resolution=item.wanted.resolution.value, offered=offered)
        if item.decision.methods and item.decision.method(wanted.method) is None:
            offered = ", ".join(offer.method.value for offer in item.decision.methods)
            raise Invalid("method_not_offered", method=wanted.method.value, offered=offered)


def shipping_fee(items: Sequence[ConsideredItem], method: Method, currency: str) -> Money:
    """One parcel, one price: the lowest any of its items is entitled to."""
    offers = [item.decision.method(method) for item in items if item.decision.verdict is not Verdict.REFUSED]
    prices = [offer.price for offer in offers if offer is not None]
    return min(prices, key=lambda price: price.amount) if prices else zero(currency)


def _plans(
    standing: Standing, items: Sequence[ConsideredItem], fee: Money
) -> tuple[dict[Resolution, RefundPlan], tuple[Share, ...]]:
    """The money of the request, by resolution, as it would be promised one after the other, and to which payments its
    refund goes; the parcel's fee falls on the first."""
    wanted = [
        (item.wanted.resolution, _back(str(place), item))
        for place, item in enumerate(items)
        if item.decision.verdict is not Verdict.REFUSED
    ]
    units = units_back(paid=standing.paid, before=standing.before, wanted=[back for _, back in wanted])
    groups: dict[Resolution, list[UnitsBack]] = {}
    for (resolution, _), one in zip(wanted, units, strict=True):
        groups.setdefault(resolution, []).append(one)
    plans: dict[Resolution, RefundPlan] = {}
    refunded: tuple[Share, ...] = ()
    charged = fee if fee else None
    for resolution, group in groups.items():
        plan = plans[resolution] = standing.plan(wish=RefundWish(units=tuple(group), return_shipping_fee=charged))
        charged = None
        if resolution is Resolution.REFUND:
            refunded = standing.split(amount=plan.total()).shares
            standing = standing.after(plan=plan, shares=refunded)
        elif resolution is Resolution.CREDIT:
            standing = standing.after(plan=plan, shares=standing.split_value(amount=plan.total()).shares)
        elif resolution is Resolution.EXCHANGE:
            # What its articles cost is not known here; that much less than all of it goes back, usually nothing.
            standing = standing.after(plan=plan, shares=())
    return plans, refunded


def _back(reference: str, item: ConsideredItem) -> Back:
    decision = item.decision
    return Back(
        reference=reference,
        line=item.line.id,
        title=item.line.title or item.line.id,
        quantity=item.wanted.quantity,
        outbound_owed=decision.outbound_refunded and item.wanted.resolution in OUTBOUND_GIVEN_BACK,
        restocking_fee=decision.fee(item.wanted.resolution),
    )


def _instead(item: WantedItem, order: OrderView, decision: Decision) -> Variant | None:
    """The variant wanted in exchange; refuses one that is not offered for what comes back, or not in stock."""
    if item.resolution is not Resolution.EXCHANGE or decision.verdict is Verdict.REFUSED:
        return None
    return in_exchange(item=item, order=order)


def in_exchange(*, item: WantedItem, order: OrderView) -> Variant:
    """As it can be promised now. Refuses `exchange_sku_unknown`, `exchange_other_article`, `exchange_currency` and
    `exchange_out_of_stock`."""
    line = order.line(id=item.line)
    variant = catalogue.variant(sku=item.exchange_sku)
    if variant is None or line is None:
        raise Invalid("exchange_sku_unknown", sku=item.exchange_sku)
    if variant.product != line.product:
        _another_article(variant, order.currency)
    left = warehouse.available(skus=[variant.sku]).get(variant.sku, 0)
    if left < item.quantity:
        raise Conflict("exchange_out_of_stock", sku=variant.sku, left=left, asked=item.quantity)
    return variant


def _another_article(variant: Variant, currency: str) -> None:
    """Only where the shop offers it, and only at a price we know."""
    if not shop_settings.of_shop(tenancy.current()).exchanges.other_articles:
        raise Invalid("exchange_other_article", sku=variant.sku)
    if variant.price is None or variant.currency != currency:
        raise Invalid("exchange_currency", sku=variant.sku, currency=currency)
