"""Quick add: what one typed line says of a task, by rules and tables of words, offline."""
