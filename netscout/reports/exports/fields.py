"""What each file holds: its columns, which formats there are of what, and what each format loses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One column: `kind` is text, day, number, flag (yes or no), link (a profile URL we built) or list (of texts).

    `width` is that of a spreadsheet's column, in characters; `doc` says what stands there; `look` is how a spreadsheet
    shows the number.
    """

    key: str
    kind: str
    width: int
    doc: str
    look: str = ""

    @property
    def title(self) -> str:
        """Return the heading for people: `Connected on`."""
        return _TITLES.get(self.key) or self.key.replace("_", " ").capitalize()


_TITLES = {
    "id": "Id",
    "url": "Profile",
    "display_name": "Name",
    "why": "Why",
    "rank": "Place",
    "strength": "How well you know them",
    "band": "Chance to answer",
    "p_reply": "Chance in per cent",
    "verdict": "Does the job",
    "pure_rank": "Place by score alone",
    "excluded": "Why on no list",
    "note": "Note",
}

PEOPLE = (
    Field("id", "text", 8, "netscout's own id, kept for ever"),
    Field("display_name", "text", 26, "the name as shown, empty if there is none"),
    Field("first_name", "text", 16, ""),
    Field("middle_name", "text", 12, ""),
    Field("last_name", "text", 18, ""),
    Field("credentials", "list", 12, "such as PhD"),
    Field("title", "text", 30, ""),
    Field("company", "text", 26, ""),
    Field("headline", "text", 30, ""),
    Field("emails", "list", 30, "e-mail addresses"),
    Field("phones", "list", 20, "from contact files"),
    Field("url", "link", 40, "profile address, rebuilt from its key"),
    Field("connected_on", "day", 13, ""),
    Field("known_from", "text", 13, "the best source that knows them"),
    Field("gone", "flag", 7, "no longer in the newest export"),
    Field("birthday", "day", 12, "from contact files; without a year as --12-24"),
    Field("labels", "list", 20, "groups and tags of contact files"),
    Field("class_year", "number", 10, ""),
    Field("mentor", "flag", 8, "offers to mentor"),
    Field("you_said", "text", 10, "your own word: close, know, met, stranger"),
    Field("kept_off", "flag", 9, "kept off your lists by you"),
    Field("sent", "number", 7, "direct messages you sent"),
    Field("received", "number", 9, "direct messages they sent"),
    Field("last_message", "day", 13, "day of the last message between you"),
    Field("note", "text", 50, "your notes"),
    Field("last_event", "text", 12, "the latest entry of your log"),
    Field("last_event_on", "day", 13, ""),
)
_PLACES = (
    Field("list", "text", 22, "people with the job, or people who can open doors"),
    Field("target", "text", 16, "the target by which they were chosen"),
    Field("rank", "number", 7, "place on the list"),
    Field("name", "text", 26, '"(no name)" and the id where there is none'),
    Field("title", "text", 30, ""),
    Field("company", "text", 26, ""),
    Field("strength", "text", 23, "how well you know each other"),
    Field("band", "text", 17, "chance to answer, in words"),
    Field("p_reply", "number", 18, "0 to 1", "0%"),
    Field("why", "text", 60, "the first reason"),
)
_NOTE = (Field("note", "text", 50, "your notes"),)
_LINK = (Field("url", "link", 40, "profile address, rebuilt from its key"),)
_FIGURES = (
    Field("verdict", "text", 13, "whether the job is the one you look for"),
    Field("fit", "number", 8, "0 to 1", "0.00"),
    Field("score", "number", 10, "points", "0.0"),
    Field("warmth", "number", 9, "0 to 1", "0.00"),
    Field("evidence", "text", 10, ""),
    Field("pure_rank", "number", 19, "place by score alone"),
    Field("excluded", "text", 20, "why somebody stands on no list"),
    Field("id", "text", 8, "netscout's own id"),
)
SHORTLIST = (*_PLACES, *_LINK, *_FIGURES)
PRIVATE_SHORTLIST = (*_PLACES, *_NOTE, *_LINK, *_FIGURES)
"""With the user's notes. The last column of a file is never free text: split at another separator, the end of such a
cell would meet the next line."""
FIGURES = (*(one for one in _PLACES if one.key in ("list", "rank", "name")), *_FIGURES)
"""The second sheet of a shortlist's workbook; the first has the other columns."""
PLACES = {False: (*_PLACES, *_LINK), True: (*_PLACES, *_NOTE, *_LINK)}
"""The first sheet, by whether the user's notes stand in it."""
EDGES = (
    Field("source", "text", 8, "node, `n1`"),
    Field("source_label", "text", 26, "what it is called"),
    Field("target", "text", 8, ""),
    Field("target_label", "text", 26, ""),
    Field("kind", "text", 16, "tie, works-at, conversation, shared-employer, fits"),
    Field("weight", "number", 9, ""),
    Field("basis", "text", 10, "fact, observed, inferred, judged"),
    Field("probability", "number", 10, ""),
    Field("file", "text", 24, "the file it rests on"),
    Field("evidence", "text", 10, "E0, E1 or E2"),
    Field("sent", "number", 7, "direct messages you sent"),
    Field("received", "number", 9, "direct messages they sent"),
    Field("last_day", "day", 13, "day of the last contact"),
    Field("since_first", "number", 10, "days since the first, empty if unknown"),
    Field("latency", "number", 10, "days they take to answer, empty if unknown"),
)

