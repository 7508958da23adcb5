"""What was said, who may read it, who has the next word."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from volte.kit.errors import Invalid
from volte.messages.rules import thread
from volte.messages.rules.thread import AuthorKind, Entry


def _entry(minute: int, author: AuthorKind, *, visible: bool = True) -> Entry:
    at = datetime(2026, 11, 20, 12, minute, tzinfo=UTC)
    return Entry(UUID(int=minute), author, "x", "…", visible, (), at)


def test_the_customer_waits_from_the_first_message_nobody_answered() -> None:
    shopper, member = AuthorKind.SHOPPER, AuthorKind.MEMBER
    said = [_entry(0, shopper), _entry(1, member), _entry(2, shopper), _entry(3, shopper)]
    assert thread.waiting_since(said) == said[2].at
    assert thread.waiting_since([*said, _entry(4, member)]) is None


def test_a_note_or_a_machine_is_no_answer() -> None:
    asked = _entry(0, AuthorKind.SHOPPER)
    note, machine = _entry(1, AuthorKind.MEMBER, visible=False), _entry(2, AuthorKind.SYSTEM)
    assert thread.waiting_since([asked, note, machine]) == asked.at


def test_notes_stay_inside() -> None:
    note, said = _entry(0, AuthorKind.MEMBER, visible=False), _entry(1, AuthorKind.MEMBER)
    assert thread.shown_to_customer([note, said]) == (said,)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Bonjour  ", "Bonjour"),
        ("a\r\n\r\n\r\n\r\nb", "a\n\nb"),
        ("\x00a\x07b\x7f\tc", "ab\tc"),
        ("ligne \nligne", "ligne\nligne"),
    ],
)
def test_text_is_tidied_not_changed(written: str, kept: str) -> None:
    assert thread.tidy_text(written=written) == kept


@pytest.mark.parametrize("written", ["", " \n\t ", "\x00"])
def test_an_empty_message_is_refused(written: str) -> None:
    with pytest.raises(Invalid, match="message_empty"):
        thread.tidy_text(written=written)


def test_too_long_and_too_many_are_refused_with_the_limit() -> None:
    with pytest.raises(Invalid) as long:
        thread.tidy_text(written="x" * (thread.LONGEST + 1))
    assert long.value.params == {"longest": thread.LONGEST, "length": thread.LONGEST + 1}
    with pytest.raises(Invalid, match="message_attachments_too_many"):
        thread.tidy_attachments(digests=[str(number) for number in range(6)])
    assert thread.tidy_attachments(digests=["a", "b", "a"]) == ("a", "b")
