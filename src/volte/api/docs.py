"""The API for people: one page made from the OpenAPI document, so the two cannot disagree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI

_ORDER = ("orders", "products", "returns", "warehouse", "money", "events")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be sent."""

    name: str
    kind: str
    needed: bool
    about: str


@dataclass(frozen=True, slots=True)
class Call:
    """One verb at one address."""

    anchor: str
    verb: str
    path: str
    summary: str
    about: str
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    calls: tuple[Call, ...]


def page(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """`GET /api/v1/docs`."""
    document = api.get_openapi_schema()
    return render(request, "api/docs.html", {"groups": list(groups(document)), "info": document["info"]})


def groups(document: Mapping[str, Any]) -> Iterator[Group]:
    """The calls by resource, in the order of a return's life."""
    found: dict[str, list[Call]] = {name: [] for name in _ORDER}
    for path, verbs in document["paths"].items():
        for verb, call in verbs.items():
            name = (call.get("tags") or ["other"])[-1]
            found.setdefault(name, []).append(_call(document, verb, path, call))
    for name, calls in found.items():
        if calls:
            yield Group(name, tuple(calls))


def _call(document: Mapping[str, Any], verb: str, path: str, call: Mapping[str, Any]) -> Call:
    content = call.get("requestBody", {}).get("content", {}).get("application/json", {})
    return Call(
        anchor=call["operationId"].rsplit("_", 1)[-1] + "-" + verb,
        verb=verb.upper(),
        path=path.removeprefix("/api/v1"),
        summary=call.get("summary", ""),
        about=call.get("description", ""),
        parameters=tuple(
            Field(one["name"], _kind(one.get("schema", {})), one.get("required", False), one["in"])
            for one in call.get("parameters", ())
        ),
        body=tuple(_fields(document, content.get("schema", {}))),
    )


def _fields(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[Field]:
    whole = _resolved(document, schema)
    needed = set(whole.get("required", ()))
    for name, part in whole.get("properties", {}).items():
        inner = _resolved(document, part)
        yield Field(name, _kind(inner or part), name in needed, inner.get("description", ""))


def _resolved(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema behind a reference, or behind "this or nothing"."""
    for choice in schema.get("anyOf", ()):
        if choice.get("type") != "null":
            return _resolved(document, choice)
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    found: Mapping[str, Any] = document["components"]["schemas"][name] if name else schema
    return found


def _kind(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    for choice in schema.get("anyOf", ()):
        if choice.get("type") != "null":
            return _kind(choice)
    kind = schema.get("format") or schema.get("type", "object")
    if kind == "array":
        return "list of " + _kind(schema.get("items", {}))
    return str(schema.get("$ref", kind)).rsplit("/", 1)[-1]
