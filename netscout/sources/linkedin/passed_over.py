"""The files of a LinkedIn archive that are not read, each with its reason."""

from __future__ import annotations

_ASSISTANT = "a talk with an assistant, not with a person"
_PRIVATE = "says nothing of a tie and may be sensitive"
_OWN = "about yourself, not about a tie"
_NOBODY = "names no person"

ASSISTANT_LOGS = frozenset(
    {
        "guide messages",
        "coach messages",
        "learning coach messages",
        "learning role play messages",
        "learningcoachmessages",
    }
)
FOLDERS = {
    "jobs": _PRIVATE,
    "articles": _OWN,
    "verifications": _PRIVATE,
    "services marketplace": _PRIVATE,
}
_GROUPS = (
    (_ASSISTANT, sorted(ASSISTANT_LOGS)),
    (_NOBODY, ["comments", "reactions", "shares", "votes", "instantreposts", "hashtag follows", "company follows"]),
    ("a list of names without a tie", ["member follows"]),
    (
        _OWN,
        [
            "skills", "languages", "certifications", "courses", "projects", "rich media", "profile summary", "honors",
            "publications", "patents", "volunteering", "organizations", "test scores", "causes you care about",
            "learning", "events",
        ],
    ),
    (
        _PRIVATE,
        [
            "phonenumbers", "phone numbers", "whatsapp phone numbers", "searchqueries", "search queries", "saved items",
            "saved jobs", "saved job alerts", "job applications", "job seeker preferences", "logins", "registration",
            "ad targeting", "ads clicked", "inferences about you", "security challenges", "receipts", "receipts v2",
            "lan ads engagement", "private identity asset", "device information", "savedjobalerts",
        ],
    ),
)  # fmt: skip
REASONS = {name: reason for reason, names in _GROUPS for name in names}
