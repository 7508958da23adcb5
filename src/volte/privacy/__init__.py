"""What is held about a person, for how long, and who looked: export, erase, keep no longer than needed.

Words: a *person* is everything under one e-mail address (or one customer of the shop without any); an *erasure* is
what was done about one, with its certificate; a *look* is somebody of the staff, or a program, seeing a person's data.
It orchestrates: each area exports and erases its own rows. It must never know a face, and holds no name or address.
"""
