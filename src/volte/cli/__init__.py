"""The program `volte` as people type it: each command parses its words, calls one operation or query, prints."""