FORMATS = {
    "people": ("xlsx", "csv", "json", "vcf", "md"),
    "shortlist": ("xlsx", "csv", "json", "vcf", "md"),
    "graph": ("graphml", "gexf", "json", "csv"),
    "cards": ("md",),
    "session": ("html", "md"),
}
"""The formats there are of what, the one to take unless another is named first."""
PERSONAL = {("people", one) for one in FORMATS["people"]} | {("shortlist", "vcf"), ("cards", "md")}
"""Files with e-mail addresses and phone numbers."""

_EVERY = tuple(one.key for one in PEOPLE)
_NOT_IN_CARDS = frozenset(
    (
        *("headline", "connected_on", "known_from", "gone", "class_year", "mentor", "you_said", "kept_off", "sent"),
        *("received", "last_message", "last_event", "last_event_on"),
    )
)
KEPT = {
    "xlsx": _EVERY,
    "csv": _EVERY,
    "vcf": tuple(one for one in _EVERY if one not in _NOT_IN_CARDS),
    "md": tuple(one for one in _EVERY if one not in ("first_name", "middle_name", "last_name")),
}
"""The columns of `PEOPLE` that each format of people carries."""

LOSSES: dict[tuple[str, str], tuple[str, ...]] = {
    ("people", "json"): (),
    ("cards", "md"): (),
    ("people", "csv"): (
        "each single message, invitation, endorsement and recommendation: counts and the last day stay",
        "which file says what: the present values stay",
        "your log but for its latest entry; the days of your notes",
        "line breaks in notes: they become spaces",
        "other owners of a shared workspace, targets, decisions, what was forgotten",
        "a semicolon inside a label, phone number or credential, which then counts as two",
    ),
    ("people", "xlsx"): (
        "all that people as csv loses, but for line breaks, which stay",
        "characters that XML does not allow",
        "text after 32,767 characters of a cell: it is cut, marked and counted",
        "links after the first 60,000: the address stays as text",
    ),
    ("people", "vcf"): (
        "every column that the table above does not give to vcf",
        "control characters; white space at the ends of a note's lines",
        "for somebody without a name: that they have none, as a card must be called something",
    ),
    ("people", "md"): (
        "all that people as csv loses, but for line breaks, which stay",
        "which part of a name is which",
        "control characters; white space at the ends of lines",
    ),
    ("shortlist", "json"): ("people who were not chosen, and how their titles were read beyond one line",),
    ("shortlist", "csv"): ("parts of the score, second and further reasons", "line breaks in notes"),
    ("shortlist", "xlsx"): (
        "parts of the score, second and further reasons",
        "characters that XML does not allow; text after 32,767 characters of a cell, marked and counted",
    ),
    ("shortlist", "vcf"): ("all that the list says of them: names, addresses, phones, job and notes stay",),
    ("shortlist", "md"): ("figures of the score",),
    ("graph", "json"): ("nothing that the graph holds; the graph holds no message and no address",),
    ("graph", "graphml"): ("characters that XML does not allow",),
    ("graph", "gexf"): ("characters that XML does not allow",),
    ("session", "html"): ("everybody who stands on neither list; figures of the score; notes, unless wished for",),
    ("session", "md"): ("everybody who stands on neither list; figures of the score; notes, unless wished for",),
    ("graph", "csv"): ("nodes without a link, and what is said of nodes but their names",),
}
"""What each format cannot carry of what the workspace holds; an empty tuple is a lossless one."""
