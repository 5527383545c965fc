"""Reports drawn by matplotlib, for window, picture and paper, and the widgets that show them."""
