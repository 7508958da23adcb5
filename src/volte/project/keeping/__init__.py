"""Backup and restore of a whole installation: database and files.

A backup is one ZIP file: `tables/<table>` as PostgreSQL's COPY writes them (text, so that any version reads them),
`files/<digest>` as they are, and at its end `manifest.json`: versions, migrations, row counts and checksums. The schema
is not in it: the migrations named in the manifest make it anew.
"""
