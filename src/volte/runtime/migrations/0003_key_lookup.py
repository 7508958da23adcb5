"""Whose key is this? Asked before any shop is entered, so a function of the owner looks past row-level security.

It answers for one digest only, which nobody knows who has not the key.
"""

from django.db import migrations

LOOKUP = """
CREATE FUNCTION volte_key_of(asked text)
RETURNS TABLE (id uuid, shop_id uuid, name text, permissions text[], last_used_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.id, k.shop_id, k.name, k.permissions, k.last_used_on
    FROM public.volte_runtime_apikey k WHERE k.digest = asked AND k.revoked_at IS NULL
$$;
REVOKE ALL ON FUNCTION volte_key_of(text) FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [("volte_runtime", "0002_outbox_wakes")]
    operations = [migrations.RunSQL(LOOKUP, "DROP FUNCTION volte_key_of(text)")]
