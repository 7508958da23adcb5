"""The one address only the demo has."""

from django.urls import path

from volte.project.demo import pages, products

urlpatterns = [path(f"{products.PICTURES.removeprefix('/')}/<str:name>", pages.picture, name="demo-picture")]
