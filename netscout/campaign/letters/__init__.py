"""Drafts after the request: a reminder, thanks, news, a plea for an introduction; each sentence rests on its fact."""
