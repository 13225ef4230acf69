"""The invented people of the samples: words, chance, network, letters, files."""
