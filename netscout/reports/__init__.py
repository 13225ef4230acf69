"""The page a person reads and keeps: plain numbers first (`view`), then figures (`charts`), then one offline file (`page`)."""
