"""Everything a dossier says, read at one moment inside the entered shop."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.dossiers.sections import account, case, journey, shown
from volte.dossiers.sections.reader import Files, Reader
from volte.kit import canonical
from volte.returns import chains, queries
from volte.runtime import clock, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.models import Shop


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a dossier says (`content`, JSON values by section) and what goes along."""

    content: dict[str, Any]
    files: Files

    @property
    def number(self) -> str:
        return str(self.content["about"]["number"])

    @property
    def language(self) -> str:
        return str(self.content["about"]["language"])

    @property
    def digest(self) -> str:
        """The digest of all it says: it stands on the paper, and anybody can make it again from the JSON."""
        return canonical.digest(self.content)


def gather(*, by: Actor, return_id: UUID, language: str) -> Gathered:
    """Refuses `return_unknown`."""
    view = queries.by_id(return_id=return_id)
    chain = chains.of_return(return_id=return_id)
    reader = Reader(
        view=view,
        order=catalogue.order(order_id=view.order_id) if view.order_id else None,
        settlements=queries.settlements(return_id=return_id),
        settings=shop_settings.of_shop(by.shop_id),
        handle=Shop.objects.values_list("handle", flat=True).get(id=by.shop_id),
        language=language,
        by=by,
        now=clock.now(),
        files=Files(),
    )
    content = {
        "about": case.about(reader),
        "order": case.order(reader),
        "items": case.items(reader),
        "appeal": case.appeal(reader),
        "policy": shown.policy(reader),
        "withdrawals": shown.withdrawals(reader),
        "mails": shown.mails(reader),
        "conversation": shown.conversation(reader),
        "transport": journey.transport(reader),
        "goods": journey.goods(reader),
        "clocks": journey.clocks(reader),
        "money": account.money_of(reader),
        "timeline": journey.timeline(reader, chain),
        "chain": journey.chain(chain),
    }
    return Gathered(content, reader.files)
