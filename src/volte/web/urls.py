"""Which address leads to which page. Included at the root by `volte.project.urls`.

`/s/<shop>/…` is taken off the path by `middleware.faces`, so that each page has one address here.
"""

from django.urls import URLPattern, URLResolver, include, path

from volte.web.public import policy
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
    path(".well-known/return-policy.json", policy.document, name="policy_document"),
    path("return-policy.json", policy.document),
    path("", include("volte.web.portal.urls")),
]
