"""The public key evidence dossiers are sealed with, for whoever was sent one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from volte.runtime import signing


@require_safe
def pem(_request: HttpRequest) -> HttpResponse:
    """`/.well-known/volte-dossier-key.pem`: today's key first, then those before it that still count."""
    response = HttpResponse(signing.public_pem(), content_type="application/x-pem-file")
    response["Cache-Control"] = "public, max-age=3600"
    response["Access-Control-Allow-Origin"] = "*"
    return response
