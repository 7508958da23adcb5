"""The scan screens: receive a box, look at what was in it, say where it goes. Gloves, noise, bad network.

Words: a *shift* is who works where until they go home; a *box* is what was scanned; a *count* is what a person says
is in it; a *look* is one unit on the bench; what nobody expected is put *aside* under a number.
"""
