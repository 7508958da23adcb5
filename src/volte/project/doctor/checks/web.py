"""Is Volte reached under its public address, by HTTPS, and does it know so?"""

from collections.abc import Iterator

import httpx
from django.conf import settings

from volte.project.doctor.findings import Finding, bad, ok, warn


def reached() -> Iterator[Finding]:
    url = f"{settings.PUBLIC_URL}/healthz"
    try:
        answer = httpx.get(url, timeout=10, trust_env=False)
    except httpx.HTTPError as error:
        yield bad("web-silent", url=url, why=f"{type(error).__name__}: {error}"[:200])
        return
    if answer.status_code == 400:
        yield bad("web-host-refused", url=url)
    elif answer.status_code != 200 or "database" not in answer.text:
        yield bad("web-somebody-else", url=url, status=answer.status_code)
    elif settings.HTTPS and "Strict-Transport-Security" not in answer.headers:
        # Volte says so only when it sees that the visitor came by HTTPS.
        yield warn("web-scheme-lost")
    else:
        yield ok("web", url=settings.PUBLIC_URL)


CHECKS = (reached,)
