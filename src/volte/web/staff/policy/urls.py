"""Addresses of the policy desk, below /staff/policy/."""

from django.urls import URLPattern, path

from volte.web.staff.policy import backtest, drafts, forms, publication, published, trying

urlpatterns: list[URLPattern] = [
    path("", published.overview, name="staff_policy"),
    path("versions/<int:number>/", published.version, name="staff_policy_version"),
    path("versions/<int:number>/again", drafts.again, name="staff_policy_again"),
    path("versions/<int:number>/withdrawal", published.withdrawal, name="staff_policy_withdrawal"),
    path("comparison/", published.comparison, name="staff_policy_comparison"),
    path("draft/", drafts.text, name="staff_policy_draft"),
    path("draft/form/", forms.terms, name="staff_policy_form"),
    path("draft/rules/new/", forms.rule, name="staff_policy_rule_new"),
    path("draft/rules/<int:place>/", forms.rule, name="staff_policy_rule"),
    path("draft/rules/<int:place>/up", forms.move, name="staff_policy_rule_up"),
    path("draft/rules/<int:place>/removal", forms.removal, name="staff_policy_rule_removal"),
    path("draft/try/", trying.page, name="staff_policy_try"),
    path("draft/backtest/", backtest.page, name="staff_policy_backtest"),
    path("backtests/<uuid:run_id>/", backtest.run, name="staff_policy_backtest_run"),
    path("backtests/<uuid:run_id>/stop", backtest.stop, name="staff_policy_backtest_stop"),
    path("backtests/<uuid:run_id>/items.csv", backtest.items, name="staff_policy_backtest_items"),
    path("backtests/<uuid:run_id>/refunds.csv", backtest.refunds, name="staff_policy_backtest_refunds"),
    path("draft/discard", drafts.discard, name="staff_policy_discard"),
    path("draft/publication/", publication.page, name="staff_policy_publication"),
]
