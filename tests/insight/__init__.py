"""The published figures about customers, Dangol's and a peer's on the same data, side by side."""
