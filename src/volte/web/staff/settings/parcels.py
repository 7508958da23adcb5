"""What is known of the way to the customer: who may cancel before it, and how long a carrier may look for a parcel."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Parcels
from volte.web.shared import access, here
from volte.web.staff.settings import pages


class ParcelsForm(forms.Form):
    """Two questions, each with the answer of today."""

    told = forms.BooleanField(required=False)
    inquiry_days = forms.IntegerField(min_value=1, max_value=60)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        needed = pages.words("staff-need-way-out-days")
        field = self.fields["inquiry_days"]
        field.error_messages.update(required=needed, invalid=needed, min_value=needed, max_value=needed)
        for validator in field.validators:
            if hasattr(validator, "message"):
                validator.message = needed


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def parcels(request: here.StaffRequest) -> HttpResponse:
    """Before it leaves, and when it never arrives."""
    present = pages.current(request).parcels
    form = ParcelsForm(request.POST if request.method == "POST" else None, initial=present.model_dump(mode="json"))
    if form.is_bound and form.is_valid():
        pages.save(request, parcels=Parcels(**form.cleaned_data).model_dump(mode="json"))
        return redirect("staff_settings_parcels")
    return pages.show(request, "parcels", part="parcels", status=422 if form.errors else 200, form=form)
