"""`volte reconcile`: hold the payment providers' lists of refunds against ours, now."""

import json
from contextlib import suppress
from typing import Any

import click

from volte.cli import hand
from volte.kit.errors import Conflict, Refused
from volte.money import comparisons, operations, reconciling
from volte.money.comparisons import ComparisonView, DiscrepancyView
from volte.runtime import formats, tenancy, texts
from volte.runtime.actor import Actor


@click.command()
@click.option("--gateway", default=None, help="One provider; all the shop has refunds at by default.")
@click.option("--days", type=int, default=None, help="How far back; by default 3, and once a day 45.")
@click.option("--shop", "handle", default=None, help="Its handle; the only shop by default.")
@click.option("--json", "as_json", is_flag=True, help="The result as JSON on the last line.")
def reconcile(gateway: str | None, days: int | None, handle: str | None, as_json: bool) -> None:
    """Hold the payment providers' lists of refunds against ours, and tell every difference.

    Exits 0 only if every list was read and nothing is open.
    """
    by = hand.at_the_command_line(handle)
    with tenancy.entered(by.shop_id):
        names = [gateway] if gateway else comparisons.gateways()
    try:
        looks = [_looked(by, name, days) for name in names]
    except Refused as refusal:
        raise click.ClickException(texts.refusal(refusal, "en")) from refusal
    with tenancy.entered(by.shop_id):
        found = comparisons.discrepancies()
    if as_json:
        click.echo(json.dumps({"gateways": [_told(look) for look in looks], "open": [_written(one) for one in found]}))
    else:
        for look in looks:
            click.echo(f"{look.gateway}: {look.failure or f'{look.listed} listed, {look.compared} compared'}")
        for one in found:
            click.echo(f"  {_line(one)}")
    if found or any(look.failure or look.finished_at is None for look in looks):
        raise SystemExit(1)


def _looked(by: Actor, gateway: str, days: int | None) -> ComparisonView:
    begun = operations.begin_reconciliation(by=by, gateway=gateway, days=days)
    # A worker may be faster than we are: then it is done.
    with suppress(Conflict):
        reconciling.attempt(by=by, reconciliation_id=begun)
    with tenancy.entered(by.shop_id):
        return comparisons.comparison(reconciliation_id=begun)


def _told(look: ComparisonView) -> dict[str, Any]:
    return {
        "gateway": look.gateway,
        "listed": look.listed,
        "compared": look.compared,
        "found": look.found,
        "failure": look.failure or None,
    }


def _written(one: DiscrepancyView) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "gateway": one.gateway,
        "gateway_refund": one.gateway_refund,
        "proposed": one.proposed.value,
        "ours": one.ours.amount if one.ours else None,
        "theirs": one.theirs.amount if one.theirs else None,
    }


def _line(one: DiscrepancyView) -> str:
    ours = formats.money(one.ours, "en") if one.ours else "nothing"
    theirs = formats.money(one.theirs, "en") if one.theirs else "nothing"
    status = one.our_status.value if one.our_status is not None else ""
    return f"{one.kind.value:<15} {one.gateway_refund}: here {ours} {status}, there {theirs} {one.their_word}"
