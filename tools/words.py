"""What each setting, key and code means, in words for people; a test finds the ones that are missing."""

from __future__ import annotations

from netscout.lang import texts

GUESS = " **Guess.**"

ME = {
    "name": "your name, where the export does not say it",
    "linkedin": "your own profile URL: tells whose export it is",
    "emails": "your addresses, a list of texts",
    "employer": "your present employer, where the export does not say it",
    "manager": "profile URL, e-mail or name of your manager: never put on a list",
    "employer_known": "`true` once your employer knows of your plans; until then colleagues are kept off the lists",
    "place": "where you live",
    "language": "language of messages and drafts",
}
TARGET = {
    "name": "what you call it; needed",
    "roles": "job titles in your own words, at least one; needed",
    "companies": "companies you would like to work for",
    "industries": "fields of business",
    "places": "towns, regions or countries",
    "seniority": "your level: intern, entry, junior, mid, senior, lead, manager, director, vp, c-level, founder",
    "motivation": "1 (mild interest) to 5 (the dream); the page opens with the highest",
    "mode": "`exploring` or `job-seeking`",
}
CALENDAR = {
    "weekend": "days you do not count, by their first three letters",
    "holidays": "dates you do not count, such as `2026-12-25`",
}
QUESTION = {
    "text": "the question; needed",
    "phase": "where it belongs: opening, work, entry, culture, trends, advice or close",
    "minutes": "how long the answer may take, 1 to 5",
    "target": "only in talks for this target; for all, if it is left out",
}
MEASURED = ("facet_company", "keep_months")
"""Settings that are no guess of ours."""
SETTINGS = {key: words + ("" if key in MEASURED else GUESS) for key, words in texts("settings").items()}
LIMITS = {
    "archive_members": "files in one zip",
    "archive_bytes": "bytes of one zip when unpacked",
    "archive_ratio": "unpacked size over packed size",
    "archive_ratio_from": "unpacked bytes of one file before that ratio is looked at",
    "file_bytes": "bytes of one file",
    "field_bytes": "bytes of one cell",
    "columns": "columns of one table",
    "rows": "rows of one table",
    "folder_files": "files in one folder",
    "folder_depth": "folders within folders",
}
NODES = {
    "ego": {"kind": "`ego`", "label": "you", "x": "beside the map, on the left", "y": "0"},
    "person": {
        "kind": "`person`; the node is the person's id",
        "label": "name, or (no name) and the id",
        "company": "as written",
        "title": "as written",
        "connected_on": 'day, `""` if unknown',
        "known_from": "as in table people",
        "community": 'how you met, `""` if unknown',
        "evidence": "`E0`, `E1` or `E2`",
        "user_label": 'your label, `""` if none',
        "strength": "your label, else the band of warmth",
        "warmth_band": "by the record alone: warm, cooling, dormant or unknown",
        "verdict": 'for the target of the graph: match, related, no or unknown; `""` without a target',
        "verdict: NAME": "the same for each further target; left out if there is none",
        "band": "chance to answer: likely, may, long shot or not known",
        "p_reply": "the same as a number, 0 to 1",
        "practitioner_rank": "place on the list of practitioners of the page, 0 if not chosen",
        "connector_rank": "place on the list of connectors of the page, 0 if not chosen",
        "x": "place on the map by kind of work: the distance of two people is 1, the middle of the map 0",
        "y": "the same, upwards",
        "area": "kind of work as on the map, `Not understood` if unknown",
    },
    "organisation": {
        "kind": "`organisation`; the node is `company:` and its key",
        "label": "name to show",
        "sector": 'field of business, `""` if unknown',
        "members": "number of your people there",
        "x": "middle of its largest circle on the map; where it has none, of its people",
        "y": "the same, upwards",
    },
    "target": {
        "kind": "`target`; the node is `target:` and its name",
        "label": "name of the target",
        "x": "beside the map, on the right",
        "y": "0",
    },
}
EDGES = {
    "tie": {
        "kind": "`tie`: you and a person",
        "weight": "warmth, 0 to 1",
        "sent": "direct messages you sent",
        "received": "direct messages they sent",
        "last_day": 'day of the last one, `""` if none',
        "since_first": "days since the first message, left out if there is none",
        "latency": "median days until they answered, left out if unknown",
        "evidence": "`E0`, `E1` or `E2`",
        "basis": "`fact`: a file says so",
        "probability": "1",
        "source": "file it rests on",
    },
    "works-at": {
        "kind": "`works-at`: a person and an organisation",
        "weight": "1",
        "basis": "`fact`",
        "probability": "1",
        "source": "file it rests on",
    },
    "conversation": {
        "kind": "`conversation`: two people seen in one thread; never that they know each other",
        "basis": "`observed`: seen together, no more",
        "probability": "that they do. **Guess.**",
        "weight": "1/(n - 1) for a thread of n people",
        "source": "file it rests on",
    },
    "shared-employer": {
        "kind": "`shared-employer`: two people at one employer now; never that they know each other",
        "basis": "`inferred`",
        "probability": "that they do: your contacts there / 1,000, at most .5; doubled, at most .6, for one title and "
        "connected within two weeks; under .05 no edge; from 200 contacts there on only the latter. **Guess.**",
        "weight": "0",
        "source": "file it rests on",
    },
    "fits": {
        "kind": "`fits`: a person and the target",
        "weight": "fit, above 0",
        "basis": "`judged`: our reading of the title",
        "probability": "1; how sure the reading is stands in the fit",
        "source": "file it rests on",
    },
}
_AGAIN = "Download the export again, or request a new one."
_SINGLE = "Unpack it and load the files you need one by one."
_LOOK = "See the message: it names the place and the next step."
ERRORS = {
    "unknown-event": ("no event of the log has that name", "`netscout log --help` lists them."),
    "future": ("a day still to come, and the log holds what has happened", "Only --for may name one."),
    "E-impossible": (
        "an entry that cannot be true where things stand, such as a talk confirmed that was never fixed",
        "Look at `netscout log PERSON`: what came before may be missing.",
    ),
    "too-long": ("a text longer than a note may be", "Keep the long form in a file, and the gist here."),
    "no-talk": (
        "nothing to reflect on: no talk with them is logged",
        "If you talked, log it: `netscout log PERSON met`.",
    ),
    "empty-file": ("the file has no content", _AGAIN),
    "unrecognised-header": (
        "no table netscout knows; the columns seen and the columns needed are named",
        "Check that it is the right file; name it with `--source` where that is offered.",
    ),
    "no-network-files": (
        "an archive without connections or messages: the first of two parts",
        "Wait for the second e-mail (within a day) and load that archive. Nothing is wrong with your network.",
    ),
    "not-a-zip": ("a file named .zip that is none, often an expired link saved as a page", _AGAIN),
    "damaged-archive": ("the archive is cut off or a file in it is broken", _AGAIN),
    "unsafe-path": ("a file in the archive would land outside a folder; nothing was written", _AGAIN),
    "not-a-backup": (
        "the file given to `restore` is no backup netscout wrote, or holds more than one should",
        "Give the file `netscout backup` wrote.",
    ),
    "rule": (
        "a draft is not written, as it breaks a rule of a good message",
        "See the message: it names the rule, and the next line mends it.",
    ),
    "limit": (
        "a limit on asking stands against a request: too many are open, or the last is too near",
        "See the message: it names who holds the open requests, and when they end.",
    ),
    "not-a-draft": (
        "the file given to `lint` is no draft: a header is missing, unknown or double, it is no text or far too long",
        "See the message: it names the line; `netscout draft --out FILE` writes one to compare.",
    ),
    "not-a-taxonomy": (
        "the path given to `taxonomy add` holds no readable O*NET or ESCO table",
        "Download the O*NET database (text or Excel) or the ESCO CSV files, and give that path.",
    ),
    "old-taxonomy": ("an O*NET database before 25.1, not in O*NET-SOC 2019", "Download the present one and add that."),
    "damaged-taxonomy": (
        "an added taxonomy is cut off, or was written by another version",
        "`netscout taxonomy remove NAME`, then add the download again.",
    ),
    "unknown-me": (
        "what `--me` gives is no LinkedIn profile address and no e-mail address",
        "Give the address of your own profile, such as https://www.linkedin.com/in/you.",
    ),
    "nested-zip": ("a zip within a zip within a zip", "Unpack it and load the inner one."),
    "encrypted-archive": ("the archive asks for a password", _SINGLE),
    "archive-too-large": ("the archive unpacks to more than the limit", _SINGLE),
    "too-many-members": ("the archive holds more files than the limit", _SINGLE),
    "not-found": ("there is nothing at that path", "Check the spelling."),
    "not-a-file": ("a link, pipe or device stands there", "Give a file or a folder."),
    "no-permission": ("the system does not let you read it", "Look at the permissions."),
    "file-too-large": ("a file of answers larger than any page saves", "Save the answers from the page again."),
    "bad-answers": (
        "a file of answers that is damaged, of another version, or without one answer that can be taken",
        "Write the page again and save the answers from it.",
    ),
    "bad-people": ("a whole workspace as JSON that is damaged, or of another version", "Export it again."),
    "one-at-a-time": (
        "several folders of cards or JSON files in one load",
        "Give the command once for each.",
    ),
    "duplicate-member": (
        "two tables of one kind and name in one load; none was chosen silently",
        "Load the one you mean by itself.",
    ),
    "unknown-source": ("`--source` names a kind netscout does not read", "Use `auto`."),
    "unknown-field": (
        "`--map` names a field there is not, or stands beside a `--source` of another kind",
        "Give one of the fields the message lists.",
    ),
    "unknown-column": ("`--map` names a column the file does not have", "Give the columns as the file spells them."),
    "unknown-date-order": ("`--date-order` is none of auto, mdy, dmy", "Use one of the three."),
    "owner-conflict": (
        "`--me` says one thing, the export another",
        "Give the URL or address that stands in the export, or another workspace.",
    ),
    "no-workspace": ("there is no workspace at that place yet", "Begin with `netscout start` or `netscout load`."),
    "changed-meanwhile": (
        "somebody was forgotten while this was being worked out; nothing was written",
        "Give the command again.",
    ),
    "busy": ("another netscout is writing; nothing was changed", "Try again in a moment."),
    "damaged-store": (
        "the database is damaged; it was left as it is",
        "Put a backup back with `netscout restore`, or use another folder.",
    ),
    "newer-store": ("the workspace was written by a newer netscout", "Install the newest netscout."),
    "no-space": ("the disk is full; nothing was changed", "Free some space and give the command again."),
    "io-error": ("the system could not read or write the workspace", "Look at the disk, then give the command again."),
    "read-only": ("the workspace may not be written to", "Look at the permissions, or use another folder."),
    "error": ("a fault without a name of its own", _LOOK),
    "input": ("a file that cannot be taken in", _LOOK),
    "store": ("a workspace that cannot be opened, read or written", _LOOK),
    "settings": ("`targets.toml` cannot be read, or holds a key or value netscout does not know", _LOOK),
    "unknown-target": ("no target bears that name", "`netscout target list` names them."),
    "unknown-person": (
        "nobody in the workspace answers to that id, URL, e-mail or name",
        "Search with `netscout people`.",
    ),
    "ambiguous-person": ("several people bear that name; they are listed", "Give the id of the one you mean."),
    "refused": ("a request netscout does not carry out, with the rule behind it", _LOOK),
    "output": (
        "a file cannot be written where you asked for it; the old one is kept",
        "Choose another place with `--out`.",
    ),
}
_NONE = "Nothing."
_NEW = "Ask LinkedIn for a new export when you can."
NOTICES = {
    "no-url-column": ("an old export without profile URLs: people are matched by name", _NEW),
    "ambiguous-date-order": ("day and month could be swapped; how they were read is said", "Give `--date-order`."),
    "mixed-date-order": ("dates of both orders in one file", "Give `--date-order`."),
    "duplicate-header": ("columns of one name; the first of them was read", _NONE),
    "rows-above-header": (
        "the column names stand below other lines, and nothing below them; those lines were not read",
        "Put the line of column names first, and load the file again.",
    ),
    "bad-date": ("dates that are none; the person stays, the date is empty", _NONE),
    "ragged-row": ("rows with more or fewer cells than the header; nothing was shifted", _NONE),
    "mixed-encoding": ("a file in two encodings; each line was read in its own", _NONE),
    "assumed-cp1252": ("a file that is not UTF-8, read as Western European", "Look whether the names are right."),
    "unclosed-quote": ("a quotation mark without its partner; at most that row is lost, and counted", _NONE),
    "owner-unknown": ("the export does not say whose it is", "Give `--me` with your profile URL or e-mail address."),
    "unknown-file": ("a file of the archive that netscout has no rule for; it was left alone", _NONE),
    "other-owner": ("the export of another member; it is kept beside yours", "Lists stay those of the first owner."),
    "unknown-person": (
        "answers of a page about people who are not in the workspace, forgotten ones among them; any others were taken",
        "Make the report again and answer there.",
    ),
    "bad-answer": ("answers of a page that cannot be taken, each with its reason; any others were taken", _NONE),
    "forgotten": (
        "rows about people you asked netscout to forget; they were left out",
        "Nothing; or `netscout forget --let-return`, then load the file again.",
    ),
    "many-gone": (
        "far fewer people than in the export before",
        "Check that the export is whole; nobody was removed. `netscout unload N` takes the load out again.",
    ),
    "vcard-bad-line": ("lines of a vCard file that are no line of a card; the cards were kept", _NONE),
    "vcard-unterminated": ("cards without an end, of a file that was cut off; what they hold was kept", _NONE),
    "nobody": ("rows came in, and none of them names anybody", "Load the whole archive, or a file with people in it."),
    "card-bad-line": (
        "lines of cards that make no sense; the rest of their cards was taken",
        "Mend the lines named and load the cards again.",
    ),
    "card-unknown-event": (
        "entries on cards of a kind that netscout does not know; they were kept, and move nothing",
        "`netscout log PERSON` shows them. Update netscout if a later version wrote the cards.",
    ),
    "hidden-members": ("rows that hold only a date: LinkedIn withheld the names", _NONE),
}
