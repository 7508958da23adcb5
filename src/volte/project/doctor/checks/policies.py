"""Is every shop's policy, in force or planned, still within the law we know?"""

from collections.abc import Iterator

from volte.policy import rechecking
from volte.project.doctor.checks import database
from volte.project.doctor.findings import Finding, ok, warn
from volte.runtime import migrating, tenancy
from volte.runtime.models import Shop


def within_the_law() -> Iterator[Finding]:
    if database.why_not() or migrating.state().missing:
        return
    fallen = 0
    for shop_id, handle in Shop.objects.values_list("id", "handle"):
        with tenancy.entered(shop_id):
            for one in rechecking.fallen():
                fallen += 1
                said = {"shop": handle, "number": one.version.number, "count": len(one.groups)}
                yield warn("policy-fallen", **said) if one.on is None else warn("policy-will-fall", **said, day=one.on)
    if not fallen:
        yield ok("policies")


CHECKS = (within_the_law,)
