"""Does the timeline in a dossier hang together, and do its sections still say what its steps vouch for?

It needs nothing but the sections: each step stands there with all its digest was made of (`volte.returns.rules.chain`).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from volte.kit import canonical
from volte.returns.rules import chain
from volte.returns.rules.chain import Flaw, Found


def entry(step: chain.Step, *, return_id: str, before: str) -> dict[str, Any]:
    """A step as the dossier keeps it."""
    return {
        "content": chain.content(return_id=return_id, place=step.place or 0, before=before, step=step),
        "digest": step.digest,
        "words": step.words,
        "salts": dict(step.salts or {}),
        "erased_at": step.erased_at.isoformat().replace("+00:00", "Z") if step.erased_at else None,
    }


def flaws(content: Mapping[str, Any]) -> list[Found]:
    """What is wrong with the timeline. Raises `KeyError`, `TypeError`, `ValueError` or `AttributeError` for sections
    that are not shaped as ours."""
    entries: Sequence[Any] = content["timeline"]
    steps = [_step(each) for each in entries]
    end = content["chain"]
    found = chain.flaws(return_id=end["return"], length=end["length"], head=end["head"], steps=steps)
    found += _written_otherwise(entries, steps, end["return"])
    known, photos = dict(_known(content)), dict(_photos(content))
    return [*found, *chain.beside(steps=steps, known=known, photos=photos)]


def _written_otherwise(entries: Sequence[Any], steps: Sequence[chain.Step], return_id: str) -> Iterator[Found]:
    """The content that stands there must be the one the digest was made of, to the letter."""
    before = ""
    for each, step in zip(entries, steps, strict=True):
        said = chain.content(return_id=return_id, place=step.place or 0, before=before, step=step)
        digest = canonical.digest(each["content"])
        if digest != step.digest and canonical.digest(said) == step.digest:
            yield Found(Flaw.STEP_CHANGED, step.place or 0)
        before = step.digest


def _step(each: Mapping[str, Any]) -> chain.Step:
    said = each["content"]
    later = said["adopted_at"]
    return chain.Step(
        place=int(said["place"]),
        digest=str(each["digest"]),
        kind=said["kind"],
        actor_kind=said["by"]["kind"],
        actor_name=said["by"]["name"],
        detail={**said["detail"], **each["words"]},
        at=datetime.fromisoformat(said["at"]),
        words_digest=said["words"],
        bound=dict(said["bound"]),
        salts=dict(each["salts"]),
        adopted_at=datetime.fromisoformat(later) if later else None,
    )


def _known(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for item in content["items"]:
        yield f"decision:{item['id']}", canonical.digest(item["decision"]["kept"])
    for made in content["money"]["settlements"]:
        kept = {name: made[name] for name in ("kind", "units", "amount", "currency", "lines")}
        yield f"plan:{made['id']}", canonical.digest(kept)
    for said in content["withdrawals"]:
        whole = said["content"] is None or canonical.digest_of(said["content"]) == said["sha256"]
        yield f"statement:{said['number']}", said["sha256"] if whole else ""


def _photos(content: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for item in content["items"]:
        yield f"{chain.PHOTOS}:{item['id']}", [photo["sha256"] for photo in item["photos"]]
        # Dossiers of before the bench proposed anything have none.
        for found in item.get("wear", ()):
            yield f"{chain.PHOTOS}:{item['id']}:{found['id']}", [photo["sha256"] for photo in found["photos"]]
