"""Titles, companies and identities: what a text means, with a verdict and its reason."""
