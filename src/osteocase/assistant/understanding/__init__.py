"""What an utterance wants, in the light of what was said before."""
