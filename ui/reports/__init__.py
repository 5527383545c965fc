"""Dashboards of figures and charts; each figure leads to the rows behind it."""
