"""Everything held about a person, as one archive. It is made when it is asked for, and kept nowhere."""

from volte.privacy import archive, looking, people
from volte.privacy.archive import Gathered
from volte.privacy.rules.looks import What
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


def export(*, by: Actor, ref: str) -> bytes:
    """The archive (ZIP) of the person named by a public id of theirs. Not inside a transaction: a carrier may be asked
    for a label once more. Refuses `person_unknown`."""
    return archive.packed(gather(by=by, ref=ref), by=by)


@operation(Permission.PRIVACY_READ)
def gather(*, by: Actor, ref: str) -> Gathered:
    """What goes into the archive, read at one moment. That it was taken out is noted."""
    person = people.by_ref(ref=ref)
    looking.note(by=by, what=What.EXPORT, subject_id=person.id, email=person.email)
    return archive.gather(person=person)
