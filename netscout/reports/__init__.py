"""The page a person reads and keeps: numbers first (`view`), then figures (`charts`), then one file (`page`)."""
