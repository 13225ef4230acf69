"""The interview campaign: drafts from checked facts."""
