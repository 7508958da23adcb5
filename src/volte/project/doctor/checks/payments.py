"""Does the payment provider know us, and can its messages be believed?"""

from collections.abc import Iterator

from django.conf import settings

from volte.connectors.payments.stripe import setup
from volte.connectors.payments.stripe.line import NoAnswer
from volte.connectors.payments.stripe.sdk import SdkLine
from volte.project.doctor.findings import Finding, bad, ok, warn

_REFUSED = frozenset({401, 403})


def stripe() -> Iterator[Finding]:
    """Asks for one refund of the list, which needs the key and changes nothing."""
    if not settings.STRIPE_KEY:
        return
    where = setup.configured()
    line = SdkLine(setup=where)
    try:
        answer = line.list_refunds(params={"limit": 1})
    except NoAnswer as error:
        yield bad("stripe-silent", url=where.url, why=str(error))
    else:
        if answer.status in _REFUSED:
            yield bad("stripe-key", why=f"HTTP {answer.status}")
        elif answer.status != 200:
            yield bad("stripe-silent", url=where.url, why=f"HTTP {answer.status}")
        else:
            yield warn("stripe-test") if "_test_" in settings.STRIPE_KEY else ok("stripe")
    finally:
        line.close()
    if not settings.STRIPE_WEBHOOK_SECRET:
        yield bad("stripe-secret", url=settings.PUBLIC_URL)


CHECKS = (stripe,)
