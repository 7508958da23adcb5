"""One set of facts for every occasion, as the shop would know them for Camille's return."""

from datetime import UTC, date, datetime

from volte.kit.money import Money
from volte.kit.text import message
from volte.kit.words import Method, PaymentKind, RefundTrigger, Resolution
from volte.messages.rules import facts as f
from volte.messages.rules import parts as p
from volte.messages.rules.occasions import Occasion
from volte.messages.rules.to_staff import DeadlinesDue, DueLine, DueList, EndpointFailing, EndpointPaused, Letter

LINK = "https://retours.example/r/ret_01?sig=abc&x=1"
DAY = date(2026, 12, 11)
DRESS = p.Item("Robe Inès", 2, "M, bleu nuit")
MUG = p.Item("Tasse Brume")


def _euros(cents: int) -> Money:
    return Money(cents, "EUR")


def letters(language: str) -> dict[Occasion, Letter]:
    """The facts of every occasion; sentences of people are in the customer's language already."""
    french = language == "fr"
    number, name, link = "R7K2-M4QX", "Camille Martin", LINK
    hygiene = (
        "La protection d’hygiène a été retirée ; pour votre santé et celle des autres, il ne peut pas être revendu."
        if french
        else "The hygiene seal was removed; for your health and that of others it cannot be sold again."
    )
    lines = (
        p.MoneyLine("Robe Inès × 2", _euros(8998)),
        p.MoneyLine("Part de la remise NOEL" if french else "Share of the NOEL discount", _euros(-1000)),
        p.MoneyLine("Livraison d’origine" if french else "Delivery you paid", _euros(490)),
    )
    all_facts: tuple[Letter, ...] = (
        f.RequestedReceived(number=number, name=name, link=link, items=(DRESS, MUG), answer_by=DAY),
        f.EvidenceAsked(
            number=number,
            name=name,
            link=link,
            items=(MUG,),
            question="Une photo de la fêlure, et une du carton tel qu’il est arrivé."
            if french
            else "A photo of the crack, and one of the box as it arrived.",
            answer_by=DAY,
        ),
        f.Approved(
            number=number,
            name=name,
            link=link,
            items=(DRESS, MUG),
            method=Method.DROP_OFF,
            last_day=DAY,
            label_link="https://retours.example/r/ret_01/label.pdf?sig=abc",
            code="VQK7 M4QX 22RT",
            promises=(
                p.Promise(Resolution.REFUND, _euros(8488), RefundTrigger.INSPECTION),
                p.Promise(Resolution.EXCHANGE, None, RefundTrigger.RECEIPT, "Tasse Brume, sable"),
            ),
            packing="Remettez l’article dans son sac, étiquettes en place.\nUn carton déjà utilisé convient très bien."
            if french
            else "Put the item back in its bag, tags on.\nA used box is perfectly fine.",
        ),
        f.Refused(
            number=number,
            name=name,
            link=link,
            refusals=(p.Refusal(p.Item("Maillot Calanque", 1, "38"), hygiene),),
        ),
        f.Scanned(
            number=number,
            name=name,
            link=link,
            at=datetime(2026, 12, 8, 9, 42, tzinfo=UTC),
            carrier="Colissimo",
            expected_on=DAY,
        ),
        f.Arrived(
            number=number,
            name=name,
            link=link,
            on=DAY,
            place="Lyon",
            items=(DRESS,),
            checked_by=date(2026, 12, 15),
            awaited=(MUG,),
        ),
        f.InspectedDifference(
            number=number,
            name=name,
            link=link,
            found=(
                p.Found(MUG, p.Difference.MISSING),
                p.Found(p.Item("Robe Inès"), p.Difference.WORN, "Ourlet taché." if french else "Stain on the hem."),
            ),
            amount=_euros(4499),
            answer_by=date(2026, 12, 18),
        ),
        f.RefundOnItsWay(
            number=number,
            name=name,
            link=link,
            amount=_euros(8488),
            lines=lines,
            ways=(
                p.way(kind=PaymentKind.CARD, amount=_euros(6488), ending="4242"),
                p.way(kind=PaymentKind.GIFT_CARD, amount=_euros(2000)),
            ),
            expected_by=DAY,
            note_link=f"{link}?note={number}",
            worn_link=link,
        ),
        f.RefundFailedManual(number=number, name=name, link=link, amount=_euros(8488), by=DAY),
        f.CreditIssued(
            number=number,
            name=name,
            link=link,
            code="AVOIR-7K2M-4QX9",
            amount=_euros(9337),
            bonus=_euros(849),
            expires_on=date(2028, 12, 11),
            lines=(*lines, p.MoneyLine("Offert, 10 %" if french else "Our gift, 10%", _euros(849))),
        ),
        f.CreditEnding(
            number=number,
            name=name,
            link=link,
            code="AVOIR-7K2M-4QX9",
            amount=_euros(2149),
            bonus=_euros(849),
            last_day=DAY,
            left_after=_euros(1200),
        ),
        f.ExchangeOnItsWay(
            number=number,
            name=name,
            link=link,
            items=(p.Item("Robe Inès", 1, "L, bleu nuit"),),
            delivery_by=DAY,
            carrier="Colissimo",
            tracking_link="https://suivi.example/8R123",
            paid_back=_euros(500),
        ),
        f.ExchangeOnItsWay(
            number=number,
            name=name,
            link=link,
            items=(p.Item("Robe Inès", 1, "L, bleu nuit"),),
            given=_euros(500),
            why="Le bon modèle n’était plus en stock.",
        ),
        f.DifferenceDue(
            number=number,
            name=name,
            link=link,
            items=(p.Item("Robe Inès", 1, "L, bleu nuit"),),
            amount=_euros(500),
            until=DAY,
        ),
        f.DifferenceDue(
            number=number,
            name=name,
            link=link,
            items=(p.Item("Robe Inès", 1, "L, bleu nuit"),),
            amount=_euros(500),
            until=DAY,
            as_credit=True,
        ),
        *(
            f.ExchangeSentFirst(
                number=number,
                name=name,
                link=link,
                stage=stage,
                items=(p.Item("Robe Inès", 1, "L, bleu nuit"),),
                awaited=(DRESS,),
                amount=_euros(4999),
                taken=_euros(4999) if stage is p.HoldStage.TAKEN else None,
                until=DAY,
                label_link=link,
            )
            for stage in p.HoldStage
        ),
        f.Cancelled(number=number, name=name, link=link, items=(DRESS,), again_until=DAY),
        f.ExpiringSoon(
            number=number,
            name=name,
            link=link,
            items=(DRESS, MUG),
            last_day=DAY,
            label_link="https://retours.example/l.pdf",
            code="VQK7 M4QX 22RT",
        ),
        f.Expired(number=number, name=name, link=link, items=(DRESS, MUG), last_day=DAY),
        f.ParcelLost(number=number, name=name, link=link, items=(DRESS,)),
        f.GoodwillMade(
            number=number,
            name=name,
            link=link,
            amount=_euros(500),
            why="Le colis est arrivé abîmé." if french else "The box came damaged.",
            ways=(p.way(kind=PaymentKind.CARD, amount=_euros(500), ending="4242"),),
        ),
        f.Answer(
            number=number,
            name=name,
            link=link,
            author="Léa",
            text="Bonjour Camille,\n\nOui, le sac d’origine suffit : inutile d’ajouter un carton.\n\nBonne journée, Léa"
            if french
            else "Hello Camille,\n\nYes, the bag it came in is enough: no need for a box.\n\nAll the best, Léa",
            question="Faut-il un carton ?" if french else "Do I need a box?",
        ),
        f.QuestionReceived(
            number=number,
            name=name,
            link=link,
            text="Faut-il un carton ?" if french else "Do I need a box?",
            answer_by=DAY,
        ),
    )
    all_facts = (
        *all_facts,
        EndpointPaused(
            number=number,
            name=name,
            link=link,
            url="https://boutique.example/volte",
            since=datetime(2026, 12, 6, 9, 30, tzinfo=UTC),
            gone=False,
        ),
        EndpointFailing(
            number=number,
            name=name,
            link=link,
            url="https://boutique.example/volte",
            since=datetime(2026, 12, 6, 9, 30, tzinfo=UTC),
            until=datetime(2026, 12, 11, 9, 30, tzinfo=UTC),
        ),
    )
    all_facts = (*all_facts, *_withdrawal_letters(french, name, link), _morning(french, name, link))
    all_facts = (*all_facts, f.PrivacyLink(number=number, name=name, link=link))
    return {facts.occasion: facts for facts in all_facts}


