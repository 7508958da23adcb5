"""What must be known to write each mail?

One frozen class per occasion, of plain values and `parts`: the caller says what happened, the template finds the words.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from volte.kit.money import Money
from volte.kit.words import Method
from volte.messages.rules.occasions import Occasion
from volte.messages.rules.parts import Found, HoldStage, Item, MoneyLine, Place, Promise, Refusal, Said, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What every mail says: which return, to whom, and the signed link to the page of the case. `about` is no `return`
    where no goods come back: a `claim` of goods that never arrived, or a `cancellation`."""

    occasion: ClassVar[Occasion]
    number: str
    name: str
    link: str
    about: str = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestedReceived(About):
    """The wish is in, and a person will look at it."""

    occasion = Occasion.REQUESTED_RECEIVED
    items: tuple[Item, ...]
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAsked(About):
    """We cannot decide before seeing something: `question` says what, and what for."""

    occasion = Occasion.EVIDENCE_ASKED
    items: tuple[Item, ...]
    question: Said
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved(About):
    """Send it back like this, by then. `label_link` is empty where nothing is printed; `code` serves at a counter."""

    occasion = Occasion.APPROVED
    items: tuple[Item, ...]
    method: Method
    promises: tuple[Promise, ...] = ()
    last_day: date | None = None
    label_link: str = ""
    code: str = ""
    place: Place | None = None
    pickup_on: date | None = None
    packing: str = ""
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(About):
    """Nothing of the wish can be taken back; each article says why."""

    occasion = Occasion.REFUSED
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned(About):
    """Somebody took the parcel in charge; `carrier` may be unknown."""

    occasion = Occasion.SCANNED
    at: datetime
    carrier: str = ""
    expected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(About):
    """The goods are with us. `awaited` are articles of the same return not there yet."""

    occasion = Occasion.ARRIVED
    on: date
    items: tuple[Item, ...]
    place: str = ""
    checked_by: date | None = None
    awaited: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectedDifference(About):
    """What we found is not what was announced. `amount` is what is paid as it stands now."""

    occasion = Occasion.INSPECTED_DIFFERENCE
    found: tuple[Found, ...]
    amount: Money | None = None
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundOnItsWay(About):
    """The refund left: line by line, to which payments, and when it should be there at the latest. `feedback_link`
    (here and below) where this ends the return: it leads to the one question we ask. `note_link` where a credit note is
    written: to where it can be fetched; `worn_link` where something was taken off for use: to the photos of it."""

    occasion = Occasion.REFUND_ON_ITS_WAY
    amount: Money
    lines: tuple[MoneyLine, ...]
    ways: tuple[Way, ...] = ()
    expected_by: date | None = None
    feedback_link: str = ""
    note_link: str = ""
    worn_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundFailedManual(About):
    """The payment provider would not have it; a person takes over by `by`."""

    occasion = Occasion.REFUND_FAILED_MANUAL
    amount: Money
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditIssued(About):
    """Value kept in the shop under a code; `bonus` is contained in `amount`, and `bonus_until` its last day where that
    is not the last of all."""

    occasion = Occasion.CREDIT_ISSUED
    code: str
    amount: Money
    bonus: Money | None = None
    expires_on: date | None = None
    bonus_until: date | None = None
    lines: tuple[MoneyLine, ...] = ()
    feedback_link: str = ""
    note_link: str = ""
    worn_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditEnding(About):
    """After `last_day`, `amount` of a credit is worth nothing, `bonus` of it a gift; `left_after` stays beyond that.
    `number` is empty where it was given for no return."""

    occasion = Occasion.CREDIT_ENDING
    code: str
    amount: Money
    last_day: date
    bonus: Money | None = None
    left_after: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeOnItsWay(About):
    """The other article left. `paid_back` is the price difference in the customer's favour, `given` the one they need
    not pay, and `why`."""

    occasion = Occasion.EXCHANGE_ON_ITS_WAY
    items: tuple[Item, ...]
    delivery_by: date | None = None
    carrier: str = ""
    tracking_link: str = ""
    paid_back: Money | None = None
    given: Money | None = None
    why: str = ""
    feedback_link: str = ""
    note_link: str = ""
    worn_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceDue(About):
    """The other article costs more: it leaves once the customer has paid `amount`, on the page behind the link. After
    `until` what came back is paid back instead, `as_credit` where the shop gives only that. `again`: they have heard of
    it before."""

    occasion = Occasion.DIFFERENCE_DUE
    items: tuple[Item, ...]
    amount: Money
    until: date
    again: bool = False
    as_credit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeSentFirst(About):
    """The new article left before the old one came back: `amount` is held on the card until the old one is here, and
    charged after `until` if it is not. `awaited` is what has not come yet; `taken` how much was charged in the end."""

    occasion = Occasion.EXCHANGE_SENT_FIRST
    stage: HoldStage
    items: tuple[Item, ...]
    awaited: tuple[Item, ...]
    amount: Money
    taken: Money | None
    until: date
    label_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(About):
    """The return is off; `again_until` says until when a new one may start."""

    occasion = Occasion.CANCELLED
    items: tuple[Item, ...]
    by_customer: bool = True
    again_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiringSoon(About):
    """The goods have not left yet and the last day is near."""

    occasion = Occasion.EXPIRING_SOON
    items: tuple[Item, ...]
    last_day: date
    label_link: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired(About):
    """The last day passed, and nothing was handed over that we know of."""

    occasion = Occasion.EXPIRED
    items: tuple[Item, ...]
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelLost(About):
    """The carrier lost the goods: the risk was ours, so the customer gets what was agreed all the same."""

    occasion = Occasion.PARCEL_LOST
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodwillMade(About):
    """A gesture on top of what was owed; `why` is what a person of the shop wrote for it."""

    occasion = Occasion.GOODWILL_MADE
    amount: Money
    why: str
    ways: tuple[Way, ...] = ()
    note_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(About):
    """Somebody of the shop wrote; `question` is what it answers, when it answers something."""

    occasion = Occasion.ANSWER
    author: str
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionReceived(About):
    """The customer's message reached us."""

    occasion = Occasion.QUESTION_RECEIVED
    text: str
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalReceipt(About):
    """What was declared reached us: all of it, to be kept. `number` is the receipt's, `at` the moment to the second
    with its zone; `part` are the articles (none: the whole order); `again` when it had been declared before."""

    occasion = Occasion.WITHDRAWAL_RECEIPT
    at: str
    contract: str
    email: str
    statement: str
    part: tuple[str, ...]
    digest: str
    file: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalCommercial(About):
    """The law gives no right to these (any more); `offers` are what the shop takes back all the same, and until when.
    `link` leads to the order."""

    occasion = Occasion.WITHDRAWAL_COMMERCIAL
    refusals: tuple[Refusal, ...]
    offers: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalAnswer(About):
    """Somebody of the shop has looked at a withdrawal and writes."""

    occasion = Occasion.WITHDRAWAL_ANSWER
    author: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyLink(About):
    """Somebody asked for what is held under this address: `link` opens it for a day. `number` is the request's."""

    occasion = Occasion.PRIVACY_LINK


Facts = (
    RequestedReceived
    | EvidenceAsked
    | Approved
    | Refused
    | Scanned
    | Arrived
    | InspectedDifference
    | RefundOnItsWay
    | RefundFailedManual
    | CreditIssued
    | CreditEnding
    | ExchangeOnItsWay
    | DifferenceDue
    | ExchangeSentFirst
    | Cancelled
    | ExpiringSoon
    | Expired
    | ParcelLost
    | GoodwillMade
    | Answer
    | QuestionReceived
    | WithdrawalReceipt
    | WithdrawalCommercial
    | WithdrawalAnswer
    | PrivacyLink
)
