"""What the shop wants to reach, and how far it is."""
