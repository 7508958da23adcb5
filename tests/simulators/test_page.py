"""A person switches faults on and off without JavaScript, in both languages."""

from collections.abc import Iterator

import httpx
import pytest

from tests.simulators.provider import Provider
from volte_simulators.psp import faults, words

BROWSER = {"Accept": "text/html", "Accept-Language": "fr-FR,fr;q=0.9"}


@pytest.fixture(autouse=True)
def calm(psp: Provider) -> Iterator[None]:
    psp.http.delete("/_control/faults")
    yield
    psp.http.delete("/_control/faults")


def submitted(psp: Provider, path: str, **fields: str) -> httpx.Response:
    return psp.http.post(path, data=fields, headers=BROWSER, follow_redirects=True)


def test_several_are_switched_on_together_and_one_is_taken_back(psp: Provider) -> None:
    ticked = {"kinds[latency]": "on", "kinds[pending]": "on", "kinds[webhook_late]": "on"}
    shown = submitted(psp, "/_control/faults?lang=fr", **ticked, on="", count="", percent="30", seconds="2")
    assert "Une bonne réponse, en retard" in shown.text
    assert "dans 30\u202f% des cas" in shown.text
    standing = psp.http.get("/_control/faults").json()["faults"]
    places = {"latency": "refunds.create", "pending": "refunds.create", "webhook_late": "webhooks"}
    assert {one["kind"]: one["on"] for one in standing} == places
    assert {(one["count"], one["probability"], one["seconds"]) for one in standing} == {(None, 0.3, 2.0)}
    submitted(psp, f"/_control/faults/{standing[1]['number']}?lang=fr")
    left = [one["kind"] for one in psp.http.get("/_control/faults").json()["faults"]]
    assert left == [one["kind"] for one in (standing[0], standing[2])]


def test_a_place_holds_for_those_that_can_strike_there(psp: Provider) -> None:
    submitted(
        psp, "/_control/faults", **{"kinds[error_before]": "on", "kinds[failed]": "on"}, on="refunds.read", count="1"
    )
    standing = psp.http.get("/_control/faults").json()["faults"]
    assert {(one["kind"], one["on"], one["count"]) for one in standing} == {
        ("error_before", "refunds.read", 1),
        ("failed", "refunds.create", 1),
    }
    lone = psp.http.post("/_control/faults", data={"kind": "failed", "on": "refunds.read"})
    assert lone.json()["error"]["param"] == "on", "a fault that never strikes is no command"


def test_nothing_ticked_is_said(psp: Provider) -> None:
    assert psp.http.post("/_control/faults", data={"on": "", "count": "1"}).status_code == 400


def test_a_pending_refund_is_ended_by_a_button(psp: Provider) -> None:
    psp.seed(("ch_button", 1000))
    psp.command("pending", seconds=3600)
    made = psp.refund("ch_button", 100).json()["id"]
    assert made in psp.http.get("/", headers=BROWSER).text
    answer = psp.http.post(
        "/_control/settlements?lang=fr", data={"refund": made, "status": "succeeded"}, headers=BROWSER
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/?lang=fr")


@pytest.mark.parametrize("language", sorted(words.LANGUAGES))
def test_both_languages_say_everything(psp: Provider, language: str) -> None:
    told = words.LANGUAGES[language]
    assert set(told) == set(words.LANGUAGES["en"])
    assert set(faults.Kind) <= set(told)
    page = psp.http.get("/", params={"lang": language}, headers=BROWSER).text
    assert f'<html lang="{language}">' in page
    assert "<!--" not in page
    assert all(told[kind] in page for kind in faults.Kind)
    assert "<script" not in page
