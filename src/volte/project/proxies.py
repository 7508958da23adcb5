"""Did the visitor come by HTTPS? A proxy of ours that ends it says so in X-Forwarded-Proto; nobody else is believed.

`Host` must be passed on as it came (X-Forwarded-Host is not looked at). Which address the visitor has:
`runtime.visitors`.
"""

from collections.abc import Callable, Iterable
from typing import Any

from volte.runtime import visitors

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


def believing(application: Application) -> Application:
    """`application`, which sees https where a trusted proxy says so."""

    def enter(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        said = environ.get("HTTP_X_FORWARDED_PROTO", "").rpartition(",")[2].strip().lower()
        if said in ("http", "https") and visitors.is_ours(str(environ.get("REMOTE_ADDR", ""))):
            environ["wsgi.url_scheme"] = said
        return application(environ, start_response)

    return enter
