"""The use cases, one module each: what every face of netscout calls."""
