"""What is wrong with a document: where, and why, in words that become sentences."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from volte.kit.errors import Invalid
from volte.kit.text import Message, message

MOST_SHOWN = 20


def refusal(*, code: str, error: ValidationError) -> Invalid:
    """`field` and `reason` (a text `document-…`) of the first fault; `problems` are the first twenty, by code."""
    problems = [_problem(found) for found in error.errors(include_url=False, include_input=False)[:MOST_SHOWN]]
    shown = [{"field": field, "reason": reason.code} for field, reason in problems]
    return Invalid(code, field=problems[0][0], reason=problems[0][1], problems=shown)


_REASONS = {
    "missing": "document_missing",
    "string_type": "document_not_text",
    "string_unicode": "document_not_unicode",
    "string_too_long": "document_too_long",
    "string_too_short": "document_empty",
    "string_pattern_mismatch": "document_malformed",
    "int_type": "document_not_whole",
    "int_from_float": "document_not_whole",
    "int_parsing_size": "document_too_large",
    "bool_type": "document_not_yes_or_no",
    "greater_than_equal": "document_too_small",
    "less_than_equal": "document_too_large",
    "too_long": "document_too_many",
    "too_short": "document_empty",
    "enum": "document_unknown_word",
    "list_type": "document_not_a_list",
    "tuple_type": "document_not_a_list",
    "dict_type": "document_not_an_object",
    "model_type": "document_not_an_object",
    "model_attributes_type": "document_not_an_object",
}


def _problem(found: ErrorDetails) -> tuple[str, Message]:
    kind = found["type"]
    code = _REASONS.get(kind, kind if kind.startswith("document_") else "document_malformed")
    context = found.get("ctx", {})
    limit = next((context[name] for name in ("le", "ge", "max_length") if name in context), None)
    words = {"value": context["value"]} if "value" in context else {}
    return _field(found["loc"]), message(code, **words) if limit is None else message(code, limit=limit, **words)


def _field(path: tuple[int | str, ...]) -> str:
    """`lines.2.quantity`. Keys are the sender's own words: what is no Unicode is shown as a question mark."""
    written = ".".join(str(part) for part in path) or "document"
    return written.encode("utf-8", "replace").decode()[:200]
