"""The return policy in force, and the same in the shape Google Merchant takes."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge
from volte.kit import ids
from volte.policy import publishing, queries
from volte.returns import wire
from volte.runtime import clock
from volte.runtime.permissions import Permission

router = Router(tags=["policy"])


@router.get("/policy", summary="The policy in force")
def policy(request: HttpRequest) -> HttpResponse:
    """The document as it was written (TOML or JSON), with its version; `published` is the whole of it as everybody
    reads it at `/.well-known/return-policy.json`: terms, rules, sentences, the law beside them. `coming` names the
    versions planned for a later day, the next one first."""
    edge.needs(request, Permission.POLICY_READ)

    def work() -> object:
        now = clock.now()
        version = queries.version_in_force(at=now)
        return {
            "id": ids.public("pol", version.id),
            "version": version.number,
            "hash": f"sha256:{version.digest}",
            "valid_from": wire.moment(version.valid_from),
            "published_by": version.published_by,
            "document": version.document,
            "published": publishing.of_shop(version=version, at=now).json(),
            "coming": [
                {"version": each.number, "hash": f"sha256:{each.digest}", "valid_from": wire.moment(each.valid_from)}
                for each in queries.coming(at=now)
            ],
        }

    return edge.read(request, work)


@router.get("/policy/google-merchant", summary="The policy for Google Merchant")
def google_merchant(request: HttpRequest) -> HttpResponse:
    """`policies` for `accounts.onlineReturnPolicies` of the Merchant API v1: one for each set of countries that are
    told the same. `not_expressed` is what Google cannot be told; its days, for one, are 24 hours each."""
    edge.needs(request, Permission.POLICY_READ)
    return edge.read(request, lambda: publishing.in_force(at=clock.now()).google())
