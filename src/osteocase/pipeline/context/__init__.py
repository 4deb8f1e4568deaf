"""What the words around a statement say of it: negation, doubt, history, plans and other people (ConText)."""
