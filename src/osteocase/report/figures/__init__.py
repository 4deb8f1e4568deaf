"""The figures: each turns its data into a sketch of simple shapes; none knows a file format."""
