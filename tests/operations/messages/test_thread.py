"""What is said about a case stays in order, and what is for colleagues stays inside."""

from uuid import UUID

import pytest

from volte.kit.errors import Invalid, NotAllowed, NotFound
from volte.messages import operations, queries
from volte.messages.rules import thread
from volte.messages.rules.thread import AuthorKind
from volte.runtime import files, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent


def test_a_conversation_reads_in_order_and_notes_stay_inside(owner: Actor, case: UUID) -> None:
    operations.ask(by=owner, subject_id=case, name="Camille", text="Faut-il un carton ?")
    operations.note(by=owner, subject_id=case, text="Cliente fidèle, soyons souples.")
    operations.say(by=owner, subject_id=case, text="Non, le sac suffit.")
    with tenancy.entered(owner.shop_id):
        inside, outside = queries.thread(subject_id=case), queries.conversation(subject_id=case)
        kinds = OutboxEvent.objects.order_by("id").values_list("kind", "data__author_kind")
        assert list(kinds) == [("message.posted", "shopper"), ("message.posted", "member")]
    assert [(entry.author_kind, entry.author_name) for entry in inside] == [
        (AuthorKind.SHOPPER, "Camille"),
        (AuthorKind.MEMBER, "Odile"),
        (AuthorKind.MEMBER, "Odile"),
    ]
    assert [entry.text for entry in outside] == ["Faut-il un carton ?", "Non, le sac suffit."]
    assert thread.waiting_since(inside) is None


def test_a_shopper_comes_through_the_journey_or_not_at_all(owner: Actor, case: UUID) -> None:
    shopper = Actor.shopper(owner.shop_id, order_id=case, language="fr")
    with pytest.raises(NotAllowed):
        operations.ask(by=shopper, subject_id=case, name="Eve", text="?")
    with tenancy.entered(owner.shop_id):
        assert queries.thread(subject_id=case) == []


def test_attachments_are_files_of_this_shop(owner: Actor, other_shop: UUID, case: UUID) -> None:
    with tenancy.entered(owner.shop_id):
        photo = files.keep(b"jpeg", media_type="image/jpeg").digest
    with tenancy.entered(other_shop):
        strange = files.keep(b"other", media_type="image/jpeg").digest
    operations.say(by=owner, subject_id=case, text="Voici.", attachments=[photo])
    with pytest.raises(NotFound, match="file_unknown"):
        operations.say(by=owner, subject_id=case, text="Voici.", attachments=[strange])
    with tenancy.entered(owner.shop_id):
        assert queries.holds(subject_id=case, digest=photo)
        assert not queries.holds(subject_id=case, digest=strange)


def test_a_file_on_a_note_is_not_the_customers(owner: Actor, case: UUID) -> None:
    with tenancy.entered(owner.shop_id):
        photo = files.keep(b"jpeg", media_type="image/jpeg").digest
    operations.note(by=owner, subject_id=case, text="Voir photo.", attachments=[photo])
    with tenancy.entered(owner.shop_id):
        assert not queries.holds(subject_id=case, digest=photo)


def test_nothing_empty_is_kept(owner: Actor, case: UUID) -> None:
    with pytest.raises(Invalid, match="message_empty"):
        operations.say(by=owner, subject_id=case, text=" \n ")
    with tenancy.entered(owner.shop_id):
        assert queries.thread(subject_id=case) == []
