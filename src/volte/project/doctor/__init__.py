"""`volte doctor`: is all well, and if not, what is to do?

A check is a function without arguments that yields findings; those of one subject stand in one file of `checks/`, and
`command.CHECKS` names the files in order. To add one: copy the smallest, write its sentences `doctor-…` in both
languages. A check changes nothing and never raises for what it looks for.
"""
