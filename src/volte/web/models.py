"""What a person arranged for themselves at the desk. Nothing of a shop's business stands here."""

from django.db import models

from volte.runtime.models import Member
from volte.runtime.rows import ShopRow


class SavedView(ShopRow):
    """A list somebody opens often, under a name of their own: `query` is the address's query string."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    query = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "name"], name="saved_view_once_per_member")]
