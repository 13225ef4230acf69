"""The one-line help of every command, apart from the commands so that `--help` loads none of them."""

from __future__ import annotations

SUMMARIES = {
    "start": "From your LinkedIn zip or a contacts file to a page that says whom to write to.",
    "demo": "See it on the network of an invented person; needs no data of yours.",
    "load": "Take in a LinkedIn export (zip, folder or files) or contacts of other programs.",
    "target": "The careers you explore: add, list, remove, check.",
    "titles": "Job titles netscout is not sure of; a word of yours settles each.",
    "taxonomy": "Widen what is understood, with an O*NET or ESCO download.",
    "rank": "Whom to ask, best first: people with the job, and people who can open doors.",
    "why": "Why somebody stands where they stand, or why not.",
    "report": "Write the page: whom to write to this week, why, and what to say.",
    "map": "Write the map of your network alone.",
    "draft": "A request to copy, made from checked facts only.",
    "lint": "Hold a draft against the rules of a good message before you send it.",
    "log": "Write down what happened with somebody: asked, replied, met; or take it back.",
    "today": "What to do now in your campaign, the most urgent first.",
    "know": "Say how well you know somebody; it counts more than any data.",
    "avoid": "Keep somebody off your lists (reversible).",
    "explore": "No target yet? The kinds of work present in your own network.",
    "people": "List or search the people of your workspace.",
    "show": "Everything the workspace holds about one person.",
    "merge": "Say that two entries are one person (undoable); alone it lists who may be.",
    "split": "Take a merge back, or set apart rows that are somebody else's.",
    "export": "Files to take away: people, shortlist, network, cards.",
    "changes": "What changed between two of your exports, and who came nearer to a target.",
    "unload": "List what was loaded, and take one of it out again.",
    "forget": "Delete a person, or everything, without a trace in this folder.",
    "backup": "One file with all of your workspace, to keep elsewhere.",
    "restore": "Put a backup back in place.",
    "doctor": "Check that the workspace is sound.",
}
