"""What followed: the way of the goods, what was found, the money, and the deadlines."""

from collections.abc import Mapping
from typing import Any

from volte.dossiers.papers import blocks
from volte.dossiers.papers.blocks import Block, Sheet


def transport(sheet: Sheet) -> list[Block]:
    found: list[Block] = []
    for parcel in sheet.content["transport"]:
        found.append(
            sheet.facts(
                ("parcel", parcel["code"]),
                ("method", parcel["method"]["said"]),
                ("carrier", " ".join(part for part in (parcel["carrier_said"], parcel["tracking"]) if part)),
                ("label", parcel["label"] and parcel["label"].removeprefix("files/")),
                ("parcel_status", parcel["status"]["said"]),
            )
        )
        if parcel["scans"]:
            rows = [(sheet.moment(scan["at"]), scan["what"]["said"]) for scan in parcel["scans"]]
            found.append(sheet.table(("when", "scan"), ("40mm", "1fr"), rows))
    return found


def goods(sheet: Sheet) -> list[Block]:
    found: list[Block] = []
    for unit in sheet.content["goods"]:
        found.append(blocks.head(f"{unit['title'] or unit['sku']} – {unit['match']['said']}"))
        found.append(sheet.facts(("received", sheet.moment(unit["received_at"])), ("location", unit["location_said"])))
        rows = [
            (
                sheet.moment(look["at"]),
                look["what"]["said"],
                ", ".join(one["said"] for one in look["found"]) or "–",
                (look["grade"] or {}).get("said", "–"),
                _decided(look),
                look["by"],
            )
            for look in unit["looks"]
        ]
        if rows:
            names = ("when", "look", "findings", "grade", "disposition", "who")
            found.append(sheet.table(names, ("30mm", "1fr", "1fr", "1fr", "1fr", "24mm"), rows))
    return found


def _decided(look: Mapping[str, Any]) -> str:
    """Where it goes, and why a person chose otherwise."""
    where = (look["disposition"] or {}).get("said", "")
    return " – ".join(part for part in (where, look["reason"]) if part) or "–"


def money(sheet: Sheet) -> list[Block]:
    money, found = sheet.content["money"], []
    for made in money["settlements"]:
        total = sheet.money({"amount": made["amount"], "currency": made["currency"]})
        found.append(blocks.head(f"{made['said']} – {total}"))
        rows = [(line["said"], sheet.money(line["amount"])) for line in made["told"]]
        if rows:
            found.append(sheet.table(("line", "amount"), ("1fr", "34mm"), rows))
    for one in money["credits"]:
        found += _credit(sheet, one)
    for one in money["refunds"]:
        found += _refund(sheet, one)
    if money["ledger"]:
        found.append(blocks.head(sheet.say("ledger")))
        found.append(blocks.text(sheet.say("ledger-lead"), soft=True))
        posted = [
            (sheet.moment(entry["at"]), entry["said"], each["said"], *_sides(sheet, each))
            for entry in money["ledger"]
            for each in entry["postings"]
        ]
        names, widths = ("when", "entry", "account", "debit", "credit"), ("34mm", "1fr", "1fr", "24mm", "24mm")
        found.append(sheet.table(names, widths, posted))
    return found


def _sides(sheet: Sheet, posted: Mapping[str, Any]) -> tuple[str, str]:
    """The amount on its side, as books are read: debit on the left, credit on the right."""
    amount = sheet.money({"amount": abs(posted["amount"]), "currency": posted["currency"]})
    return (amount, "") if posted["amount"] > 0 else ("", amount)


def _credit(sheet: Sheet, one: Mapping[str, Any]) -> list[Block]:
    total = {"amount": one["base"]["amount"] + one["bonus"]["amount"], "currency": one["base"]["currency"]}
    return [
        blocks.head(sheet.say("credit", amount=sheet.money(total))),
        sheet.facts(
            ("credit_base", sheet.money(one["base"])),
            ("credit_bonus", one["bonus"]["amount"] and sheet.money(one["bonus"])),
            ("issued", sheet.moment(one["issued_at"])),
            ("expires", one["expires_at"] and sheet.moment(one["expires_at"])),
            ("credit_code", f"… {one['code_ends_in']}"),
        ),
    ]


def _refund(sheet: Sheet, one: Mapping[str, Any]) -> list[Block]:
    status = f"{one['status']['said']} ({sheet.moment(one['changed_at'])})"
    found = [
        blocks.head(sheet.say("refund", amount=sheet.money(one["amount"]))),
        sheet.facts(
            ("paid_with", one["paid_with"]["said"]),
            ("payment", one["payment"]),
            ("refund_status", status),
            ("gateway", one["gateway"].capitalize()),
            ("gateway_refund", one["gateway_refund"]),
            ("failure", one["failure"]),
        ),
    ]
    if one["attempts"]:
        rows = [
            (call["number"], sheet.moment(call["started_at"]), call["said"] or "–", call["code"] or "–", call["key"])
            for call in one["attempts"]
        ]
        names = ("attempt", "when", "outcome", "code", "key")
        found.append(sheet.table(names, ("auto", "34mm", "auto", "auto", "1fr"), rows))
    return found


def clocks(sheet: Sheet) -> list[Block]:
    rows = [
        (
            each["what"]["said"],
            each["who"]["said"],
            sheet.day(each["last_day"]),
            each["state"]["said"],
            "; ".join(each["articles"]) or sheet.say(f"origin-{each['origin']}"),
        )
        for each in sheet.content["clocks"]
    ]
    names, widths = ("what", "who", "last_day", "state", "article"), ("1fr", "22mm", "26mm", "26mm", "1fr")
    return [sheet.table(names, widths, rows)] if rows else []
