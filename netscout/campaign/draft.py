"""A request for a talk, made from checked facts alone; every sentence about a shared past carries its fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from netscout.errors import RefusedError
from netscout.lang import fill, texts
from netscout.model.days import month_of
from netscout.model.draft import POSITIONS, Draft, DraftFacts
from netscout.model.lists import CONNECTORS

NOTE_LIMIT = 200
"""Characters of a LinkedIn invitation note for a free account, counted as UTF-16 code units (the cautious reading)."""
SUBJECT_LIMIT = 60
AWHILE_DAYS, RECENT_DAYS = 365, 28
"""Silence after which a request may say that it has been a while; after which it names the last exchange."""

_LEDGER = "your referrals"
_HOLDS = ("holds", "same-code")
"""Levels of those who do the work now."""
_FIELDS = frozenset(
    [
        "accounting",
        "administration",
        "advertising",
        "analytics",
        "architecture",
        "auditing",
        "banking",
        "biology",
        "catering",
        "chemistry",
        "coaching",
        "communication",
        "communications",
        "computing",
        "construction",
        "consulting",
        "counselling",
        "data",
        "design",
        "development",
        "economics",
        "education",
        "engineering",
        "fashion",
        "film",
        "finance",
        "fundraising",
        "gardening",
        "health",
        "healthcare",
        "hospitality",
        "insurance",
        "intelligence",
        "journalism",
        "law",
        "learning",
        "logistics",
        "management",
        "manufacturing",
        "marketing",
        "medicine",
        "music",
        "nursing",
        "operations",
        "photography",
        "physics",
        "politics",
        "programming",
        "psychology",
        "publishing",
        "purchasing",
        "recruiting",
        "recruitment",
        "research",
        "retail",
        "sales",
        "science",
        "security",
        "software",
        "statistics",
        "strategy",
        "sustainability",
        "teaching",
        "technology",
        "theatre",
        "tourism",
        "training",
        "transport",
    ]
)
"""Last words of a role phrase that name a field of work."""
_VOWEL_SOUND = frozenset("aeiouAEIOU")
_LETTERS_SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")


def versions(facts: DraftFacts, channel: str, today: date, note_limit: int = NOTE_LIMIT) -> Iterator[Draft]:
    """Return the request, then the same without a word of oneself, then of how the two are connected (raises alike)."""
    whole = request(facts, channel, today, note_limit=note_limit)
    silent = () if facts.own_trade or not facts.i_work else (replace(facts, i_work=""),)
    without_me = (request(one, channel, today, note_limit=note_limit) for one in silent)
    brief = (request(facts, channel, today, note_limit=note_limit, brief=True) for _ in range(bool(whole.facts)))
    return chain([whole], without_me, brief)


def request(
    facts: DraftFacts, channel: str, today: date, *, note_limit: int = NOTE_LIMIT, brief: bool = False
) -> Draft:
    """Return a request for a talk in the given channel (note, message, email or call).

    `note_limit` is how many characters an invitation note may have; `brief` leaves out how the two are connected
    and what the user does.

    Raises:
        RefusedError: the channel holds no request, or the person has no name to write.
    """
    if channel == "card":
        raise RefusedError("a card is for thanks, not for a request.", "Use --channel message, email, note or call.")
    if not facts.first_name and not facts.name:
        raise RefusedError("this contact has no name, so nobody can be greeted.", "Look at the profile first.")
    words = texts("request")
    values = _values(facts)
    if channel == "note":
        if facts.connected_on:
            raise RefusedError("you are connected already; a note goes with an invitation.", "Use --channel message.")
        note, claim = _note(facts, values, note_limit, brief=brief)
        return _draft(facts, channel, "", note, [claim])
    connection = _Claim() if brief else _connection(facts, values, today, spoken=channel == "call")
    aim = _aim(facts, values, today, brief=brief)
    claims = [connection, aim]
    rest = [fill(one, values) for one in (*_why(facts, values, connection), *_ask(facts, channel))]
    text = " ".join(one for one in (connection.sentence, aim.sentence, *rest) if one)
    if channel == "call":
        script = [fill(words["call_open" if facts.me else "call_open_unsigned"], values), text]
        return _draft(facts, channel, "", "\n\n".join(script), claims)
    signed = fill(words["signature"], values) if facts.me else ""
    whole = "\n\n".join([fill(words["greeting"], values), text, *([signed] if signed else [])])
    subject = _subject(facts, values) if channel == "email" else ""
    return _draft(facts, channel, subject, whole, claims)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence about a shared past, with its fact and file; "" where nothing is worth saying."""

    sentence: str = ""
    fact: str = ""
    source: str = ""


