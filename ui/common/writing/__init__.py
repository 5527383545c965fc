"""Where something is written about somebody, and what was written, in words."""
