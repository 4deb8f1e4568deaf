"""Events with their times."""
