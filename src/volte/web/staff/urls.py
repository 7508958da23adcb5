"""Addresses below /staff/."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from volte.web.staff import design, entrance

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("volte.web.staff.cases.urls")),
    path("outbox/", include("volte.web.staff.outbox.urls")),
    path("withdrawals/", include("volte.web.staff.withdrawals.urls")),
    path("parcels/", include("volte.web.staff.parcels.urls")),
    path("deadlines/", include("volte.web.staff.deadlines.urls")),
    path("finance/", include("volte.web.staff.finance.urls")),
    path("insights/", include("volte.web.staff.insights.urls")),
    path("policy/", include("volte.web.staff.policy.urls")),
    path("", include("volte.web.staff.privacy.urls")),
    path("settings/", include("volte.web.staff.settings.urls")),
    path("design/", design.page, name="staff_design"),
    path("login/", entrance.Login.as_view(), name="account_login"),
    path("logout/", entrance.Logout.as_view(), name="account_logout"),
    path("login/code/", entrance.SecondFactor.as_view(), name="mfa_authenticate"),
    path("login/again/", entrance.Again.as_view(), name="account_reauthenticate"),
    path("login/again/code/", entrance.AgainByCode.as_view(), name="mfa_reauthenticate"),
    re_path(
        r"^password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        entrance.FirstPassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path("account/", entrance.account, name="staff_account"),
    path("account/password/", entrance.PasswordChange.as_view(), name="account_change_password"),
    path("account/second-factor/on/", entrance.SwitchOn.as_view(), name="mfa_activate_totp"),
    path("account/second-factor/off/", entrance.SwitchOff.as_view(), name="mfa_deactivate_totp"),
    path("account/recovery/", entrance.Recovery.as_view(), name="mfa_view_recovery_codes"),
    path("account/recovery/new/", entrance.NewRecovery.as_view(), name="mfa_generate_recovery_codes"),
]
