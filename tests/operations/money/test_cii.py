"""Every credit note we write to a business passes the official schema and rules of EN 16931."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.operations.money import notes_made as made
from tests.operations.money.schematron import Verdict, verdicts
from tests.rules.money import tables
from volte.kit.rates import Rate, half_up
from volte.money.notes import cii
from volte.money.rules.credit_note import Draft, Note, Party, Row

pytest.importorskip("facturx", reason="`make setup` installs it")
pytest.importorskip("lxml", reason="`make setup` installs it")

ZERO = (Rate.parse("0 %"),)
ABROAD = Party(name="Optik See", country="DE", city="Lindau", vat_id="DE123456789")
GERMANY = replace(made.BOUGHT, delivered_to="DE")
EXEMPT = "TVA non applicable, art. 293 B du CGI"
TABLE: dict[str, Note] = {
    "one rate": made.note(made.goods(4166, 833)),
    "several rates, a fee and the way out": made.note(
        made.goods(8332, 1667, quantity=2),
        made.goods(948, 52, made.FIVE, title="Miel"),
        made.row("outbound_shipping", 408, 82),
        made.row("restocking_fee", -417, -83),
        made.row("return_shipping_fee", -250, -50),
        made.row("return_shipping_fee", -24, -1, made.FIVE),
    ),
    "yen": made.note(made.goods(10000, 1000, (Rate.parse("10 %"),)), currency="JPY"),
    "a gesture, and goods that cost nothing": made.note(made.goods(0, 0), made.row("goodwill", 833, 167)),
    "without an invoice's day": made.note(made.goods(4166, 833), bought=replace(made.BOUGHT, invoice_on=None)),
    "within the Union": made.note(made.goods(5000, 0, ZERO), buyer=ABROAD, bought=GERMANY),
    "sent out of the Union": made.note(
        made.goods(5000, 0, ZERO),
        buyer=Party(name="Optik Berg", country="CH", city="Chur"),
        bought=replace(made.BOUGHT, delivered_to="CH"),
    ),
    "no tax at all": made.note(made.goods(5000, 0, made.NONE)),
    "a seller who charges none": made.note(
        made.goods(5000, 0, made.NONE), seller=replace(made.SELLER, vat_id=""), exemption=EXEMPT
    ),
    "letters of all kinds": made.note(
        made.goods(4166, 833, title='<Été> & "fils" 👗\x07'), buyer=replace(made.BUYER, name="Müller & Söhne <GmbH>")
    ),
}  # fmt: skip
AMOUNTS = st.integers(min_value=1, max_value=10**9)
RATES = st.sampled_from(["20 %", "10 %", "5.5 %", "2.1 %", "8.5 %", "25 %", "0 %"])


def _taxed(gross: int, rate: Rate) -> tuple[int, int]:
    tax = half_up(gross * rate.share / (1 + rate.share))
    return gross - tax, tax


@st.composite
def notes(draw: st.DrawFn) -> Note:
    """Rows as plans make them: prices with or without tax, fees at the rates of the goods, never above them."""
    rows: list[Row] = []
    for written in draw(st.lists(RATES, min_size=1, max_size=6)):
        rate, gross = Rate.parse(written), draw(AMOUNTS)
        included = draw(st.booleans())
        net, tax = _taxed(gross, rate) if included else (gross, half_up(gross * rate.share))
        rows.append(
            made.goods(net, tax, (rate,), quantity=draw(st.integers(1, 9)), title=draw(st.text(max_size=30)) or "x")
        )
        if draw(st.booleans()):
            fee, of_fee = _taxed(draw(st.integers(1, max((net + tax) // 2, 1))), rate)
            rows.append(made.row("restocking_fee", -fee, -of_fee, (rate,)))
    return made.note(*rows, currency=draw(st.sampled_from(["EUR", "JPY", "CHF"])))


def judged(found: dict[str, Note], folder: Path) -> dict[str, Verdict]:
    files = {name: cii.written(note=one, say=made.say, terms="Remboursé") for name, one in found.items()}
    return verdicts(files=files, folder=folder)


def test_the_rules_say_yes(tmp_path: Path) -> None:
    assert [name for name, one in TABLE.items() if cii.obstacle(draft=one.draft)] == []
    for name, verdict in judged(TABLE, tmp_path).items():
        assert verdict.fired > 20, f"{name}: hardly a rule was looked at"
        assert verdict.wrong == (), name


def test_the_rules_say_no(tmp_path: Path) -> None:
    """So that their yes means something: a total of a cent too much, a row without a name, no type."""
    right = cii.written(note=TABLE["one rate"], say=made.say, terms="Remboursé").decode()
    total, due = "<ram:GrandTotalAmount>49.99<", "<ram:DuePayableAmount>49.99<"
    assert total in right and due in right
    broken = {
        "BR-CO-15": right.replace(total, total.replace("49.99", "50.00")).replace(due, due.replace("49.99", "50.00")),
        "BR-CO-17": right.replace("8.33", "10.33").replace("49.99", "51.99"),
        "BR-25": right.replace("<ram:Name>Robe Inès<", "<ram:Name><"),
        "ram:TypeCode": right.replace(">381<", ">999<"),
        "schema": right.replace("rsm:SupplyChainTradeTransaction", "rsm:Supplychain"),
    }
    found = verdicts(files={name: content.encode() for name, content in broken.items()}, folder=tmp_path)
    assert {name: any(name in one for one in verdict.wrong) for name, verdict in found.items()} == dict.fromkeys(
        broken, True
    ), found


def test_every_note_we_write_passes(tmp_path: Path) -> None:
    """Made by hypothesis, judged in one go: a process for each would take minutes."""
    found: dict[str, Note] = {}

    @settings(max_examples=60, phases=[Phase.generate], database=None, deadline=None, derandomize=True,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(notes())
    def collect(one: Note) -> None:
        found[str(len(found))] = one

    collect()
    fit = {name: one for name, one in found.items() if not cii.obstacle(draft=one.draft)}
    assert len(fit) > len(found) * 0.8
    wrong = {name: (found[name], verdict) for name, verdict in judged(fit, tmp_path).items() if verdict.wrong}
    assert [one.wrong for _, one in wrong.values()] == []


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (made.note(made.goods(4166, 833), buyer=None).draft, "consumer"),
        (made.note(made.goods(4166, 833), currency="KWD").draft, "decimals"),
        (made.note(made.goods(4000, 600, (Rate.parse("10 %"), Rate.parse("5 %")))).draft, "rates"),
        (made.note(made.goods(4166, 833, ())).draft, "rates"),
        (made.note(*[made.goods(3, 1)] * 9, currency="JPY").draft, "rounding"),
    ],
)
def test_what_the_standard_cannot_hold_is_said(draft: Draft, why: str, tmp_path: Path) -> None:
    assert cii.obstacle(draft=draft) == why


def test_each_obstacle_is_documented() -> None:
    documented = {row["obstacle"] for row in tables.rows("credit-notes.md", first_column="obstacle")}
    assert documented == {"consumer", "decimals", "rates", "rounding"}


def test_what_is_said_not_to_fit_would_be_refused(tmp_path: Path) -> None:
    rounding = made.note(*[made.goods(3, 1)] * 9, currency="JPY")
    decimals = made.note(made.goods(4166, 833), currency="KWD")
    found = judged({"BR-CO-17": rounding, "BR-DEC-23": decimals}, tmp_path)
    assert all(any(name in one for one in verdict.wrong) for name, verdict in found.items()), found
