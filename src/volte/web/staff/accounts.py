"""Who may log in, and how often somebody may try."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.http import HttpRequest
from django.urls import reverse

from volte.runtime import throttle, visitors
from volte.runtime.models import Person

# Tries, not failures: what counts only failures must look at the password before it may refuse.
_WINDOW = timedelta(minutes=15)
TRIES_PER_PERSON = 20
TRIES_PER_PERSON_AND_DAY = 100
TRIES_PER_ADDRESS = 120


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Nobody signs up: members are invited. Guessing is counted across all processes."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counted before the password is looked at, for the address tried and for where it comes from."""
        tried = str(credentials.get("email") or credentials.get("username") or "").strip().lower()
        throttle.count(what="login", who=tried, limit=TRIES_PER_PERSON, within=_WINDOW)
        throttle.count(what="login_day", who=tried, limit=TRIES_PER_PERSON_AND_DAY, within=timedelta(days=1))
        throttle.count(what="login_from", who=visitors.counted_as(request), limit=TRIES_PER_ADDRESS, within=_WINDOW)
        super().pre_authenticate(request, **credentials)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where allauth counts tries by address: behind our proxies it is not the proxy's."""
        return visitors.address_of(request) or "127.0.0.1"

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Pages say themselves what happened, in our words."""

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("staff_account") + "?done=password"


def first_password_path(person: Person) -> str:
    """Where a person invited without a password chooses one; opens once, for three days."""
    key = default_token_generator.make_token(person)
    uid = user_pk_to_url_str(person)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": key})
