"""Pure rules of dossiers."""
