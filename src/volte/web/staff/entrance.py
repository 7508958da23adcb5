"""Coming in: log in and out, the second factor, one's password. allauth does the work; the words are ours."""

from typing import Any

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery_views
from allauth.mfa.totp import views as totp_views
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy

from volte.runtime import people, tenancy
from volte.runtime.permissions import Morning
from volte.web.shared import access, here


class _InTheWorkspace:
    """Somebody is logged in: show the workspace around the page."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated:
            access.identify(request)  # type: ignore[arg-type]  # becomes a StaffRequest here
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # the view class beside this one

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | {"section": "account"}


class Login(account_views.LoginView):  # type: ignore[misc]
    template_name = "staff/login.html"


class Logout(account_views.LogoutView):  # type: ignore[misc]
    template_name = "staff/logout.html"


class SecondFactor(mfa_views.AuthenticateView):  # type: ignore[misc]
    template_name = "staff/login_code.html"


class Again(_InTheWorkspace, account_views.ReauthenticateView):  # type: ignore[misc]
    template_name = "staff/login_again.html"


class AgainByCode(_InTheWorkspace, mfa_views.ReauthenticateView):  # type: ignore[misc]
    template_name = "staff/login_again_code.html"


class FirstPassword(account_views.PasswordResetFromKeyView):  # type: ignore[misc]
    """The link an owner hands to a new member."""

    template_name = "staff/first_password.html"
    success_url = reverse_lazy("account_login")


class PasswordChange(_InTheWorkspace, account_views.PasswordChangeView):  # type: ignore[misc]
    template_name = "staff/password.html"


class SwitchOn(_InTheWorkspace, totp_views.ActivateTOTPView):  # type: ignore[misc]
    template_name = "staff/second_factor_on.html"

    def get_success_url(self) -> str:
        return reverse("mfa_view_recovery_codes") if self.did_generate_recovery_codes else reverse("staff_account")


class SwitchOff(_InTheWorkspace, totp_views.DeactivateTOTPView):  # type: ignore[misc]
    template_name = "staff/second_factor_off.html"
    success_url = reverse_lazy("staff_account")


class Recovery(_InTheWorkspace, recovery_views.ViewRecoveryCodesView):  # type: ignore[misc]
    template_name = "staff/recovery.html"


class NewRecovery(_InTheWorkspace, recovery_views.GenerateRecoveryCodesView):  # type: ignore[misc]
    template_name = "staff/recovery_new.html"


@access.staff_required()
def account(request: here.StaffRequest) -> HttpResponse:
    """Oneself: the morning's mail, password and second factor."""
    person = request.user
    if request.method == "POST" and request.POST.get("morning") in set(Morning):
        people.choose_morning(by=request.actor, morning=Morning(request.POST["morning"]))
        return redirect(reverse("staff_account") + "?done=morning")
    with tenancy.entered(request.shop.id):
        oneself = people.member(member_id=request.actor.id) if request.actor.id else None
    context = {
        "section": "account",
        "morning": oneself.morning if oneself else Morning.NEVER,
        "mornings": tuple(Morning),
        "hour": f"{request.shop.settings.deadlines.morning_hour:02d}:00",
        "second_factor": is_mfa_enabled(person, [Authenticator.Type.TOTP]),
        "done": request.GET.get("done", ""),
    }
    return render(request, "staff/account.html", context)
