"""What must be known to write each mail to people of the shop?"""

from dataclasses import dataclass
from datetime import date, datetime

from volte.kit.money import Money
from volte.messages.rules.facts import About, Facts
from volte.messages.rules.occasions import Occasion
from volte.messages.rules.parts import Said


@dataclass(frozen=True, slots=True)
class DueLine:
    """One deadline of one return: what is to be done, until when (in words), and what being late costs by now. No name
    of a customer: mails lie in mailboxes nobody can erase."""

    number: str
    link: str
    what: Said
    until: Said
    amount: Money
    cost: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class DueList:
    """The first lines of a list of `count`; `more` says how many are hidden ("" for none), `link` shows them."""

    lines: tuple[DueLine, ...] = ()
    count: int = 0
    more: Said = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesDue(About):
    """The morning's mail: what is late, due today and within a week. `number` is of the first return, `link` leads to
    all of it; `costs` are what lateness costs by law so far, `interest` the refunds legal interest runs on, `foresaw`
    what the coming week will probably bring, one sentence with its link; `fallen` what is to be known of policies that
    are below the law by now, `money` what of the shop's money needs somebody."""

    occasion = Occasion.DEADLINES_DUE
    on: date
    late: DueList
    today: DueList
    week: DueList
    costs: tuple[Money, ...] = ()
    interest: tuple[Money, ...] = ()
    foresaw: Said = ""
    forecast_link: str = ""
    fallen: tuple[Said, ...] = ()
    policy_link: str = ""
    money: tuple[Said, ...] = ()
    finance_link: str = ""
    account_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointPaused(About):
    """To people of the shop: a webhook was paused. `number` is what it is called, `since` when its trouble began;
    `gone` when the receiver said that it wants nothing more."""

    occasion = Occasion.ENDPOINT_PAUSED
    url: str
    since: datetime
    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointFailing(About):
    """To people of the shop: a webhook has taken nothing since `since` and will be paused at `until`. `number` is what
    it is called."""

    occasion = Occasion.ENDPOINT_FAILING
    url: str
    since: datetime
    until: datetime


Letter = Facts | DeadlinesDue | EndpointPaused | EndpointFailing