def _draft(facts: DraftFacts, channel: str, subject: str, body: str, claims: Sequence[_Claim]) -> Draft:
    proven = [one for one in claims if one.fact]
    proofs = tuple((one.fact, one.source) for one in proven)
    said = tuple(one.sentence for one in proven)
    return Draft(facts.name, "request", channel, facts.mode, subject, body, proofs, said)


def question(facts: DraftFacts) -> str:
    """Return what to ask this person, in one sentence."""
    words = texts("request")
    if facts.list == CONNECTORS:
        return words["question_connector"]
    return words["question_practitioner" if facts.level in (*_HOLDS, "held") else "question_related"]


def with_article(role: str) -> str:
    """Return a role phrase as it stands in a sentence: `an HR manager`, `a data analyst`, `a UX researcher`."""
    words = [word if _is_acronym(word) else word.lower() for word in role.split()]
    if not words:
        return ""
    first = words[0]
    if _is_acronym(first) and not first.isalpha():
        vowel = first[0] in _VOWEL_SOUND
    elif _is_acronym(first):
        vowel = first[0] in _LETTERS_SAID_WITH_A_VOWEL
    else:
        vowel = first[0] in _VOWEL_SOUND and not first.startswith(("uni", "use", "eu", "one"))
        vowel = vowel or first.startswith(("hono", "hour", "heir", "honest"))
    return f"{'an' if vowel else 'a'} {' '.join(words)}"


def as_role(role: str) -> str:
    """Return a role phrase behind "work": `as a data analyst`; a field of work stands as `in data science`."""
    said = with_article(role)
    if not said:
        return ""
    return f"in {said.split(' ', 1)[1]}" if is_field(role) else f"as {said}"


def is_field(role: str) -> bool:
    """Return whether a role phrase names a field of work rather than somebody who works in it."""
    words = role.casefold().split()
    return bool(words) and words[-1] in _FIELDS


