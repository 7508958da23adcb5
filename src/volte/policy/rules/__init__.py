"""Pure rules of the policy: the document, the facts, the decision and its trace."""
