"""What the customer was shown and what was said: the policy as published, mails, the conversation, withdrawals."""

import re
from collections.abc import Sequence
from uuid import UUID

from volte.dossiers.sections.reader import Json, Reader
from volte.kit.errors import NotFound
from volte.kit.text import Message
from volte.messages import queries as messages
from volte.messages.rules.thread import Entry
from volte.money import queries as money
from volte.policy import publishing
from volte.policy import queries as policies
from volte.policy.publishing import Publication
from volte.policy.queries import PublishedPolicy
from volte.returns import wire
from volte.runtime import texts
from volte.withdrawals import queries as statements
from volte.withdrawals.queries import WithdrawalView

_KEYS = re.compile(r"(/(?:l|withdrawal/receipts|my-data)/)[^\s/?\"<>]+")


def policy(reader: Reader) -> Json | None:
    """The version the return was decided by, as it was published, in the customer's language."""
    version = _version(reader)
    if version is None:
        return None
    publication = publishing.of_shop(version=version, at=reader.view.requested_at)
    language = reader.view.language
    name = f"files/policy-{version.number}-{language}.txt"
    reader.files.made[name] = publication.text(language).encode()
    return {
        "version": version.number,
        "sha256": version.digest,
        "published_at": wire.moment(version.published_at),
        "published_by": version.published_by,
        "document": version.document,
        "language": language,
        "file": name,
        "shown": _terms(publication, language),
        "law_shown": _law(publication, reader, language),
        **_said_too(publication, reader),
    }


def _said_too(publication: Publication, reader: Reader) -> Json:
    """The same in the language of the dossier, for whoever cannot read the customer's; null where it is the same."""
    if reader.language == reader.view.language:
        return {"said": None, "law_said": None}
    said = _terms(publication, reader.language)
    return {"said": said, "law_said": _law(publication, reader, reader.language)}


def mails(reader: Reader) -> list[Json]:
    """Every mail about the return, as it was worded, and whether it went out."""
    found, codes = [], [one.code for one in money.credits(subject_id=reader.view.id)]
    for line in messages.mails_of(subject_id=reader.view.id):
        mail = messages.mail(mail_id=line.id)
        found.append(
            {
                "occasion": reader.coded("mail-occasion", line.occasion.value),
                "to": line.to_address,
                "language": line.language,
                "subject": line.subject,
                "text": _without_keys(mail.text, codes),
                "attachments": [{"name": one.name, "sha256": one.digest} for one in mail.attachments],
                "status": reader.coded("mail-status", line.status.value),
                "written_at": wire.moment(line.created_at),
                "sent_at": wire.plain(line.sent_at),
            }
        )
    return found


def _without_keys(text: str, codes: Sequence[str]) -> str:
    """The letter without what lets its reader into the order or spend the customer's credit: a dossier goes to
    strangers."""
    for code in codes:
        text = text.replace(code, f"…{code[-4:]}")
    return _KEYS.sub(r"\1…", text)


def conversation(reader: Reader) -> list[Json]:
    """What customer and shop wrote to one another. Notes for colleagues are none of it."""
    return [_entry(reader, entry) for entry in messages.conversation(subject_id=reader.view.id)]


def withdrawals(reader: Reader) -> list[Json]:
    """The statements this return carries out, as declared, with their receipts."""
    if reader.view.withdrawn_at is None:
        return []
    return [_statement(reader, said) for said in statements.of_return(return_id=reader.view.id)]


def _version(reader: Reader) -> PublishedPolicy | None:
    """The one the decisions were made by, else the one in force then; None for a return from before Volte."""
    try:
        for item in reader.view.items:
            kept = policies.records(subject_id=item.id)
            if kept:
                return policies.load(version_id=_version_of(kept[-1]))
        return policies.version_in_force(at=reader.view.requested_at)
    except NotFound:
        return None


def _version_of(record_id: UUID) -> UUID:
    return policies.record(record_id=record_id).version_id


def _terms(publication: Publication, language: str) -> list[str]:
    told = publication.told
    terms = [one for few in told.terms.values() for one in few]
    cases = [each.sentence for each in told.statements]
    return [publishing.sentence(one, language) for one in (*terms, *cases)]


def _law(publication: Publication, reader: Reader, language: str) -> list[str]:
    """What the page said of the law of the customer's country."""
    country = reader.order.country if reader.order else ""
    lines: list[Message] = []
    for place in publication.places:
        if place.country == country:
            lines += [*place.withdrawal.sentences, *place.guarantee.sentences]
    return [publishing.sentence(one, language) for one in lines]


def _entry(reader: Reader, entry: Entry) -> Json:
    files = [_attached(reader, digest) for digest in entry.attachments]
    kind = entry.author_kind.value
    return {
        "at": wire.moment(entry.at),
        "by": {"kind": kind, "name": entry.author_name, "said": reader.who(kind, entry.author_name)},
        "text": entry.text,
        "attachments": files,
    }


def _attached(reader: Reader, digest: str) -> Json:
    place = sum(1 for file in reader.files.stored.values() if file.what == "attachment") + 1
    return {"sha256": digest, "file": reader.files.add(digest, name=f"attachment-{place}", what="attachment")}


def _statement(reader: Reader, said: WithdrawalView) -> Json:
    kept = not said.emptied
    if kept:
        reader.files.made[f"files/{said.number}.json"] = said.content.encode()
    receipt = reader.files.add(said.receipt, name=said.number, what="receipt") if said.receipt else None
    return {
        "number": said.number,
        "declared_at": wire.moment(said.declared_at),
        "zone": said.zone,
        "sha256": said.digest,
        "content": said.content if kept else None,
        "standing": reader.coded("withdrawal-standing", said.standing.value),
        "words": texts.say(
            f"withdrawal-sentence-{'whole' if said.declared.whole else 'part'}",
            said.declared.language,
            contract=said.declared.contract,
        )
        if kept
        else "",
        "answer": said.answer,
        "receipt": receipt,
    }
