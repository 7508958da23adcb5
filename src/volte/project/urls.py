"""Which address leads to which face."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("volte.api.urls")),
    path("", include("volte.project.demo.urls")),
    path("", include("volte.web.urls")),
]
