"""The living page of all components, in every state. Open in the demo only."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.runtime import clock
from volte.web.shared import icons

_TRACE = {
    "fr": (
        {"words": "Achat en ligne, client particulier", "source": "commande n° 1001"},
        {"words": "14 jours pour se rétracter à partir du 5 novembre", "source": "C. consom. L221-18"},
        {
            "words": "La boutique accorde 30 jours : c’est mieux, elle l’emporte",
            "source": "règle « Délai », v3",
            "decided": True,
        },
    ),
    "en": (
        {"words": "Bought online, by a consumer", "source": "order no. 1001"},
        {"words": "14 days to withdraw from 5 November", "source": "Directive 2011/83, art. 9"},
        {"words": "The shop grants 30 days: better, so it prevails", "source": "rule “Window”, v3", "decided": True},
    ),
}
# Sentences of the page itself stand in its template, twice: it shows the components, it is not part of the product.
_DRAWING = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 100'%3E"
    "%3Crect width='80' height='100' fill='%23e9dfd0'/%3E"
    "%3Cpath d='M30 18h20l4 22 12 44H14l12-44z' fill='%23{}'/%3E%3C/svg%3E"
)


def page(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO_SHOP:
        raise NotFound("page_unknown")
    now = clock.now()
    language = getattr(request, "language", "en")
    context = {
        "section": "design",
        "eur": Money(4999, "EUR"),
        "less": Money(-490, "EUR"),
        "sum": Money(9488, "EUR"),
        "was": Money(5999, "EUR"),
        "now": now,
        "soon": now + timedelta(hours=5, minutes=3),
        "later": now + timedelta(days=6, minutes=3),
        "late": now - timedelta(days=2, minutes=3),
        "trace": _TRACE.get(language, _TRACE["en"]),
        "icons": sorted(icons.PATHS),
        "dress": _DRAWING.format("8c4a3b"),
        "other_dress": _DRAWING.format("3d5a6c"),
        "faults": [{"id": "d-wrong", "text": _FAULT.get(language, _FAULT["en"])}],
        "fault": _FAULT.get(language, _FAULT["en"]),
        "crumbs": _CRUMBS.get(language, _CRUMBS["en"]),
        "sizes": [("s", "S"), ("m", "M"), ("l", "L")],
    }
    return render(request, "staff/design.html", context)


_CRUMBS = {
    "fr": [("Commandes", "#nav"), ("n° 1001", "#nav"), ("Retour", "")],
    "en": [("Orders", "#nav"), ("no. 1001", "#nav"), ("Return", "")],
}
_FAULT = {
    "fr": "Ce numéro ne correspond pas à cette adresse e-mail. Vérifiez le numéro dans votre mail de confirmation.",
    "en": "This number does not match this e-mail address. Check the number in your confirmation e-mail.",
}
