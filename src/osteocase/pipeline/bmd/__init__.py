"""Bone densitometry."""
