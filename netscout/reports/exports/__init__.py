"""Files people take away, each made harmless for the program that will open it."""
