"""Which address leads to which page. Included at the root by `volte.project.urls`.

`/s/<shop>/…` is taken off the path by `middleware.faces`, so that each page has one address here.
"""

from django.urls import URLPattern, URLResolver, include, path, re_path

from volte.web.public import dossier_key, my_data, policy, withdrawal
from volte.web.public import views as public
from volte.web.shared import bundles

urlpatterns: list[URLPattern | URLResolver] = [
    path("assets/<slug:face>-<slug:digest>.<slug:kind>", bundles.serve, name="bundle"),
    path("accent/<slug:colour>.css", bundles.serve_accent, name="accent"),
    path("icon.svg", public.icon, name="icon"),
    path("logo/<slug:handle>/<slug:digest>", public.logo, name="logo"),
    path("staff/", include("volte.web.staff.urls")),
    path("floor/", include("volte.web.floor.urls")),
    path("policy", policy.page, name="policy"),
    path("policy/coming", policy.coming, name="policy_coming"),
    path(".well-known/return-policy.json", policy.document, name="policy_document"),
    path("return-policy.json", policy.document),
    path(".well-known/volte-dossier-key.pem", dossier_key.pem, name="dossier_key"),
    path("withdrawal", withdrawal.page, name="withdrawal"),
    path("withdrawal/form", withdrawal.model_form, name="withdrawal_form"),
    path("withdrawal/form.pdf", withdrawal.model_form_pdf, name="withdrawal_form_pdf"),
    path("withdrawal/receipts/<str:token>", withdrawal.receipt, name="withdrawal_receipt"),
    path("withdrawal/receipts/<str:token>/confirmation", withdrawal.confirmation, name="withdrawal_confirmation"),
    re_path(
        r"^withdrawal/receipts/(?P<token>[^/]+)/receipt\.(?P<kind>pdf|json)$",
        withdrawal.receipt_file,
        name="withdrawal_receipt_file",
    ),
    path("my-data/", my_data.page, name="my_data"),
    path("my-data/<str:token>", my_data.opened, name="my_data_opened"),
    path("my-data/<str:token>/archive", my_data.archive, name="my_data_archive"),
    path("my-data/<str:token>/erasure", my_data.erasure, name="my_data_erasure"),
    path("", include("volte.web.portal.urls")),
]
