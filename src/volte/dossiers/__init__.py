"""The evidence dossier of a return: everything that happened, was shown, decided and paid, for whoever has to judge it.

Words: a *section* is one part of what it says (the order, the timeline, the money); its *files* are photos, labels and
papers as they were; the *manifest* holds a digest of each; the *seal* is a signature over the manifest. It reads all
areas and changes none of them. It must never know a face.
"""
