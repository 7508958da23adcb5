"""Somebody asks for their own data (GDPR art. 15 and 17): a link to their mailbox, and what it opens.

Asking looks nobody up, so that the answer and its time are the same for everybody. The token is the proof, and is read
here again each time: a page alone lets nobody in.
"""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from volte.catalogue.rules import identity
from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, NotFound, TooMany
from volte.messages import operations as messages
from volte.messages.rules.facts import PrivacyLink
from volte.privacy import archive, links, people, previews, queries
from volte.privacy.operations import erasing
from volte.privacy.people import Person
from volte.privacy.previews import Preview
from volte.privacy.queries import ErasureView
from volte.privacy.rules.erasure import Why
from volte.runtime import throttle
from volte.runtime.actor import Actor
from volte.runtime.models import Shop
from volte.runtime.operation import operation, question
from volte.runtime.permissions import Permission

MAILS_A_DAY = 3
_LONGEST = 254


@operation(Permission.OWN_DATA)
def send_link(*, by: Actor, email: str, language: str) -> None:
    """Send the link to this address, whoever it is and whether or not anything is held under it; no more than three a
    day, silently. Refuses `own_data_address_invalid`."""
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError:
        raise Invalid("own_data_address_invalid") from None
    if len(address) > _LONGEST:
        raise Invalid("own_data_address_invalid")
    try:
        who = f"{by.shop_id.hex} {identity.normal_email(written=address)}"
        throttle.count(what="own-data-address", who=who, limit=MAILS_A_DAY, within=timedelta(days=1))
    except TooMany:
        return
    handle = Shop.objects.values_list("handle", flat=True).get(id=by.shop_id)
    token = links.token(shop_id=by.shop_id, email=address)
    subject = ids.new_id()
    told = PrivacyLink(
        number=f"D{ids.short_number()}", name="", link=f"{settings.PUBLIC_URL}/s/{handle}/my-data/{token}"
    )
    messages.queue(
        by=Actor.system(by.shop_id),
        to=address,
        language=language,
        facts=told,
        subject_id=subject,
        subject_kind="person",
    )


@question(Permission.OWN_DATA)
def look(*, by: Actor, token: str) -> Preview | None:
    """What is held about whoever reads this mailbox, None when nothing is. Refuses as `links.opened`."""
    try:
        return previews.preview(person=_person(by, token))
    except NotFound as error:
        if error.code != "person_unknown":
            raise
        return None


def export_mine(*, by: Actor, token: str) -> bytes:
    """Their archive (ZIP). Not inside a transaction, as `exporting.export`. Refuses as `links.opened`, and
    `person_unknown`."""
    return archive.packed(gather_mine(by=by, token=token), by=by)


@operation(Permission.OWN_DATA)
def gather_mine(*, by: Actor, token: str) -> archive.Gathered:
    """What goes into it."""
    return archive.gather(person=_person(by, token))


@operation(Permission.OWN_DATA)
def erase_mine(*, by: Actor, token: str) -> ErasureView:
    """Erase them, now or as soon as nothing is open any more. Refuses as `links.opened`, and `person_unknown`."""
    person = _person(by, token)
    if previews.preview(person=person).obstacles.any:
        return queries.erasure_of(erasure_id=erasing.postpone(by=by, ref=person.ref, why=Why.ASKED))
    try:
        made = erasing.erase(by=by, ref=person.ref, why=Why.ASKED)
    except Conflict:
        # A return was opened in this very moment: they are erased when it has ended.
        made = erasing.postpone(by=by, ref=person.ref, why=Why.ASKED)
    return queries.erasure_of(erasure_id=made)


def _person(by: Actor, token: str) -> Person:
    return people.by_email(email=links.opened(written=token, shop_id=by.shop_id))
