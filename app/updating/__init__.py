"""New versions of Dangol: looked for when asked, proved, tried, and taken back if need be."""
