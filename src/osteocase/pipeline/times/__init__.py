"""Times as notes tell them, and what each of them is measured from."""
