"""Matching of words and numbers: expressions that try little, and the terms of the lexicon."""
