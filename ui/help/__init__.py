"""The help of the program, and the steps that show how something is done."""
