"""Fractures."""
