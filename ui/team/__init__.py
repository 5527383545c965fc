"""What each of the people who work here has before them and has done."""
