"""The command line: one thin file a command, loaded by name on demand."""
