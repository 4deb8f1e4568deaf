"""Answers to questions, each with the places that it rests on."""
