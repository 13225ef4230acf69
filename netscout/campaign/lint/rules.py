"""The table of rules: how grave each is for which kind of draft, which lists it reads, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netscout.model.lint import ERROR, WARNING

KINDS = ("request", "follow-up", "arrange", "thanks", "update", "introduction")
MODES = ("exploring", "job-seeking")

_LETTERS = {"q": "request", "f": "follow-up", "t": "thanks", "u": "update", "i": "introduction", "a": "arrange"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        severity: by kind of draft; a kind that is not named is not held to the rule.
        source: the seed or practice behind it.
        lists: lists of phrases it cannot do without.
        mild: cases of it that are warnings where the rule itself is a must.
        channels: the channels it holds for, () for all.
        mild_in: channels in which it is a warning.
        not_in: channels in which it does not hold.
    """

    severity: Mapping[str, str]
    source: str
    lists: tuple[str, ...] = ()
    mild: frozenset[str] = frozenset()
    channels: tuple[str, ...] = ()
    mild_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = field(default=())


def _must(letters: str, should: str = "") -> dict[str, str]:
    return {_LETTERS[one]: ERROR for one in letters} | {_LETTERS[one]: WARNING for one in should}


RULES: Mapping[str, Rule] = {
    "R1": Rule(_must("qfuia", "t"), "Dalton: a request of under 100 words"),
    "R2": Rule(_must("q", "i"), "T0.23, T4.10: under 30 minutes", ("no_length",), not_in=("note", "card")),
    "R3": Rule(_must("qi"), "T0.21, T2.09: to learn, and said so", ("learning", "job"), mild_in=("note",)),
    "R4": Rule(_must("qftuia"), "T2.02, T2.04, T1.31: no hidden job request", ("job", "open_search", "cover")),
    "R5": Rule(_must("qftui"), "G4: no invented connection", ("claim_school", "claim_employer", "claim_met")),
    "R6": Rule(_must("qfi"), "T4.21, G5: a name only with permission", ("referred", "not_a_name")),
    "R7": Rule(_must("qfi"), "T4.13: nobody is put on the spot", ("way_out",), mild_in=("note",)),
    "R8": Rule(_must("qftuia"), "G16, T4.23: a resume only when wanted", ("resume", "handing", "papers")),
    "R9": Rule(_must("qftuia"), "limits of the channels", mild=frozenset(("long", "many"))),
    "R10": Rule(
        *(_must("qftuia"), "ours: an honest subject", ("empty_subject", "urgent", "job_subject")),
        mild=frozenset(("long", "empty")),
        channels=("email",),
    ),
    "R11": Rule(_must("", "qftuia"), "T0.07, T1.22, T3.15: plain and respectful", ("worn",)),
    "R12": Rule(_must("qftuia"), "ours: no place-holder left"),
    "R13": Rule(_must("qftuia"), "T3.15: addressed to the person", ("greeting", "faceless")),
    "R14": Rule(_must("", "qi"), "T0.27, T2.13: no selling", ("selling", "self_start")),
    "R15": Rule(_must("", "qfi"), "T2.16: no further favours", ("favour",)),
    "R16": Rule(
        *(_must("qftuia"), "3.2: the present job is protected", ("criticism", "leaving", "confiding")),
        mild=frozenset(("confidential",)),
    ),
    "R17": Rule(_must("", "qi"), "T0.38, T3.17, G9: written for one person"),
    "R18": Rule(_must("t"), "T1.28: specifics of the talk"),
    "R19": Rule(_must("t"), "4.6: what you do with it", ("doing", "not_doing")),
    "R20": Rule(_must("tu"), "4.6: thanks ask for nothing", ("asking", "asking_you", "harmless")),
    "R21": Rule(_must("", "t"), "T1.27: within 48 hours"),
    "R22": Rule(_must("f"), "Dalton: one reminder, after seven business days", ("restating",), frozenset(("early",))),
    "R23": Rule(_must("f"), "T2.03: no reproach", ("reproach",)),
    "R24": Rule(_must("qftuia"), "T0.09, G10: no gossip", ("gossip",)),
    "R25": Rule(_must("u"), "T4.27: how you made out", ("result", "hello"), frozenset(("hello",))),
    "R26": Rule(_must("", "qfi"), "T4.11: their time, their way", ("fitting", "imposing"), not_in=("note", "card")),
    "R27": Rule(_must("", "q"), "4.2: a note asks to connect", ("meeting_up",), channels=("note",)),
    "R28": Rule(_must("", "qftuia"), "ours: one language, the one you chose"),
}
"""Every rule of the campaign's reference, in its order."""

WORDS_MOST = {"request": 99, "arrange": 99, "introduction": 99, "follow-up": 59, "update": 119, "thanks": 150}
"""Words of the body, greeting and signature included, that still pass."""
WORDS_LEAST = {"thanks": 30}
CARD_WORDS = (30, 80)
MINUTES_MOST = 30
MESSAGE_MOST, MESSAGE_LONG = 3_000, 1_000
"""UTF-16 code units of a message to a connection: refused by the site, and long."""
SUBJECT_MOST = 60
NOTES_A_MONTH = 3
"""Invitation notes of a free account a month; sources disagree, so this only warns."""


def severity(rule: str, case: str, kind: str, channel: str) -> str:
    """Return error or warning, "" where the rule does not hold for this kind of draft in this channel."""
    found = RULES[rule]
    if kind not in found.severity or channel in found.not_in or (found.channels and channel not in found.channels):
        return ""
    if case in found.mild or channel in found.mild_in:
        return WARNING
    return found.severity[kind]
