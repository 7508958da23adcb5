"""What customers would read of a policy, in either of its languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from volte.kit import time
from volte.policy import publishing
from volte.policy.rules.model import Policy
from volte.runtime import clock, shop_settings, texts
from volte.web.shared import here


@dataclass(frozen=True, slots=True)
class Law:
    """What the law of one country gives besides."""

    country: str
    sentences: tuple[str, ...]
    cited: str


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences in one `language`; `languages` are those to choose from. `rules` are numbered as they are read."""

    language: str
    languages: tuple[str, ...]
    terms: tuple[str, ...]
    rules: tuple[tuple[int, str], ...]
    laws: tuple[Law, ...]


def told(request: here.StaffRequest, policy: Policy | None) -> Told | None:
    """The text of `policy`; `?text=fr` chooses its language. None where there is no policy yet."""
    if policy is None:
        return None
    shop = request.shop.settings
    made = publishing.draft(
        policy,
        page="",
        country=shop.country,
        today=time.local_date(clock.now(), shop.timezone),
        names=names(request),
    )
    wished = request.GET.get("text", request.language)
    language = wished if wished in made.languages else made.languages[0]

    laws = []
    for place in made.places:
        said = (*place.withdrawal.sentences, *place.guarantee.sentences)
        sentences = tuple(publishing.sentence(one, language) for one in said)
        laws.append(Law(texts.say(place.name, language), sentences, place.cited))
    return Told(
        language=language,
        languages=made.languages,
        terms=tuple(publishing.sentence(one, language) for few in made.told.terms.values() for one in few),
        rules=tuple((each.place, publishing.sentence(each.sentence, language)) for each in made.told.statements),
        laws=tuple(laws),
    )


def names(request: here.StaffRequest) -> dict[str, Mapping[str, str]]:
    """What the shop calls its reasons."""
    return {reason.handle: reason.names for reason in request.shop.settings.reasons}


def reasons(request: here.StaffRequest) -> list[tuple[str, str]]:
    """The reasons a customer may give today: handle and name."""
    known = [reason for reason in request.shop.settings.reasons if not reason.retired]
    return [(reason.handle, shop_settings.words(reason.names, request.language)) for reason in known]
