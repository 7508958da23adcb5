"""The provider misbehaves on command, and never loses count while it does."""

import re
import time
from typing import Any

import httpx
import pytest

from tests.simulators import provider
from tests.simulators.provider import Provider
from volte_simulators.psp import faults


@pytest.mark.parametrize("kind", ["cut_after", "error_after", "hang_after"])
def test_after_the_effect_the_answer_is_lost_and_the_same_key_pays_once(psp: Provider, kind: str) -> None:
    charge = f"ch_lost_{kind}"
    psp.seed((charge, 5000))
    psp.command(kind, seconds=0.2)
    lost = _attempted(psp, charge, key=charge)
    assert lost is None or lost.status_code == 500
    assert psp.charge(charge)["amount_refunded"] == 1500
    again = psp.refund(charge, 1500, key=charge)
    assert again.headers["idempotent-replayed"] == "true"
    assert psp.refunds(charge) == [again.json()]


@pytest.mark.parametrize("kind", ["cut_before", "error_before", "hang_before", "rate_limit"])
def test_before_the_effect_nothing_happened(psp: Provider, kind: str) -> None:
    charge = f"ch_nothing_{kind}"
    psp.seed((charge, 5000))
    psp.command(kind, seconds=0.2)
    lost = _attempted(psp, charge, key=charge)
    assert lost is None or lost.status_code in (429, 500)
    assert psp.refunds(charge) == []
    again = psp.refund(charge, 1500, key=charge)
    assert again.status_code == 200
    assert "idempotent-replayed" not in again.headers


def test_a_caller_who_loses_patience_finds_the_refund_made(psp: Provider) -> None:
    psp.seed(("ch_patience", 5000))
    psp.command("hang_after", seconds=30)
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(
            f"{psp.url}/v1/refunds",
            data={"charge": "ch_patience", "amount": 900},
            headers={"Idempotency-Key": "patience"},
            auth=(provider.KEY, ""),
            timeout=httpx.Timeout(60, read=0.3),
        )
    _until_refunded(psp, "ch_patience", 900)
    assert psp.refund("ch_patience", 900, key="patience").headers["idempotent-replayed"] == "true"


@pytest.mark.parametrize(
    ("kind", "first", "last", "left_refunded"),
    [
        ("pending", "pending", "succeeded", 800),
        ("pending_then_failed", "pending", "failed", 0),
        ("succeeded_then_failed", "succeeded", "failed", 0),
        ("failed", "failed", "failed", 0),
    ],
)
def test_refunds_settle_later(psp: Provider, kind: str, first: str, last: str, left_refunded: int) -> None:
    charge = f"ch_later_{kind}"
    psp.seed((charge, 1000))
    psp.command(kind, seconds=0.15)
    made = psp.refund(charge, 800, key=charge).json()
    assert made["status"] == first
    settled = _until(psp, made["id"], last)
    assert settled.get("failure_reason") == ("expired_or_canceled_card" if last == "failed" else None)
    assert psp.charge(charge)["amount_refunded"] == left_refunded
    # The key keeps telling how the refund began, as Stripe's does; only reading it tells how it went on.
    assert psp.refund(charge, 800, key=charge).json()["status"] == first


def test_a_status_nobody_knows_stays_until_it_is_settled(psp: Provider) -> None:
    psp.seed(("ch_unheard", 1000))
    psp.command("unknown_status")
    made = psp.refund("ch_unheard", 800, key="unheard").json()
    assert made["status"] == "under_review"
    assert psp.charge("ch_unheard")["amount_refunded"] == 800, "reserved, whatever it is called"
    psp.settle(made["id"], "succeeded")
    _until(psp, made["id"], "succeeded")


def test_an_answer_may_name_another_currency(psp: Provider) -> None:
    psp.seed(("ch_currency", 1000))
    psp.command("currency_mismatch")
    made = psp.refund("ch_currency", 800, key="currency").json()
    assert (made["currency"], made["status"]) == ("usd", "succeeded")
    assert psp.http.get(f"/v1/refunds/{made['id']}").json()["currency"] == "usd"
    assert psp.charge("ch_currency")["amount_refunded"] == 800


def test_a_key_is_forgotten_after_a_while_and_then_acts_again(psp: Provider) -> None:
    psp.seed(("ch_forgotten", 1000))
    first = psp.refund("ch_forgotten", 300, key="forgotten").json()["id"]
    assert psp.refund("ch_forgotten", 300, key="forgotten").json()["id"] == first
    assert psp.http.delete("/_control/keys").json()["forgotten"] >= 1
    assert psp.refund("ch_forgotten", 300, key="forgotten").json()["id"] != first
    with provider.running("--keys-kept", "0.2") as short:
        short.seed(("ch_1", 1000))
        once = short.refund("ch_1", 300, key="k").json()["id"]
        time.sleep(0.4)
        assert short.refund("ch_1", 300, key="k").json()["id"] != once


