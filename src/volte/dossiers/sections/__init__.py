"""What a dossier says, part by part: each file reads its areas inside an entered shop and gives plain JSON values.

Next to what programs read (codes, amounts in minor units, moments in UTC) stand sentences (`said`) in the language the
dossier was asked for, and what the customer read in theirs (`shown`).
"""
