"""Looking for a new version when somebody asks, and taking it in at the next start."""
