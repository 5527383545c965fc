"""The calendar: month, week, and days as a list."""
