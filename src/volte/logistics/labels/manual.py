"""The carrier that needs no carrier: a label any driver, counter or post office can handle, made here."""

from babel import Locale

from volte.kit.address import Address
from volte.kit.words import Method
from volte.logistics.labels import sheet
from volte.logistics.ports import LabelRequest, MadeLabel
from volte.logistics.rules import parcel
from volte.runtime import formats, texts


class ManualCarrier:
    """Implements `LabelMaker` without network; the parcel is followed by our own code."""

    repeatable = True

    def make(self, *, request: LabelRequest) -> MadeLabel:
        return MadeLabel(pdf=sheet.pdf(worded(request), made_at=request.opened_at))


def worded(request: LabelRequest) -> sheet.Sheet:
    """The request in the shopper's words."""
    language, spaced = request.language, parcel.spaced(request.code)
    abroad = request.sender.country != request.recipient.country
    return sheet.Sheet(
        language=language,
        title=texts.say("logistics-label-title", language),
        brand=request.brand,
        method=texts.say(_method_text(request.method), language),
        from_word=texts.say("logistics-label-from", language),
        sender=_lines(request.sender, language, abroad=abroad),
        to_word=texts.say("logistics-label-to", language),
        recipient=_lines(request.recipient, language, abroad=abroad),
        code=request.code,
        code_spaced=spaced,
        facts=_facts(request),
        advice=texts.say("logistics-label-advice", language),
        bars_described=texts.say("logistics-label-bars", language, code=spaced),
        square_described=texts.say("logistics-label-square", language, code=spaced),
    )


def _facts(request: LabelRequest) -> tuple[tuple[str, str], ...]:
    language = request.language
    facts = [(texts.say("logistics-label-number", language), request.number)]
    if request.order_number:
        facts.append((texts.say("logistics-label-order", language), request.order_number))
    if request.last_day is not None:
        facts.append((texts.say("logistics-label-by", language), formats.short_day(request.last_day, language)))
    return tuple(facts)


def _lines(address: Address, language: str, *, abroad: bool) -> tuple[str, ...]:
    """From the name to the town; the country in capitals when the parcel crosses a border (UPU S42)."""
    town = f"{address.postcode} {address.city}".strip()
    country = str(Locale(language).territories.get(address.country, address.country)).upper() if abroad else ""
    return tuple(line for line in (address.name, address.line1, address.line2, town, country) if line)


def _method_text(method: Method) -> str:
    return f"logistics-method-{method.value.replace('_', '-')}"
