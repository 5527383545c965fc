"""What any page may use."""
