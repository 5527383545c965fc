"""What rings: native notifications, the tray, and the card in the window where there are none."""
