"""The design language as widgets; see the gallery (``dangol --gallery``)."""
