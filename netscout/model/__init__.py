"""One idea a module, as frozen values; standard library only."""
