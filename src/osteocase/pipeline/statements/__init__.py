"""What every kind of fact asks of a statement: whose it is, when it holds, which time and which head govern it."""
