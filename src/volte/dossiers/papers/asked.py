"""What was asked for: the timeline, the order and its articles, what was decided, and withdrawals."""

from collections.abc import Mapping
from typing import Any

from volte.dossiers.papers import blocks
from volte.dossiers.papers.blocks import Block, Sheet
from volte.runtime import formats


def timeline(sheet: Sheet) -> list[Block]:
    rows = [
        (
            each["content"]["place"],
            sheet.moment(each["content"]["at"]),
            _with_reason(each),
            each["who"],
            each["digest"][:12],
        )
        for each in sheet.content["timeline"]
    ]
    names, widths = ("place", "when", "what", "who", "digest"), ("auto", "34mm", "1fr", "32mm", "25mm")
    return [blocks.text(sheet.say("timeline-lead"), soft=True), sheet.table(names, widths, rows)] if rows else []


def _with_reason(each: Mapping[str, Any]) -> str:
    """The step, and what somebody wrote with it where its sentence does not say so."""
    said, reason = str(each["said"]), str(each["words"].get("reason", ""))
    return said if not reason or reason in said else f"{said} – {reason}"


def articles(sheet: Sheet) -> list[Block]:
    order, found = sheet.content["order"], []
    if order is not None:
        found.append(_order(sheet, order))
        if order["other_lines"]:
            found.append(blocks.text(sheet.say("other-lines", count=order["other_lines"]), soft=True))
    for item in sheet.content["items"]:
        found += _article(sheet, item, order)
    return found


def _order(sheet: Sheet, order: Mapping[str, Any]) -> Block:
    address = order["shipping_address"] or {}
    town = " ".join(str(address[name]) for name in ("postcode", "city") if address.get(name))
    country = formats.country(address["country"], sheet.language) if address.get("country") else ""
    parts = [*(address.get(name) for name in ("name", "line1", "line2")), town, country]
    sent = [one["shipped_at"] for one in order["shipments"] if one["shipped_at"]]
    came = [one["delivered_at"] for one in order["shipments"] if one["delivered_at"]]
    paid = [
        f"{sheet.money({'amount': one['amount'], 'currency': order['currency']})} ({one['reference'] or one['id']})"
        for one in order["payments"]
    ]
    return sheet.facts(
        ("order", order["number"]),
        ("placed", sheet.moment(order["placed_at"])),
        ("address", ", ".join(str(part) for part in parts if part)),
        ("paid", " · ".join(paid)),
        ("shipped", " · ".join(map(sheet.moment, sent))),
        ("delivered", " · ".join(map(sheet.moment, came))),
        ("informed", {True: sheet.say("yes"), False: sheet.say("no")}.get(order["informed_of_withdrawal"], "")),
    )


def _article(sheet: Sheet, item: Mapping[str, Any], order: Mapping[str, Any] | None) -> list[Block]:
    line = next((one for one in order["lines"] if one["id"] == item["line"]), None) if order else None
    price = {"amount": line["unit_price"], "currency": order["currency"]} if line and order else None
    counts = item["counts"]
    found = [
        blocks.head(f"{counts['quantity']} × {item['title']}"),
        sheet.facts(
            ("sku", item["sku"]),
            ("price", price and sheet.money(price)),
            ("reason", item["reason"]["said"]),
            ("wish", item["resolution"]["said"]),
            ("verdict", item["verdict"]["said"]),
            ("outcome", item["outcome"]["said"]),
        ),
    ]
    if item["comment"]:
        found += [blocks.text(sheet.say("comment"), soft=True), blocks.quote(item["comment"])]
    if item["photos"]:
        found.append(blocks.photos([sheet.picture(one, alt=item["title"]) for one in item["photos"]]))
    for worn in item["wear"]:
        said = sheet.say("wear", by=worn["by"], amount=sheet.money(worn["amount"]), standing=worn["standing"]["said"])
        found += [blocks.text(said, soft=True), blocks.quote(worn["reason"])]
        if worn["photos"]:
            found.append(blocks.photos([sheet.picture(one, alt=item["title"]) for one in worn["photos"]]))
    return found


def decisions(sheet: Sheet) -> list[Block]:
    found: list[Block] = []
    for items in _decided_alike(sheet):
        decision = items[0]["decision"]
        found.append(blocks.head(" · ".join(_named(item) for item in items)))
        found += [blocks.text(sheet.say("decision-shown"), soft=True), blocks.quote(decision["shown"])]
        if decision["shown"] != decision["said"]:
            found.append(blocks.text(decision["said"]))
        found += [blocks.text(sheet.say("decision-because"), soft=True), blocks.lines(_because(decision))]
        passed = [one["words"] for one in decision["because"] if one["passed_over"]]
        if passed:
            found.append(blocks.text(f"{sheet.say('decision-passed-over')} {' '.join(passed)}", soft=True))
        found += [_record(sheet, each) for each in items[0]["records"]]
    appeal = sheet.content["appeal"]
    if appeal is not None:
        said = sheet.say("appeal-said", at=sheet.moment(appeal["at"]), standing=appeal["standing"]["said"])
        found.append(blocks.text(said))
    return found


def _decided_alike(sheet: Sheet) -> list[list[Mapping[str, Any]]]:
    """Articles of which all that is printed is the same are told once."""
    alike: dict[str, list[Mapping[str, Any]]] = {}
    for item in sheet.content["items"]:
        decision = item["decision"]
        if decision["said"]:
            printed = [decision[name] for name in ("shown", "said", "because")]
            records = [(one["decided_at"], one["policy"], one["law"], one["replay"]["same"]) for one in item["records"]]
            alike.setdefault(repr((printed, records)), []).append(item)
    return list(alike.values())


def _named(item: Mapping[str, Any]) -> str:
    return f"{item['title']} ({item['sku']})" if item["sku"] else str(item["title"])


def _because(decision: Mapping[str, Any]) -> list[str]:
    told = [one for one in decision["because"] if not one["passed_over"]]
    return [f"{one['words']} ({one['source']})" if one["source"] else one["words"] for one in told]


def _record(sheet: Sheet, record: Mapping[str, Any]) -> Block:
    replay = record["replay"]
    asked, number = record["policy"], record["policy"]["version"]
    said = sheet.say("policy-version", number=number, digest=asked["sha256"]) if number is not None else ""
    return sheet.facts(
        ("decided", sheet.moment(record["decided_at"])),
        ("policy", said or sheet.say("policy-not-asked")),
        ("law", record["law"]),
        ("replay", sheet.say("replay-same" if replay["same"] else "replay-differs")),
    )


def withdrawals(sheet: Sheet) -> list[Block]:
    found: list[Block] = []
    for said in sheet.content["withdrawals"]:
        found.append(blocks.head(said["number"]))
        if said["words"]:
            found.append(blocks.quote(said["words"]))
        else:
            found.append(blocks.text(sheet.say("statement-erased"), soft=True))
        found.append(
            sheet.facts(
                ("declared", sheet.moment(said["declared_at"])),
                ("standing", said["standing"]["said"]),
                ("digest", said["sha256"]),
                ("receipt", said["receipt"] and said["receipt"].removeprefix("files/")),
            )
        )
    return found
