"""One program for each side of the comparison; each runs in an environment of its own, so they share no import."""
