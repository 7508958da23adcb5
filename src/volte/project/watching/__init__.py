"""For those who watch over an installation: a line and a measurement for each request, `/metrics`, the worker's own.

`requests` sees every request pass, `work` every job, `numbers` adds what the database knows (`project.pulse`) when
somebody asks, `page` answers those who may.
"""
