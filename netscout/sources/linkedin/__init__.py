"""One small file for each kind of LinkedIn table: its columns and what a row becomes."""
