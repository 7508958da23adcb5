"""A statement becomes a row: which order is meant, whether everything is said, and the receipt that is made of it."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from volte.catalogue import queries as catalogue
from volte.catalogue.rules import identity
from volte.catalogue.rules.order import OrderView
from volte.kit import canonical, ids
from volte.kit.errors import Invalid
from volte.law.rules import provisions
from volte.runtime import clock, files
from volte.runtime.shop_settings import ShopSettings
from volte.withdrawals import papers, queries
from volte.withdrawals.models import Withdrawal
from volte.withdrawals.rules import statement
from volte.withdrawals.rules.statement import Article, Declared, Standing, Through


def order_meant(*, declared: Declared) -> OrderView | None:
    """The order that is meant: number and e-mail fit, else the number alone (for a person to look at)."""
    email = declared.email.strip()
    proven = catalogue.find(number=declared.contract, email_or_postcode=email) if email else None
    if proven is not None:
        return catalogue.order(order_id=proven)
    return next(iter(catalogue.page(number=declared.contract, limit=1).orders), None)


def with_articles(*, said: Declared, order: OrderView | None, lines: Mapping[str, int]) -> Declared:
    """With these articles of the order, by its own word for the line; refuses `withdrawal_article_unknown`."""
    if order is None or not _fits(said, order):
        raise Invalid("withdrawal_article_unknown")
    chosen = []
    for line_id, quantity in lines.items():
        line = order.line(id=line_id)
        if line is None or not 1 <= quantity <= line.quantity:
            raise Invalid("withdrawal_article_unknown")
        chosen.append(Article(line.id, line.title or line.sku or line.id, quantity))
    return Declared(
        said.name, said.contract, said.email, said.language, whole=False, words=said.words, articles=tuple(chosen)
    )


def check(*, said: Declared, through: Through) -> None:
    """Refuses `withdrawal_incomplete`, `withdrawal_too_long` and `withdrawal_email_invalid`."""
    missing = statement.missing(said, through)
    if missing:
        raise Invalid("withdrawal_incomplete", fields=", ".join(missing))
    long = statement.too_long(said)
    if long:
        raise Invalid("withdrawal_too_long", field=long[0], most=statement.LONGEST[long[0]])
    if not said.email:
        return
    try:
        validate_email(said.email)
    except ValidationError:
        raise Invalid("withdrawal_email_invalid") from None


def row_of(
    *,
    said: Declared,
    settings: ShopSettings,
    order: OrderView | None,
    key: str,
    email: str,
    at: datetime | None,
    through: Through,
) -> Withdrawal:
    """The row, not saved yet; its content and its receipt are kept as files. `at` is when it was made (None: now)."""
    fits = order is not None and _fits(said, order)
    written_at = clock.now().replace(microsecond=0)
    now = (at or written_at).replace(microsecond=0)
    online = through is Through.ONLINE
    zone = _zone(order, settings) if fits else settings.timezone
    number = f"W{ids.short_number()}"
    sentence = papers.sentence(said)
    content = statement.content(
        declared=said,
        sentence=sentence,
        shop=settings.brand.name,
        number=number,
        at=now,
        zone=zone,
        recorded=None if online else statement.Recorded(through, written_at),
    )
    row: Withdrawal = Withdrawal.of_shop(
        number=number,
        declared_at=now,
        through=through.value,
        recorded_at=None if online else written_at,
        zone=zone,
        language=said.language,
        content=content,
        digest=canonical.digest_of(content),
        name=said.name,
        contract=said.contract,
        email=said.email,
        email_normal=email,
        whole=said.whole,
        words=said.words,
        articles=[{"line": one.line, "title": one.title, "quantity": one.quantity} for one in said.articles],
        key=key,
        order_id=order.order_id if order is not None else None,
        known=order is not None and is_theirs(said=said, order=order),
        standing=Standing.RECEIVED.value,
    )
    kept = files.keep(content.encode(), media_type="application/json")
    assert kept.digest == row.digest, "a file is kept under the hash of its content"
    row.receipt = files.keep(papers.receipt(queries.view(row), settings), media_type="application/pdf").digest
    return row


def is_theirs(*, said: Declared, order: OrderView) -> bool:
    """Did who bought it declare this, as far as e-mail and name can say?"""
    return _fits(said, order) and statement.same_person(said=said.name, known=_names(order))


def _fits(said: Declared, order: OrderView) -> bool:
    return bool(order.email) and identity.normal_email(written=order.email) == identity.normal_email(written=said.email)


def _names(order: OrderView) -> tuple[str, ...]:
    home = order.shipping_address.name if order.shipping_address else ""
    return (order.customer.name if order.customer else "", home)


def _zone(order: OrderView | None, settings: ShopSettings) -> str:
    """Where whoever declares it lives, as far as a fitting order says; else the shop's."""
    home = (order.shipping_address.country if order.shipping_address else "") or order.country if order else ""
    return next(iter(provisions.zones(home)), settings.timezone)
