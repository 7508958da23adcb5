"""Each component says what it was given, and nothing a stranger slipped in."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.template import engines
from django.utils import translation

from volte.kit.money import Money
from volte.runtime import clock

TEMPLATES = Path(apps.get_app_config("volte_web").path) / "templates"
EVIL = "<script>alert('x')</script>\" onclick=\"x"
NOT_ALONE = {"error_summary_body", "form_field", "since"}


def rendered(markup: str, **context: Any) -> str:
    from django_cotton.compiler_regex import CottonCompiler

    with translation.override("en"):
        return str(engines["django"].from_string(CottonCompiler().process(markup)).render(context))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<c-button>Refuse this return</c-button>", "Refuse this return"),
        ('<c-button hint="a" disabled>Go</c-button>', ' disabled data-key="a"'),
        ('<c-link-button href="/x">Back</c-link-button>', 'href="/x"'),
        ('<c-field name="n" label="Number" help="Top of the mail" />', 'aria-describedby="n-help"'),
        ('<c-field name="n" label="Number" error="Wrong" />', 'aria-invalid="true"'),
        ('<c-field name="n" label="Say" type="textarea" value="typed before" />', ">typed before</textarea>"),
        ('<c-field name="n" label="Size" type="select" :options="sizes" value="m" />', 'value="m" selected'),
        ('<c-checkbox name="c" label="Yes" checked />', " checked"),
        ('<c-choices legend="Why?"><c-choice name="w" value="small" title="Too small" checked /></c-choices>', "Why?"),
        ('<c-choice name="w" value="x" title="Store" aside="free" mark="easiest" />', "easiest"),
        ('<c-stepper name="q" label="Dress" :value="1" :max="3" />', "One more: Dress"),
        ('<c-money :amount="eur" />', "€49.99"),
        ('<c-money :amount="eur" :was="eur" />', "instead of"),
        ('<c-lines><c-line kind="total" label="You get" :amount="eur" note="by Friday" /></c-lines>', "by Friday"),
        ('<c-facts><c-fact label="Order">1001</c-fact></c-facts>', "<dt>Order</dt><dd>1001</dd>"),
        ('<c-when :at="now" how="day" />', "<time"),
        ('<c-clock :until="now" />', "due just now"),
        ('<c-status meaning="good">refunded</c-status>', "refunded"),
        ('<c-item title="Dress" detail="M" :amount="eur" />', "picture-none"),
        ('<c-item title="D"><c-slot name="actions">Act</c-slot></c-item>', "item-actions"),
        ('<c-timeline><c-moment state="now" title="On its way" :at="now" who="Post" /></c-timeline>', "aria-current"),
        ('<c-table caption="Returns"><tbody></tbody></c-table>', 'aria-label="Returns"'),
        (
            '<c-dialog id="d" title="Sure?">Yes<c-slot name="actions">Go</c-slot></c-dialog>',
            'aria-labelledby="d-title"',
        ),
        ("<c-toast>Saved</c-toast>", 'role="status"'),
        ('<c-file-drop name="p" label="Photo" :most="3" />', "multiple"),
        ('<c-qr value="R7K2" label="Code" />', "<svg"),
        ("<c-key>j</c-key>", "<kbd"),
        ('<c-pager older="/x" />', 'rel="next"'),
        ('<c-search label="Find" hint="/" />', 'role="search"'),
        ('<c-empty title="Nothing waits" />', "Nothing waits"),
        ('<c-notice meaning="act" title="A photo is missing" />', "notice-act"),
        ('<c-crumbs :items="crumbs" />', 'aria-current="page"'),
        ('<c-details summary="How?">So.</c-details>', "<summary>"),
        ('<c-trace :steps="steps" />', "art. 9"),
        ('<c-progress :at="2" :of="5" title="Reason" />', "Step 2 of 5"),
        ('<c-panel title="Money" id="money">x</c-panel>', 'aria-labelledby="money-title"'),
        ('<c-scale name="s" legend="How was it?" :chosen="4" />', 'value="4" checked'),
        ("<c-busy />", "One moment"),
        ('<c-copy value="vlt_1" />', 'data-copy="vlt_1"'),
        ('<c-picture src="/p.svg" alt="A dress" />', 'alt="A dress"'),
        ('<c-error-summary :errors="faults" />', 'href="#n"'),
    ],
)
def test_says_what_it_was_given(markup: str, expected: str) -> None:
    html = rendered(
        markup,
        eur=Money(4999, "EUR"),
        now=clock.now(),
        sizes=[("s", "S"), ("m", "M")],
        crumbs=[("Orders", "/o"), ("1001", "")],
        steps=[{"words": "14 days", "source": "art. 9"}],
        faults=[{"id": "n", "text": "Wrong"}],
    )
    assert expected in html
    assert "<c-" not in html and "{{" not in html


@pytest.mark.parametrize(
    "markup",
    [
        '<c-button name="n" :value="evil">{{ evil }}</c-button>',
        '<c-field name="n" :label="evil" :help="evil" :error="evil" :value="evil" :placeholder="evil" />',
        '<c-field name="n" type="textarea" label="{{ evil }}" value="{{ evil }}" />',
        '<c-choice name="n" :value="evil" :title="evil" :detail="evil" :aside="evil" :why="evil" />',
        '<c-item :title="evil" :detail="evil" :picture="evil" :alt="evil" />',
        '<c-moment :title="evil" :who="evil">{{ evil }}</c-moment>',
        '<c-notice :title="evil">{{ evil }}</c-notice>',
        '<c-copy :value="evil" />',
        '<c-search :value="evil" :label="evil" />',
        '<c-qr :value="evil" :label="evil" :caption="evil" />',
        '<c-file-drop name="n" :label="evil" :help="evil" :error="evil" />',
        '<c-panel :title="evil">x</c-panel>',
        '<c-stepper name="n" :label="evil" />',
        '<c-line :label="evil" :note="evil" :value="evil" />',
    ],
)
def test_what_people_typed_stays_words(markup: str) -> None:
    html = rendered(markup, evil=EVIL)
    assert "<script" not in html
    assert not re.search(r'"\s+onclick="', html)


def test_the_living_page_shows_every_component_in_both_languages() -> None:
    known = {file.stem.replace("_", "-") for file in (TEMPLATES / "components").glob("*.html")} - {
        name.replace("_", "-") for name in NOT_ALONE
    }
    for language in ("fr", "en"):
        page = (TEMPLATES / f"staff/design_{language}.html").read_text(encoding="utf-8")
        shown = set(re.findall(r"<c-([a-z-]+)", page)) | {"picture"}  # an item shows its picture
        assert known <= shown


def test_templates_hold_no_inline_style_or_script() -> None:
    """The content security policy would drop them in silence."""
    for file in TEMPLATES.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        data = html.replace('<script type="application/ld+json">', "")
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\ssrc=)", data), file
