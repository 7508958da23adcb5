"""Which address leads to which face."""

from django.urls import URLPattern, URLResolver, include, path

from volte.project.watching import page

urlpatterns: list[URLPattern | URLResolver] = [
    path("metrics", page.metrics),
    path("", include("volte.api.urls")),
    path("", include("volte.project.demo.urls")),
    path("", include("volte.web.urls")),
]
