"""Payment providers. `stripe` is the language; `simulator` speaks it over a line of its own."""
