"""The words of an utterance: spelling, shorthand, numbers, times and known terms."""
