"""`make bench`: what Volte costs, each figure against a reference measured in the same run."""
