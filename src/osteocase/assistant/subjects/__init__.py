"""What of the case an utterance speaks of: its records, its times, the sentences of its notes."""
