"""The public policy: the shop's promise and the law beside it, in the reader's language and for programs, from the
published version."""

import gzip
import json
import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.web.portal.conftest import words
from volte.policy import operations as policy
from volte.policy.rules.starter import default_policy
from volte.web.public import policy as public

STARTER = default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
CHRISTMAS = """
[[rule]]
id = "christmas"
when = { ordered = { from = 2026-11-15, until = 2026-12-25 } }
then = { window = { until = 2027-02-01 } }
"""


def get(path: str = "/s/maison/policy", language: str = "fr") -> HttpResponse:
    answer = Client(headers={"Accept-Language": language}).get(path)
    assert answer.status_code == 200
    return answer


def read(path: str = "/s/maison/policy", language: str = "fr") -> str:
    return words(get(path, language))


def data(answer: HttpResponse) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', answer.content.decode())
    return [json.loads(one) for one in found]


def test_the_promise_and_the_law_are_told_apart(portal_shop: UUID) -> None:
    told = read()
    promise, law = told.split("Ce que la loi vous donne", 1)
    assert "Vous avez 30 jours après la réception" in promise
    assert "Vous recevez 10 % de plus si vous choisissez un avoir" in promise
    assert "il a été vendu en vente définitive" in promise
    assert "Point de dépôt gratuit" in promise and "Envoi par vos soins à vos frais" in promise
    assert "Abîmé" in promise and "damaged" not in promise
    assert "dans un délai de 14 jours" in law and "L221-18" in law
    assert "il a été vendu en vente définitive" not in law
    assert "Pendant 2 ans" in law


def test_in_english_too(portal_shop: UUID) -> None:
    told = read(language="en")
    assert "You have 30 days after delivery" in told and "withdraw within 14 days" in told
    assert "it was sold as a final sale" in told


def test_it_changes_with_the_next_version(portal_shop: UUID, owner: Any) -> None:
    policy.publish(by=owner, document_text=STARTER.replace("days = 30", "days = 45"))
    told = read()
    assert "Vous avez 45 jours" in told
    assert "Version 2" in told
    assert data(get())[0]["merchantReturnDays"] == 45


def test_search_engines_read_the_same(portal_shop: UUID, owner: Any) -> None:
    policy.publish(by=owner, document_text=STARTER.replace('["FR"]', '["FR", "BE"]') + CHRISTMAS)
    (told,) = data(get())
    assert (told["@type"], told["applicableCountry"]) == ("MerchantReturnPolicy", ["FR", "BE"])
    assert told["merchantReturnDays"] == 30
    assert told["merchantReturnLink"].endswith("/s/maison/policy")
    (season,) = told["returnPolicySeasonalOverride"]
    assert (season["startDate"], season["merchantReturnDays"]) == ("2026-11-15", "2027-02-01")
    assert "FR:L221-18" in [each["value"] for each in told["additionalProperty"]]
    assert "script-src 'self'" in get()["Content-Security-Policy"]


def test_a_shop_cannot_end_the_data_with_its_words(portal_shop: UUID, owner: Any) -> None:
    policy.publish(by=owner, document_text=STARTER.replace('["final-sale"]', '["</script><b>x"]'))
    assert "</script><b>x" not in get().content.decode()
    written = public._script({"name": "</script><!--&"})
    assert not set("<>&") & set(written) and json.loads(written) == {"name": "</script><!--&"}


@pytest.mark.parametrize("path", ["/s/maison/.well-known/return-policy.json", "/s/maison/return-policy.json"])
def test_programs_read_it_whole_from_anywhere(portal_shop: UUID, path: str) -> None:
    answer = get(path)
    told = json.loads(answer.content)
    assert told["schema"] == "volte.return-policy/1"
    assert (told["policy"]["version"], told["policy"]["hash"][:7]) == (1, "sha256:")
    assert told["rules"][2]["sentence"]["en"].endswith("it was sold as a final sale.")
    assert answer["Access-Control-Allow-Origin"] == "*" and "max-age" in answer["Cache-Control"]
    again = Client(headers={"If-None-Match": answer["ETag"]}).get(path)
    assert (again.status_code, again.content) == (304, b"")


def test_the_shop_of_the_host_has_it_at_its_root(portal_shop: UUID) -> None:
    assert json.loads(get("/.well-known/return-policy.json").content)["policy"]["page"].endswith("/s/maison/policy")


def test_hundreds_of_rules_stay_readable(portal_shop: UUID, owner: Any) -> None:
    many = "".join(
        f'[[rule]]\nid = "r{place}"\nwhen = {{ tags = "t{place}", seller = "{uuid4()}" }}\nthen.accept = false\n'
        for place in range(490)
    )
    policy.publish(by=owner, document_text=STARTER + many)
    page = get()
    told = page.content.decode()
    assert told.count("<li value=") == 495
    assert "Voir les 487 autres cas" in words(page)
    assert told.index("<details") < told.index("t400")
    assert len(gzip.compress(page.content)) < 100_000, "each with words of its own"


def test_a_shop_without_a_policy_says_so(shop: UUID) -> None:
    assert Client().get("/s/maison/policy").status_code == 404
    assert Client().get("/s/maison/.well-known/return-policy.json").status_code == 404


@pytest.mark.parametrize("path", ["/s/maison/", "/s/maison/policy"])
def test_every_foot_leads_to_it(portal_shop: UUID, path: str) -> None:
    assert 'href="/s/maison/policy"' in Client().get(path).content.decode()
