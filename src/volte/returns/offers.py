"""What could be chosen, before anybody chose: what each wanted item may become and is worth, and how it may travel.

`considering.consider` answers for choices that were made and refuses those that are not offered; this answers earlier.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import LineView, OrderView
from volte.catalogue.rules.product import Variant
from volte.kit.money import Money, total, zero
from volte.kit.words import Method, Resolution
from volte.money import queries as money
from volte.money.rules import exchange
from volte.money.rules.basis import PaidLine
from volte.money.rules.exchange import Discount, Swap
from volte.money.rules.plan import RefundPlan
from volte.money.rules.standing import Standing
from volte.money.rules.wish import RefundWish
from volte.policy import queries as policy
from volte.policy.rules import decide as deciding
from volte.policy.rules.decision import Decision, MethodOffer
from volte.policy.rules.words import Basis, Verdict
from volte.returns import considering, facts
from volte.returns.rules import giving, swapping
from volte.returns.rules.request import Wanted, WantedItem
from volte.returns.rules.units import Back, units_back
from volte.runtime import clock, shop_settings, tenancy
from volte.warehouse import queries as warehouse

# Of other articles so many are shown at most, and so many looked at for being in stock.
MOST_OTHERS = 24
_MOST_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Deal:
    """What would be swapped: the units `taken` of a line, and what becomes of the promotion they were bought with.
    `remedy`: they are not as they should be; `at_fault` is the article as it is offered today."""

    line: LineView
    options: Mapping[str, str]
    quantity: int
    paid: PaidLine
    taken: Sequence[int]
    discount: Discount
    remedy: bool
    at_fault: Variant | None


@dataclass(frozen=True, slots=True)
class VariantOffer:
    """Another variant in stock. `difference` is what all the units cost more (the customer pays) or less; `larger`
    says how its size compares in the shop's own order of sizes, None where sizes do not."""

    variant: Variant
    left: int
    difference: Money
    larger: bool | None


@dataclass(frozen=True, slots=True)
class ItemOffer:
    """What one item may become. `worth` is what a refund of it comes to, its own fees taken off; zero when refused.

    `options` are those of the variant that was bought, in the catalogue's words, to compare the others with: the order
    may have been written in another language. `others` are other articles of the shop, where it offers them.
    """

    wanted: WantedItem
    line: LineView
    decision: Decision
    worth: Money
    options: Mapping[str, str]
    variants: tuple[VariantOffer, ...]
    others: tuple[VariantOffer, ...] = ()

    def instead(self, *, sku: str) -> VariantOffer | None:
        """What would come in exchange under this sku, if it is offered."""
        return next((offer for offer in (*self.variants, *self.others) if offer.variant.sku == sku), None)

    @property
    def refused(self) -> bool:
        return self.decision.verdict is Verdict.REFUSED


@dataclass(frozen=True, slots=True)
class Offers:
    """`methods` are the ways open to all items that are not refused together, each at the parcel's one price;
    `outbound` is what comes back of the way out, on top of what the items are worth."""

    order: OrderView
    items: tuple[ItemOffer, ...]
    methods: tuple[MethodOffer, ...]
    outbound: Money

    @property
    def open_items(self) -> tuple[ItemOffer, ...]:
        return tuple(item for item in self.items if not item.refused)


def offers(
    *, order_id: UUID, items: tuple[WantedItem, ...], method: Method = Method.DROP_OFF, as_gift: bool = False
) -> Offers:
    """What these items may become; their resolution and the method do not matter yet. Refuses what makes no sense.
    `as_gift` when whoever received them asks."""
    bought = catalogue.order(order_id=order_id)
    order = facts.of_nobody(bought) if as_gift else bought
    settings, now = shop_settings.of_shop(tenancy.current()), clock.now()
    considering.check(order, Wanted(items, method), settings)
    version = policy.version_in_force(at=order.placed_at)
    standing = money.standing_seen(order=considering.order_money(order))
    rate = None if as_gift else considering.rate_asked_for(version.policy, order, now)
    judged: list[tuple[WantedItem, LineView, Decision]] = []
    for item in items:
        line = order.line(id=item.line)
        assert line is not None, "checked above"
        known = facts.for_policy(
            order=order,
            line=line,
            wanted=item,
            fault=considering.fault_of(item.reason, settings),
            standing=rate,
            settings=settings,
            now=now,
            paid=standing.paid,
        )
        decision = deciding.judge(policy=version.policy, facts=known)
        judged.append((item, line, giving.to_recipient(decision) if as_gift else decision))
    plan = _plan(judged, standing)
    found = tuple(_offer(str(at), one, plan, standing) for at, one in enumerate(judged))
    return Offers(order, found, _methods(judged), plan.outbound())


