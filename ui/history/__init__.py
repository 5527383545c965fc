"""What has been done, and taking it back."""
