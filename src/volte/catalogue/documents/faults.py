"""What is wrong with a document: where, and why, in words that become sentences."""

from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from volte.kit.errors import Invalid
from volte.kit.text import Message, message


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a document: where, and why (a text `document-…`)."""

    field: str
    reason: Message


def refusal(code: str, error: ValidationError) -> Invalid:
    problems = [_problem(found) for found in error.errors(include_url=False, include_input=False)]
    first = problems[0]
    return Invalid(code, field=first.field, reason=first.reason, problems=tuple(problems))


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


def _problem(found: ErrorDetails) -> Problem:
    field = ".".join(str(part) for part in found["loc"]) or "document"
    code = _REASONS.get(found["type"], found["type"] if found["type"].startswith("document_") else "document_malformed")
    context = found.get("ctx", {})
    limit = next((context[name] for name in ("le", "ge", "max_length") if name in context), None)
    words = {"value": context["value"]} if "value" in context else {}
    return Problem(field, message(code, **words) if limit is None else message(code, limit=limit, **words))
