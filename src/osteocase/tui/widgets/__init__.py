"""The parts of the screens; each shows what the session holds and sends messages, and decides nothing."""
