"""What only people of the shop may look at: a customer's photos, and the label as it was printed."""

from django.http import HttpResponse

from volte.kit.errors import Invalid, NotFound
from volte.logistics import labelling
from volte.messages import queries as messages
from volte.returns import worn
from volte.runtime import files, tenancy
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import reading


@access.staff_required(Permission.RETURNS_READ)
def photo(request: here.StaffRequest, number: str, digest: str) -> HttpResponse:
    """A photo of this return or of its conversation; any other file of the shop is as unknown as a stranger's."""
    with tenancy.entered(request.shop.id):
        view = reading.found(number, by=request.actor, part=True)
        held = {kept for item in view.items for kept in (*item.photos, *worn.photos(item=item))}
        if digest not in held and not any(digest in entry.attachments for entry in messages.thread(subject_id=view.id)):
            raise NotFound("file_unknown")
        about, content = files.about(digest), files.read(digest)
    response = HttpResponse(content, content_type=about.media_type)
    response["Cache-Control"] = "private, max-age=86400, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Content-Disposition"] = "inline"
    return response


@access.staff_required(Permission.RETURNS_READ)
def label(request: here.StaffRequest, number: str) -> HttpResponse:
    """The label of a return."""
    with tenancy.entered(request.shop.id):
        view = reading.found(number, by=request.actor)
    if view.parcel_id is None:
        raise Invalid("label_not_needed", number=view.number)
    content = labelling.make_label(by=request.actor, parcel_id=view.parcel_id)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{view.number}.pdf"'
    return response
