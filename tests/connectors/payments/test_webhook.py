"""Only news signed with our secret, lately, is believed."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.connectors.payments import recorded
from volte.connectors.payments.stripe import webhook
from volte.money.ports import NewsRefused, NewsSecretMissing
from volte_simulators.psp.webhooks import signature

SECRET = "whsec_1"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAYLOAD = recorded.payload("event_refund_failed")


def signed(*, payload: bytes = PAYLOAD, secret: str = SECRET, at: datetime = NOW) -> str:
    return signature(payload=payload, secret=secret, now=int(at.timestamp()))


def verify(header: str, *, payload: bytes = PAYLOAD, secret: str = SECRET) -> None:
    webhook.verify(payload=payload, signature=header, secret=secret, now=NOW)


def test_a_signature_worked_out_by_hand_is_believed() -> None:
    # printf '1795348800.{}' | openssl dgst -sha256 -hmac whsec_1
    code = "5d04a57036adeb5b67cdcdde85fb4e9ceb318a7a6919a670003aad99e3625ca8"
    webhook.verify(payload=b"{}", signature=f"t=1795348800,v1={code}", secret=SECRET, now=NOW)


@pytest.mark.parametrize("away", [timedelta(0), timedelta(minutes=4), timedelta(minutes=-4)])
def test_news_signed_lately_is_believed(away: timedelta) -> None:
    verify(signed(at=NOW - away))


def test_while_the_secret_changes_one_good_code_is_enough() -> None:
    old, new = signed(secret="whsec_0"), signed()
    verify(f"{old},{new.partition(',')[2]}")


@pytest.mark.parametrize("away", [timedelta(minutes=6), timedelta(minutes=-6)])
def test_old_and_future_news_is_refused(away: timedelta) -> None:
    with pytest.raises(NewsRefused, match="too long ago"):
        verify(signed(at=NOW - away))


@pytest.mark.parametrize(
    "header",
    [
        "",
        "t=,v1=",
        "v1=abc",
        "t=1795348800",
        "t=1795348800,v1=é",
        "t=1795348800,v0=" + signed().rpartition("=")[2],
        "t=1795348800,t=1795348801,v1=" + signed().rpartition("=")[2],
        "t=" + "9" * 5000 + ",v1=a",
        signed(secret="whsec_2"),
        signed(payload=b"other"),
        signed(at=NOW - timedelta(days=1)).replace(str(int((NOW - timedelta(days=1)).timestamp())), "1795348800"),
    ],
)
def test_forged_news_is_refused(header: str) -> None:
    with pytest.raises(NewsRefused, match="not signed"):
        verify(header)


def test_without_a_secret_nothing_is_believed() -> None:
    with pytest.raises(NewsSecretMissing):
        verify(signed(secret=""), secret="")


def test_signed_nonsense_is_refused() -> None:
    with pytest.raises(NewsRefused):
        webhook.read(b"{}")
