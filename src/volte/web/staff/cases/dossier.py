"""The evidence dossier of a case, to be taken along."""

from collections.abc import Sequence

from django.http import FileResponse

from volte.dossiers import operations
from volte.dossiers.operations import MEDIA_TYPE, Kind
from volte.kit import ids
from volte.kit.errors import NotFound
from volte.returns import queries
from volte.runtime import formats, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here


@access.staff_required(Permission.RETURNS_READ)
def file(request: here.StaffRequest, number: str, kind: Kind) -> FileResponse:
    """As archive, paper or JSON, in the language asked for, else the reader's."""
    with tenancy.entered(request.shop.id):
        view = queries.by_number(number=ids.tidy_number(number))
    if view is None:
        raise NotFound("return_unknown")
    language = request.GET.get("language", request.language)
    made = operations.make(by=request.actor, return_id=view.id, language=language, kind=kind)
    response = FileResponse(made.file, as_attachment=True, filename=made.name, content_type=MEDIA_TYPE[kind])
    response["Cache-Control"] = "no-store"
    return response


def languages(request: here.StaffRequest) -> Sequence[tuple[str, str]]:
    """Which ones it is offered in, by their names; none to whoever may not have it."""
    if not operations.may(request.actor):
        return ()
    return [(code, texts.say(f"staff-dossier-language-{code}", request.language)) for code in formats.LANGUAGES]