def _plan(judged: Sequence[tuple[WantedItem, LineView, Decision]], standing: Standing) -> RefundPlan:
    """Everything that is not refused, as if it were refunded."""
    wanted = [
        Back(
            reference=str(at),
            line=line.id,
            title=line.title or line.id,
            quantity=item.quantity,
            outbound_owed=decision.outbound_refunded,
            restocking_fee=decision.restocking_fee,
        )
        for at, (item, line, decision) in enumerate(judged)
        if decision.verdict is not Verdict.REFUSED
    ]
    units = units_back(paid=standing.paid, before=standing.before, wanted=wanted)
    return standing.plan(wish=RefundWish(units=units))


def _offer(
    reference: str, judged: tuple[WantedItem, LineView, Decision], plan: RefundPlan, standing: Standing
) -> ItemOffer:
    item, line, decision = judged
    mine = (one.amount for one in plan.lines if one.reference == reference)
    worth = total(mine, currency=plan.currency).at_least_zero()
    taken = [position for _, position in plan.paid_by(reference=reference)]
    can_exchange = decision.verdict is not Verdict.REFUSED and decision.resolution(Resolution.EXCHANGE) is not None
    offered = catalogue.variants_of(product=line.product) if can_exchange else ()
    options = next((variant.options for variant in offered if variant.sku == line.sku), line.options)
    paid, settings = standing.paid.line(id=line.id), shop_settings.of_shop(tenancy.current()).exchanges
    remedy = decision.basis is Basis.CONFORMITY
    at_fault = next((one for one in offered if one.sku == line.sku), None) if remedy else None
    deal = Deal(line, options, item.quantity, paid, taken, Discount(settings.price), remedy, at_fault)
    variants = _variants(deal, offered)
    others = _variants(deal, _others(line, plan.currency)) if can_exchange and settings.other_articles else ()
    nearest = sorted(others, key=lambda offer: offer.variant.options.get("size", "") != options.get("size", ""))
    return ItemOffer(item, line, decision, worth, options, variants, tuple(nearest[:MOST_OTHERS]))


def _others(line: LineView, currency: str) -> tuple[Variant, ...]:
    return catalogue.articles(currency=currency, besides=line.product, category=line.category, most=_MOST_LOOKED_AT)


def _variants(deal: Deal, offered: Sequence[Variant]) -> tuple[VariantOffer, ...]:
    """Those there are enough of, in the shop's order."""
    if not offered:
        return ()
    here = warehouse.available(skus=[variant.sku for variant in offered])
    sizes = list(dict.fromkeys(variant.options.get("size", "") for variant in offered))
    return tuple(
        VariantOffer(variant, here[variant.sku], _difference(deal, variant), _larger(deal.options, variant, sizes))
        for variant in offered
        if variant.sku != deal.line.sku and here.get(variant.sku, 0) >= deal.quantity
    )


def _larger(options: Mapping[str, str], variant: Variant, sizes: Sequence[str]) -> bool | None:
    mine, theirs = options.get("size", ""), variant.options.get("size", "")
    if mine == theirs or mine not in sizes:
        return None
    return sizes.index(theirs) > sizes.index(mine)


def _difference(deal: Deal, variant: Variant) -> Money:
    """As money will reckon it when the exchange is made."""
    nothing = zero(deal.paid.list_price.currency)
    if not deal.taken:
        return nothing
    price = swapping.new_price(variant=variant, old=deal.paid, remedy_of=deal.at_fault)
    units = [deal.paid.units(positions=[position]) for position in deal.taken]
    swaps = [Swap(one, deal.paid.list_price, price, remedy=deal.remedy) for one in units]
    worth = total((one.gross for one in units), currency=nothing.currency)
    return exchange.price_of(swaps=swaps, discount=deal.discount) - worth


def _methods(judged: Sequence[tuple[WantedItem, LineView, Decision]]) -> tuple[MethodOffer, ...]:
    """Ways every open item may take, in the first one's order; one parcel, one price: the lowest anybody is owed."""
    return shared([decision.methods for _, _, decision in judged if decision.verdict is not Verdict.REFUSED])


def shared(offered: Sequence[Sequence[MethodOffer]]) -> tuple[MethodOffer, ...]:
    """The ways that items with these offers may take together."""
    if not offered:
        return ()
    by_item = [{offer.method: offer for offer in offers} for offers in offered]
    common = [offer.method for offer in offered[0] if all(offer.method in known for known in by_item)]
    return tuple(_cheapest(method, by_item) for method in common)


def _cheapest(method: Method, by_item: Sequence[Mapping[Method, MethodOffer]]) -> MethodOffer:
    """As `considering.shipping_fee` reckons it; the customer's own stamp only where no item brings a label."""
    found = [known[method] for known in by_item]
    price = min((offer.price for offer in found), key=lambda price: price.amount)
    return MethodOffer(method, price, own_postage=all(offer.own_postage for offer in found))
