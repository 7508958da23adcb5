"""Evidence dossiers of returns."""

from django.http import FileResponse, HttpRequest
from ninja import Router

from volte.api import edge, problems
from volte.dossiers import operations
from volte.dossiers.operations import MEDIA_TYPE, Kind

router = Router(tags=["returns"])


@router.get("/returns/{return_id}/dossier", summary="The evidence dossier as JSON")
def document(request: HttpRequest, return_id: str, language: str | None = None) -> FileResponse:
    """Everything that happened, was shown, decided and paid, with its manifest and seal. Photos and papers stand in it
    by their SHA-256. Needs `returns:read`, `orders:read` and `money:read`. 404 `return_unknown`."""
    return _made(request, return_id, language, Kind.JSON)


@router.get("/returns/{return_id}/dossier.pdf", summary="The evidence dossier as a paper")
def paper(request: HttpRequest, return_id: str, language: str | None = None) -> FileResponse:
    """The same, to be read."""
    return _made(request, return_id, language, Kind.PDF)


@router.get("/returns/{return_id}/dossier.zip", summary="The evidence dossier with all its files")
def archive(request: HttpRequest, return_id: str, language: str | None = None) -> FileResponse:
    """JSON, paper, photos, labels and receipts in one archive: `volte dossier verify` finds any change in it."""
    return _made(request, return_id, language, Kind.ZIP)


def _made(request: HttpRequest, return_id: str, language: str | None, kind: Kind) -> FileResponse:
    found = edge.parse_id("ret", return_id, code="return_unknown")
    chosen = language or problems.language_of(request)
    made = operations.make(by=edge.actor(request), return_id=found, language=chosen, kind=kind)
    response = FileResponse(made.file, as_attachment=kind is not Kind.JSON, filename=made.name)
    response["Content-Type"], response["Cache-Control"] = MEDIA_TYPE[kind], "no-store"
    return response
