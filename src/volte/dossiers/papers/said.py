"""What was said: the conversation, mails, the policy as it was shown; and the files that go along."""

from collections.abc import Mapping

from volte.dossiers.papers import blocks
from volte.dossiers.papers.blocks import Block, Sheet
from volte.dossiers.rules.manifest import File
from volte.runtime import formats


def conversation(sheet: Sheet) -> list[Block]:
    found: list[Block] = []
    for entry in sheet.content["conversation"]:
        found += [blocks.head(f"{entry['by']['said']} – {sheet.moment(entry['at'])}"), blocks.quote(entry["text"])]
        if entry["attachments"]:
            shown = [sheet.picture(one, alt=entry["by"]["said"]) for one in entry["attachments"]]
            found.append(blocks.photos(shown))
    return found


def mails(sheet: Sheet) -> list[Block]:
    found: list[Block] = []
    for mail in sheet.content["mails"]:
        sent = sheet.moment(mail["sent_at"]) if mail["sent_at"] else mail["status"]["said"]
        found.append(blocks.head(f"{mail['subject'] or mail['occasion']['said']} – {sent}"))
        found += [sheet.facts(("to", mail["to"])), blocks.quote(mail["text"].strip())]
    return found


def policy(sheet: Sheet) -> list[Block]:
    policy = sheet.content["policy"]
    if policy is None:
        return []
    version = sheet.say("policy-version", number=policy["version"], digest=policy["sha256"])
    found = [
        sheet.facts(("policy", version), ("published", sheet.moment(policy["published_at"]))),
        blocks.text(sheet.say("policy-lead", file=policy["file"].removeprefix("files/")), soft=True),
        blocks.lines(policy["shown"]),
    ]
    if policy["law_shown"]:
        found += [blocks.head(sheet.say("law-shown")), blocks.lines(policy["law_shown"])]
    if policy["said"]:
        found += [blocks.head(sheet.say("policy-said")), blocks.lines([*policy["said"], *policy["law_said"]])]
    return found


def files(sheet: Sheet, files: Mapping[str, File]) -> list[Block]:
    rows = [
        (name.removeprefix("files/"), formats.number(file.size, sheet.language), file.sha256)
        for name, file in files.items()
    ]
    if not rows:
        return []
    lead = blocks.text(sheet.say("files-lead"), soft=True)
    return [lead, sheet.table(("file", "bytes", "digest"), ("auto", "auto", "1fr"), rows)]