@pytest.mark.parametrize("status", ["succeeded", "failed"])
def test_a_pending_refund_is_ended_on_command(psp: Provider, status: str) -> None:
    psp.seed((f"ch_ended_{status}", 1000))
    psp.command("pending", seconds=3600)
    made = psp.refund(f"ch_ended_{status}", 800).json()["id"]
    psp.settle(made, status)
    _until(psp, made, status)
    again = psp.http.post("/_control/settlements", json={"refund": made, "status": status})
    assert again.json()["error"]["code"] == "resource_missing"
    assert psp.http.post("/_control/settlements", json={"refund": made, "status": "lost"}).status_code == 400


def test_a_failed_refund_can_be_made_again(psp: Provider) -> None:
    psp.seed(("ch_again", 1000))
    psp.command("failed")
    assert psp.refund("ch_again", 1000, key="again-1").json()["status"] == "failed"
    assert psp.refund("ch_again", 1000, key="again-2").json()["status"] == "succeeded"


@pytest.mark.parametrize("kind", [kind for kind in faults.Kind if kind in faults.COURSE])
def test_magic_charges_and_amounts_say_what_happens(psp: Provider, kind: faults.Kind) -> None:
    amount = faults.FIRST_MAGIC_AMOUNT + list(faults.Kind).index(kind)
    psp.seed((f"ch_{kind}_1", 1000), (f"ch_by_amount_of_{kind}", 20_000_000))
    by_charge = psp.refund(f"ch_{kind}_1", 100).json()
    by_amount = psp.refund(f"ch_by_amount_of_{kind}", amount).json()
    assert by_charge.get("status") == by_amount.get("status")
    if kind is faults.Kind.DISPUTED:
        assert by_charge["error"]["code"] == by_amount["error"]["code"] == "charge_disputed"


def test_the_how_to_names_every_fault_and_its_magic_amount() -> None:
    how_to = (provider.ROOT / "docs/how-to/psp-simulator.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \|.*\| (\d*) ?\|$", how_to, re.MULTILINE))
    amounts = enumerate(faults.Kind, faults.FIRST_MAGIC_AMOUNT)
    assert told == {kind: "" if kind in faults.DELIVERY else str(amount) for amount, kind in amounts}


def test_a_magic_cut_strikes_once_per_key(psp: Provider) -> None:
    psp.seed(("ch_cut_after_7", 1000))
    assert _attempted(psp, "ch_cut_after_7", key="magic", amount=400) is None
    assert psp.refund("ch_cut_after_7", 400, key="magic").headers["idempotent-replayed"] == "true"
    assert psp.charge("ch_cut_after_7")["amount_refunded"] == 400


def test_probable_faults_strike_about_as_often_as_said_and_until_cleared(psp: Provider) -> None:
    psp.seed(("ch_dice", 10_000))
    psp.command("error_before", probability=0.5)
    codes = [psp.refund("ch_dice", 1).status_code for _ in range(60)]
    assert 10 < codes.count(500) < 50
    psp.http.delete("/_control/faults")
    assert {psp.refund("ch_dice", 1).status_code for _ in range(10)} == {200}


def test_a_fault_may_wait_elsewhere(psp: Provider) -> None:
    psp.command("error_before", on="refunds.read")
    assert psp.http.get("/v1/refunds").status_code == 500
    assert psp.http.get("/v1/refunds").status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "meteor"},
        {"kind": "failed", "on": "the moon"},
        {"kind": "failed", "probability": 2},
        {"kind": "failed", "count": 0},
        {"kind": "failed", "colour": "red"},
    ],
)
def test_commands_that_make_no_sense_are_refused(psp: Provider, sent: dict[str, Any]) -> None:
    assert psp.http.post("/_control/faults", json=sent).status_code == 400


def test_pages_of_others_cannot_command(psp: Provider) -> None:
    foreign = psp.http.post("/_control/reset", headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403


def test_an_unknown_charge_is_opened_when_the_provider_was_told_so() -> None:
    with provider.running("--open-unknown-charges") as psp:
        made = psp.refund("ch_elsewhere", 8188, currency="eur")
        assert (made.status_code, made.json()["currency"]) == (200, "eur")
        psp.seed(("ch_known", 100))
        assert psp.refund("ch_known", 101).status_code == 400
        psp.http.post("/_control/reset")
        assert psp.http.get("/v1/charges").json()["data"] == []


def _attempted(psp: Provider, charge: str, *, key: str, amount: int = 1500) -> httpx.Response | None:
    """The answer, or None when the connection ended without one."""
    try:
        return psp.refund(charge, amount, key=key)
    except httpx.RemoteProtocolError:
        return None


def _until_refunded(psp: Provider, charge: str, amount: int) -> None:
    """A provider under load may take the refund only after its caller has gone."""
    for _ in range(1_200):
        if psp.charge(charge)["amount_refunded"] == amount:
            return
        time.sleep(0.05)
    raise AssertionError(f"{charge} was never refunded")


def _until(psp: Provider, refund: str, status: str) -> dict[str, Any]:
    for _ in range(1_200):
        told: dict[str, Any] = psp.http.get(f"/v1/refunds/{refund}").json()
        if told["status"] == status:
            return told
        time.sleep(0.05)
    raise AssertionError(f"{refund} is {told['status']}, never {status}")
