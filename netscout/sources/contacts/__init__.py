"""One small file for each program that exports contacts: its columns and what a row becomes."""