def _is_acronym(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and sum(char.isupper() for char in letters) > len(letters) / 2


def _values(facts: DraftFacts) -> dict[str, str]:
    return {
        "first": facts.first_name or facts.name,
        "me": facts.me,
        "a_role": with_article(facts.role),
        "as_role": as_role(facts.role),
        "as_me": as_role(facts.i_work),
        "company": "" if facts.internal else facts.company,
        "referrer": facts.referrer,
        "internal": facts.internal,
        "employer": facts.former_employer,
        "year": facts.former_until,
        "month": "",
    }


def _connection(facts: DraftFacts, values: dict[str, str], today: date, *, spoken: bool = False) -> _Claim:
    """Return the first true sentence about the two of us."""
    words = texts("request")
    key, fact, source = _shared(facts, values, today)
    if spoken and f"{key}_call" in words:
        key = f"{key}_call"
    return _Claim(fill(words[key], values), fact, source) if key else _Claim()


def _aim(facts: DraftFacts, values: dict[str, str], today: date, *, brief: bool) -> _Claim:
    """Return what the user is after, with their present job where it is known to them and may be news to the reader."""
    words = texts("request")
    is_news = bool(facts.i_work) and not facts.internal and facts.label != "close" and not _wrote_lately(facts, today)
    if not facts.own_trade and (brief or not is_news):
        return _Claim(fill(words["aim"], values))
    own = "aim_own_internal" if facts.internal else "aim_own"
    return _my_work(facts, fill(words[own if facts.own_trade else "aim_self"], values))


def _wrote_lately(facts: DraftFacts, today: date) -> bool:
    """Return whether the two wrote to each other in the last weeks."""
    silent = (today - date.fromisoformat(facts.last_wrote)).days if facts.last_wrote else RECENT_DAYS
    return silent < RECENT_DAYS


def _my_work(facts: DraftFacts, sentence: str) -> _Claim:
    """Return a sentence on what the user does, with the position or headline that says so."""
    said = f"your position as {facts.i_work}" if facts.i_work_from == POSITIONS else f"your headline: {facts.i_work}"
    return _Claim(sentence, said, facts.i_work_from)


def _shared(facts: DraftFacts, values: dict[str, str], today: date) -> tuple[str, str, str]:
    """Return the key of the sentence ("" for none), its fact and file, and put the month or year into the values."""
    if facts.put_off:
        values["month"] = month_of(facts.put_off, today)
        return "connection_put_off", f"their answer of {facts.put_off}", "your log"
    if facts.referrer:
        return "connection_referred", f"{facts.referrer} named them on {facts.referred_on}, and may be named", _LEDGER
    if facts.label == "close":
        return "", "", ""
    if facts.internal:
        return "connection_internal", f"your position at {facts.internal}", "Positions.csv"
    return _past(facts, values, today)


def _past(facts: DraftFacts, values: dict[str, str], today: date) -> tuple[str, str, str]:
    """Return the same of what files hold: messages, a former employer, the day of the connection."""
    if facts.they_wrote:
        values["month"] = month_of(facts.they_wrote, today)
        return "connection_they_wrote", f"their direct message of {facts.they_wrote}", "messages.csv"
    if facts.last_wrote and not _wrote_lately(facts, today):
        silent = (today - date.fromisoformat(facts.last_wrote)).days
        values["month"] = month_of(facts.last_wrote, today)
        key = "connection_wrote_again" if silent >= AWHILE_DAYS else "connection_wrote"
        key = "connection_wrote_last" if facts.mine_last else key
        return key, f"last direct message on {facts.last_wrote}", "messages.csv"
    if facts.former_employer:
        key = "connection_former_employer" if facts.former_until else "connection_former_employer_now"
        return key, f"a position of yours at {facts.former_employer}", "Positions.csv"
    if not facts.connected_on or facts.last_wrote:
        return "", "", ""
    values["year"] = facts.connected_on[:4]
    return "connection_since", f"connected on {facts.connected_on}", "Connections.csv"


def _why(facts: DraftFacts, values: dict[str, str], connection: _Claim) -> list[str]:
    """Return why this person is asked; a company that the connection names is not named again."""
    text = texts("request")
    if facts.list == CONNECTORS:
        if facts.recommended_me:
            why = "connector_recommended"
        elif facts.meets_people:
            why = "connector_role"
        elif facts.target_people_at_company and values["company"]:
            why = "connector_company"
        else:
            why = "connector_plain"
        return [text[why], text["connector_learn"]]
    named = facts.former_employer and connection.source == POSITIONS
    at = "at" if values["company"] and not named else "alone"
    if facts.level in _HOLDS:
        field = "" if facts.level == "holds" and not is_field(facts.role) else "field_"
        why = f"practitioner_own_{at}" if facts.own_trade else f"practitioner_{field}{at}"
    elif facts.level == "held":
        why = "practitioner_own_held" if facts.own_trade else "practitioner_held"
    else:
        why = f"practitioner_near_{at}"
    return [text[why], text["learn"]]


def _ask(facts: DraftFacts, channel: str) -> list[str]:
    text = texts("request")
    seeking = "job_seeking_internal" if facts.internal else "job_seeking"
    aim = text[seeking if facts.mode == "job-seeking" else "exploring"]
    if channel == "call":
        return [text["call_ask"], aim]
    if facts.list == CONNECTORS:
        return [text["connector_ask"], aim, text["way_out"]]
    return [text["close_ask" if facts.label == "close" else "ask"], aim, text["way_out"]]


def _note(facts: DraftFacts, values: dict[str, str], limit: int, *, brief: bool) -> tuple[str, _Claim]:
    words = texts("request")
    said = "_open" if facts.mode == "job-seeking" else ""
    claim = _Claim() if brief or not facts.referrer else _connection(facts, values, date.min)
    keys = ["note_connector" if facts.list == CONNECTORS else "note_practitioner", "note_practitioner_short"]
    own = [] if facts.list == CONNECTORS or not facts.own_trade else ["note_own"]
    for key in (["note_referred"] if claim.fact else []) + own + keys:
        text = fill(words[key + said], values).rstrip()
        if len(text.encode("utf-16-le")) // 2 <= limit:
            return text, _of_note(key, claim, facts, values)
    raise RefusedError("the names are too long for an invitation note.", "Use --channel message.")


def _of_note(key: str, connection: _Claim, facts: DraftFacts, values: dict[str, str]) -> _Claim:
    """Return what a note of this key claims."""
    if key == "note_own":
        return _my_work(facts, fill(texts("request")["note_own_claim"], values))
    return connection if key == "note_referred" else _Claim()


def _subject(facts: DraftFacts, values: dict[str, str]) -> str:
    words = texts("request")
    if facts.list == CONNECTORS:
        key = "subject_connector"
    elif facts.level == "held" and facts.own_trade:
        key = "subject_own_held_field" if is_field(facts.role) else "subject_own_held"
    elif facts.level == "held" or (facts.level in _HOLDS and not facts.own_trade):
        key = "subject_held" if facts.level == "held" else "subject_practitioner"
        key = f"{key}_field" if is_field(facts.role) else key
    else:
        key = "subject_at" if values["company"] else "subject_short"
    text = fill(words[key], values)
    return text if len(text) <= SUBJECT_LIMIT else words["subject_short"]
