"""What the shop's own wins and losses tell of a deal; brings numpy along, so import it late."""
