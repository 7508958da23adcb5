"""The workspace's pages on personal data: find, export, erase, terms, who looked, what customers said."""
