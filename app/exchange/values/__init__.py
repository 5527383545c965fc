"""Reading single cells as phones, dates, money …; exact, and never inventing a digit."""
