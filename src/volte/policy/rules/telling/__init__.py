"""How is the policy told to a customer who knows no law? The same rules that decide, as sentences; codes, not words."""
