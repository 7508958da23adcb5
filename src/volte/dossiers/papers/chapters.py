"""The chapters of the paper, in the order somebody asks: what happened, about what, what was said, decided and paid."""

from collections.abc import Mapping
from typing import Any

from volte.dossiers.papers import asked, blocks, followed, said
from volte.dossiers.papers.blocks import Block, Sheet
from volte.dossiers.rules.manifest import File
from volte.runtime import formats

Chapter = dict[str, Any]


def lead(sheet: Sheet) -> list[Block]:
    """Who, what and how it stands, at one glance."""
    about = sheet.content["about"]
    who = " · ".join(part for part in (about["customer"]["name"], about["customer"]["email"]) if part)
    shop = about["shop"]
    where = formats.country(shop["country"], sheet.language)
    found = [
        sheet.facts(
            ("return", about["number"]),
            ("order", about["order_number"]),
            ("customer", who or (sheet.say("customer-erased") if about["erased"] else "")),
            ("shop", " · ".join(part for part in (shop["name"], where, shop["contact"]) if part)),
            ("status", about["status"]["said"]),
            ("value", sheet.money(about["value"])),
            ("requested", sheet.moment(about["requested_at"])),
            ("withdrawn", about["withdrawn_at"] and sheet.moment(about["withdrawn_at"])),
            ("settled", about["settled_at"] and sheet.moment(about["settled_at"])),
            ("money", " · ".join(_paid(sheet))),
            ("made", f"{sheet.moment(about['made_at'])} · {about['made_by']['name']}"),
        )
    ]
    if about["erased"]:
        found.append(blocks.text(sheet.say("erased"), soft=True))
    return found


def _paid(sheet: Sheet) -> list[str]:
    """What became of the money: each refund with where it stands, and credit given instead."""
    money, found = sheet.content["money"], []
    for one in money["refunds"]:
        how = {"status": one["status"]["said"].lower(), "at": sheet.moment(one["changed_at"])}
        found.append(sheet.say("paid", amount=sheet.money(one["amount"]), **how))
    for one in money["credits"]:
        total = {"amount": one["base"]["amount"] + one["bonus"]["amount"], "currency": one["base"]["currency"]}
        found.append(sheet.say("credit", amount=sheet.money(total)))
    return found


def proof(sheet: Sheet, *, digest: str, key: str) -> dict[str, Any]:
    """What proves it: digest, key, the end of the chain, and whether the chain held when it was made."""
    chain = sheet.content["chain"]
    state = sheet.say("chain-broken" if chain["flaws"] else "chain-holds", count=chain["length"])
    rows = [(sheet.say("fact-digest"), digest), (sheet.say("fact-key"), key), (sheet.say("fact-head"), chain["head"])]
    later = [sheet.say("chain-adopted", count=chain["adopted"])] if chain["adopted"] else []
    return {
        "title": sheet.say("proof"),
        "holds": not chain["flaws"],
        "said": " ".join([state, *later, *_flaws(sheet)]),
        "rows": rows,
        "how": sheet.say("how-to-check"),
        "zone": sheet.say("zone", zone=sheet.zone),
    }


def all_of(sheet: Sheet, files: Mapping[str, File]) -> list[Chapter]:
    """Those that have something to say."""
    found = [
        _chapter(sheet, "timeline", asked.timeline(sheet)),
        _chapter(sheet, "articles", asked.articles(sheet)),
        _chapter(sheet, "decisions", asked.decisions(sheet)),
        _chapter(sheet, "withdrawals", asked.withdrawals(sheet)),
        _chapter(sheet, "transport", followed.transport(sheet)),
        _chapter(sheet, "goods", followed.goods(sheet)),
        _chapter(sheet, "money", followed.money(sheet)),
        _chapter(sheet, "clocks", followed.clocks(sheet)),
        _chapter(sheet, "conversation", said.conversation(sheet)),
        _chapter(sheet, "mails", said.mails(sheet)),
        _chapter(sheet, "policy", said.policy(sheet)),
        _chapter(sheet, "files", said.files(sheet, files)),
    ]
    return [chapter for chapter in found if chapter["blocks"]]


def _chapter(sheet: Sheet, name: str, said: list[Block]) -> Chapter:
    return {"title": sheet.say(f"chapter-{name}"), "blocks": said}


def _flaws(sheet: Sheet) -> list[str]:
    flaws = sheet.content["chain"]["flaws"]
    return [
        sheet.say(f"found-{each['flaw']}".replace("_", "-"), where=f"{each['place']} {each['name']}".strip())
        for each in flaws
    ]
