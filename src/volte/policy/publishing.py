"""The policy as it goes out: sentences, our JSON, schema.org's and Google's, from one version, for one shop.

Everything is worked out by `rules.telling` and `rules.publishing`; here it gets its words and its place.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings

from volte.kit import time
from volte.kit.text import Message
from volte.policy import queries
from volte.policy.queries import PublishedPolicy
from volte.policy.rules.model import Policy
from volte.policy.rules.publishing import complete, google, offered, schema_org, unsaid
from volte.policy.rules.publishing.offered import Offer
from volte.policy.rules.publishing.unsaid import Unsaid
from volte.policy.rules.telling import rights, statements
from volte.policy.rules.telling.rights import Place
from volte.policy.rules.telling.statements import Told
from volte.runtime import formats, shop_settings, tenancy, texts
from volte.runtime.models import Shop


@dataclass(frozen=True, slots=True)
class Publication:
    """One policy on one day. `version` is None for a draft; `page` is where people read it, `country` where goods go
    back to."""

    policy: Policy
    told: Told
    places: tuple[Place, ...]
    offers: tuple[Offer, ...]
    page: str
    country: str
    today: date
    version: int | None = None
    valid_from: datetime | None = None
    names: str = ""
    """What the shop calls its reasons, as one text: the sentences change with it."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Those of the policy we have texts in; all of ours when it names none."""
        return tuple(code for code in self.policy.languages if code in formats.LANGUAGES) or formats.LANGUAGES

    def json(self) -> dict[str, Any]:
        """Our own document, whole."""
        return complete.document(
            self.policy,
            version=complete.Version(self.version, _moment(self.valid_from)),
            told=self.told,
            places=self.places,
            unsaid={
                "schema_org": unsaid.by_schema_org(self.policy, self.offers),
                "google_merchant": self._unsaid_by_google(),
            },
            page=self.page,
            today=self.today,
            say=self._say,
        )

    def json_ld(self) -> list[dict[str, Any]]:
        """schema.org's objects: one for each set of countries that are told the same."""
        return schema_org.policies(self.offers, self.places, shop=schema_org.Shop(self.country, self.page))

    def google(self) -> dict[str, Any]:
        """Google's policies, ready to be sent, and what they leave out."""
        return {
            "policies": google.policies(self.policy, self.offers, page=self.page),
            "not_expressed": [complete.left_out(each, self._say) for each in self._unsaid_by_google()],
        }

    def text(self, language: str) -> str:
        """The whole policy as plain lines, for a screen or a letter."""
        return "\n".join(_lines(self, language)) + "\n"

    def _unsaid_by_google(self) -> tuple[Unsaid, ...]:
        return unsaid.by_google(self.policy, self.offers)

    def _say(self, what: Message) -> dict[str, str]:
        return {language: sentence(what, language) for language in self.languages}


def of_shop(*, version: PublishedPolicy, at: datetime) -> Publication:
    """The publication of a version of the shop entered."""
    shop = Shop.objects.get(id=tenancy.current())
    known = shop_settings.of_shop(shop.id)
    return draft(
        version.policy,
        page=f"{settings.PUBLIC_URL}/s/{shop.handle}/policy",
        country=known.country,
        today=time.local_date(at, known.timezone),
        names={reason.handle: reason.names for reason in known.reasons},
        version=version.number,
        valid_from=version.valid_from,
    )


def in_force(*, at: datetime) -> Publication:
    """The publication of the version in force; refuses `policy_none_in_force`."""
    return of_shop(version=queries.version_in_force(at=at), at=at)


@dataclass(frozen=True, slots=True)
class Document:
    """Our JSON as it is sent; `etag` is of its content, quoted."""

    content: bytes
    etag: str


_kept: dict[tuple[Any, ...], Document] = {}
_MOST_KEPT = 64


def document(*, at: datetime) -> Document:
    """The document of the version in force; its hundreds of sentences are written once a day and version. Refuses
    `policy_none_in_force`."""
    publication = in_force(at=at)
    key = (tenancy.current(), publication.version, publication.today, publication.page, publication.names)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        content = json.dumps(publication.json(), ensure_ascii=False, separators=(",", ":")).encode()
        found = _kept[key] = Document(content, f'"{hashlib.sha256(content).hexdigest()[:32]}"')
    return found


def draft(
    policy: Policy,
    *,
    page: str,
    country: str,
    today: date,
    names: Mapping[str, Mapping[str, str]] | None = None,
    version: int | None = None,
    valid_from: datetime | None = None,
) -> Publication:
    """The publication of any document, published or not."""
    places = rights.places(policy.sells_to, today=today, informs=policy.informs_of_withdrawal)
    return Publication(
        policy=policy,
        told=statements.tell(policy, names),
        places=places,
        offers=offered.offers(policy, places),
        page=page,
        country=country,
        today=today,
        version=version,
        valid_from=valid_from,
        names=repr(names),
    )


def sentence(what: Message, language: str) -> str:
    """A clause as a sentence of its own: a capital letter, a full stop."""
    said = texts.say(what, language)
    ended = said if said.endswith((".", "!", "?", "…")) else f"{said}."
    return ended[:1].upper() + ended[1:]


def _moment(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat(timespec="seconds").replace("+00:00", "Z")


def _lines(publication: Publication, language: str) -> list[str]:
    told = publication.told
    lines = [publication.policy.name, "", *(sentence(one, language) for few in told.terms.values() for one in few)]
    if told.statements:
        lines += ["", texts.say("policy-told-cases", language), texts.say("policy-told-order", language), ""]
        lines += [f"{each.place}. {sentence(each.sentence, language)}" for each in told.statements]
    for place in publication.places:
        name = texts.say(place.name, language)
        lines += ["", texts.say("policy-told-law-of", language, country=name)]
        lines += [sentence(one, language) for one in (*place.withdrawal.sentences, *place.guarantee.sentences)]
        if place.exceptions:
            lines += [texts.say("policy-told-law-exceptions", language)]
            lines += [f"- {texts.say(one, language)}" for one in place.exceptions]
        lines += [place.cited]
    return lines
