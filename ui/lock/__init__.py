"""The locked shop: the page that asks, what keeps all else away, and when it comes by itself."""
