"""Task plans: steps that come one after the other, and where they are under way."""
