"""A batch as the file banks take: ISO 20022 pain.001.001.09, one payment of many transfers.

The same batch is the same file, byte for byte.
"""

from datetime import UTC
from xml.etree import ElementTree

from volte.kit import ids
from volte.kit.money import Money, total
from volte.money.rules import transfer
from volte.money.rules.transfer import Batch, Transfer

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
_LONGEST_WORDS = 140


def document(*, batch: Batch) -> bytes:
    """The file. Its names and words are what `rules.transfer.latin` leaves of them."""
    root = ElementTree.Element("Document", {"xmlns": NAMESPACE})
    message = _add(root, "CstmrCdtTrfInitn")
    own = ids.public("trb", batch.id).replace("_", "-")
    head = _add(message, "GrpHdr")
    _add(head, "MsgId", own)
    _add(head, "CreDtTm", batch.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    _sums(head, batch)
    _add(_add(head, "InitgPty"), "Nm", transfer.latin(batch.debtor.holder))
    payment = _add(message, "PmtInf")
    _add(payment, "PmtInfId", own)
    _add(payment, "PmtMtd", "TRF")
    _add(payment, "BtchBookg", "true")
    _sums(payment, batch)
    _add(_add(_add(payment, "PmtTpInf"), "SvcLvl"), "Cd", "SEPA")
    _add(_add(payment, "ReqdExctnDt"), "Dt", batch.execute_on.isoformat())
    _debtor(payment, batch)
    _add(payment, "ChrgBr", "SLEV")
    for one in batch.transfers:
        _transfer(payment, one, batch.words)
    ElementTree.indent(root, space=" ")
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _sums(parent: ElementTree.Element, batch: Batch) -> None:
    _add(parent, "NbOfTxs", str(len(batch.transfers)))
    _add(parent, "CtrlSum", _written(total((one.amount for one in batch.transfers), currency=transfer.CURRENCY)))


def _debtor(payment: ElementTree.Element, batch: Batch) -> None:
    _add(_add(payment, "Dbtr"), "Nm", transfer.latin(batch.debtor.holder))
    _add(_add(_add(payment, "DbtrAcct"), "Id"), "IBAN", batch.debtor.iban)
    bank = _add(_add(payment, "DbtrAgt"), "FinInstnId")
    if batch.debtor.bic:
        _add(bank, "BICFI", batch.debtor.bic)
    else:
        _add(_add(bank, "Othr"), "Id", "NOTPROVIDED")


def _transfer(payment: ElementTree.Element, one: Transfer, words: str) -> None:
    reference = transfer.end_to_end(one.refund_id)
    entry = _add(payment, "CdtTrfTxInf")
    names = _add(entry, "PmtId")
    _add(names, "InstrId", reference)
    _add(names, "EndToEndId", reference)
    _add(_add(entry, "Amt"), "InstdAmt", _written(one.amount)).set("Ccy", one.amount.currency)
    _add(_add(entry, "Cdtr"), "Nm", transfer.latin(one.to.holder))
    _add(_add(_add(entry, "CdtrAcct"), "Id"), "IBAN", one.to.iban)
    room = _LONGEST_WORDS - len(reference) - 1
    _add(_add(entry, "RmtInf"), "Ustrd", f"{transfer.latin(words, longest=room)} {reference}".strip())


def _add(parent: ElementTree.Element, name: str, text: str = "") -> ElementTree.Element:
    made = ElementTree.SubElement(parent, name)
    if text:
        made.text = text
    return made


def _written(amount: Money) -> str:
    """Euros and cents, with a point."""
    euros, cents = divmod(amount.amount, 100)
    return f"{euros}.{cents:02d}"
