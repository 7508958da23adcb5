"""Words of the insights pages: `{% load insights %}`."""

from django import template

register = template.Library()


@register.filter
def question_text(question: str) -> str:
    """The id of the question's words."""
    return f"insights-question-{question}"