def _withdrawal_letters(french: bool, name: str, link: str) -> tuple[f.Facts, ...]:
    late = (
        "La période de quatorze jours s’est terminée le 19 novembre."
        if french
        else "The fourteen days ended on 19 November."
    )
    still = "Vous avez jusqu’au 5 décembre." if french else "You have until 5 December."
    return (
        f.WithdrawalReceipt(
            number="R7K2-M4QX",
            name=name,
            link=link,
            at="22 novembre 2026 à 12:47:26 (UTC+01:00, Europe/Paris)"
            if french
            else "22 November 2026, 12:47:26 (UTC+01:00, Europe/Paris)",
            contract="#1001",
            email="camille@example.com",
            statement="Je vous notifie par la présente ma rétractation du contrat #1001, pour les articles suivants :"
            if french
            else "I hereby give notice that I withdraw from the contract #1001, for the following articles:",
            part=("2 × Robe Inès", "1 × Tasse Brume"),
            digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            file="WK7T2-M4QX.json",
        ),
        f.WithdrawalCommercial(
            number="R7K2-M4QX",
            name=name,
            link=link,
            refusals=(p.Refusal(DRESS, late),),
            offers=(p.Refusal(DRESS, still),),
        ),
        f.WithdrawalAnswer(
            number="R7K2-M4QX",
            name=name,
            link=link,
            author="Léa",
            text="Bonjour Camille,\n\nVotre commande porte un autre numéro : 1010."
            if french
            else "Hello Camille, it is 1010.",
        ),
    )


def _morning(french: bool, name: str, link: str) -> Letter:
    late = DueLine(
        number="R7K2-M4QX",
        link=link,
        what=message("clock_refund_law"),
        until=message("morning_late", days=12),
        amount=_euros(8488),
        cost=(
            message("clock_cost_extra", amount=_euros(425), percent=5),
            message("morning_then", day=date(2026, 12, 21), cost=message("clock_cost_interest")),
        ),
    )
    today = DueLine("R9PX-44TK", link, message("clock_answer"), message("morning_tonight"), _euros(2000))
    return DeadlinesDue(
        number="R7K2-M4QX",
        name=name,
        link=link,
        on=DAY,
        late=DueList((late,), 14, message("morning_more", count=13), link),
        today=DueList((today,), 1),
        week=DueList(),
        costs=(_euros(425),),
        interest=(_euros(8488), Money(1200, "GBP")),
        foresaw="Environ 3 échéances sur 14 seront manquées." if french else "About 3 of 14 will be missed.",
        forecast_link=link,
        fallen=(message("morning_policy_will_fall", number=4, terms=2, day=date(2027, 1, 1)),),
        policy_link=link,
        money=(message("morning_money_decision", count=2), message("morning_money_unbalanced", day=DAY)),
        finance_link=link,
        account_link=link,
    )
