"""Making and changing smart lists."""
