"""The SQLite workspace: one file, one transaction a command, small modules by aggregate."""
