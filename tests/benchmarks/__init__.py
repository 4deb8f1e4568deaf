"""Speed beside that of other tools, measured in one run; no test, since a clock is none."""
