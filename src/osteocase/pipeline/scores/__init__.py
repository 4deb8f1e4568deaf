"""Scores of pain, function, quality of life and risk."""
