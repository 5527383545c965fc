"""Who is in the book twice: found, weighed and explained; merging is somebody else's."""
