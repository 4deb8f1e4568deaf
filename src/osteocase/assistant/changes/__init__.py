"""Changes of the case: corrections, additions, and what guards them."""
