"""Hostile inputs of the campaign's commands, drawn from a seed: what is typed, and files that are handed over."""

from __future__ import annotations

import json
from dataclasses import dataclass
from email.message import EmailMessage
from typing import TYPE_CHECKING

from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import SEEDS

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

WORKSPACE = "{workspace}"
"""Stands for the name of the workspace in an answers file."""
PEOPLE = (*("p0002",) * 6, "p0003", "p0004", "Ana Example", "p0006", "p0007", "p0008", "Bo Lind", "p0404")
_EVENTS = ("asked", "replied", "met", "advised", "scheduled", "noted", "declined", "closed", "do-not-contact")
_GOOD = (
    "mornings go to questions from the field",
    "quellnotiz: who checks the numbers?",
    "Dr. Zanzia Quellbach, MD",
    "two lines\nof quelltext\n\n1. first\n2. second",
    "İstanbul \u202egnp.exe \u200d 👩\u200d🔬 \ufeffZoë ｆｕｌｌ =1+1 \t\x1b[31mred\x1b[0m \x9b2J",
    "{{7*7}} %s %n {0.__class__} ${HOME} $(id) ../../quelltext \\N{BULLET} \\x1b &quot; \u2028 \u0085",
    "<script>quellnotiz</script> [x](javascript:quellnotiz) ![](//evil.example) | --- | `x` '; DROP TABLE note; --",
    "2026-11-31",
    "-",
    "9" * 300,
    "quelltext " * 1_200,
    "",
)
_LETTER = """Hi Ana,

I am exploring work as a data analyst, and you work in that field at Northwind. What is it like, day to day?
That is what I would like to learn. May I call you about it some time soon? 20 minutes would do, on a day that suits
you. I am not asking for a job, only for your perspective. If this is a bad time, no problem at all.

Mia"""
"""A letter that needs no mending."""
_DAYS = (
    *("2026-11-12",) * 8,
    "2026-11-02",
    "2026-11-16",
    "2026-11-17",
    "0000-00-00",
    "9999-12-31",
    "2026-02-30",
    "-1",
    "２０２６-11-02",
    "",
)


@dataclass(frozen=True, slots=True)
class Given:
    """One hostile input.

    Attributes:
        words: the command; `{in}` is the folder of `files`.
        kept: texts of which no letter may be lost where the command says that it is done.
        files: name -> content of what is handed over, put into `{in}` before.
    """

    words: tuple[str, ...]
    kept: tuple[str, ...] = ()
    files: Mapping[str, bytes] | None = None


def words(draw: random.Random) -> str:
    """Return a hostile text as a shell can hand it over: without NUL, bytes of no letter as lone surrogates."""
    text = draw.choice(_GOOD)
    if draw.random() < 0.6:
        text = mutated(text.encode(), draw).decode("utf-8", "surrogateescape" if draw.random() < 0.1 else "replace")
    return text.replace("\0", "")


def _day(draw: random.Random) -> str:
    return draw.choice(_DAYS) if draw.random() < 0.9 else words(draw)


def _note(draw: random.Random) -> Given:
    text = words(draw)
    more = draw.choice(((), ("--theme", draw.choice(("open", "will", words(draw)))), ("--on", _day(draw))))
    return Given(("note", draw.choice(PEOPLE), *more, "--", text), (text,))


def _log(draw: random.Random) -> Given:
    text, at, zone = words(draw), draw.choice(("14:30", "24:00", "9.15", words(draw))), words(draw)
    more = draw.choice(((), ("--on", _day(draw)), ("--for", _day(draw)), ("--for", "2026-11-20", f"--at={at}")))
    zoned = (f"--zone={zone}",) if draw.random() < 0.2 else ()
    event = draw.choice(_EVENTS) if draw.random() < 0.95 else words(draw)
    return Given(
        ("log", f"--note={text}", *more, *zoned, "--", draw.choice(PEOPLE), event), (text, *([zone] * len(zoned)))
    )


def _refer(draw: random.Random) -> Given:
    name, said = words(draw), words(draw)
    fields = ("words", "title", "company", "url")
    more = {f"--{one}": words(draw) for one in draw.sample(fields, draw.randint(0, 3))}
    url = draw.choice(("https://www.linkedin.com/in/zanzia", "https://evil.example/in/x", more.get("--url", "")))
    more |= {"--url": url} if "--url" in more else {}
    if draw.random() < 0.3:
        more |= {"--may-use-name": draw.choice(("yes", "no")), "--words": said}
    typed = tuple(f"{key}={value}" for key, value in more.items())
    kept = tuple(value for key, value in more.items() if key in ("--words", "--title", "--company"))
    return Given(("refer", "--by", draw.choice(PEOPLE), *typed, "--", name), (*kept, name))


def _reflect(draw: random.Random) -> Given:
    more = {f"--{one}": words(draw) for one in draw.sample(("evidence", "backup", "next"), draw.randint(1, 3))}
    return Given(("reflect", "p0002", *(f"{key}={value}" for key, value in more.items())), tuple(more.values()))


def _prep(draw: random.Random) -> Given:
    text = words(draw)
    if draw.random() < 0.5:
        return Given(("prep", draw.choice(PEOPLE), f"--outcome={text}"), (text,))
    return Given(("prep", draw.choice(PEOPLE), "--found", draw.choice(("news", "path", "pay", words(draw))), text))


def _said(draw: random.Random) -> Given:
    text, person = words(draw), draw.choice(PEOPLE)
    return draw.choice(
        (
            Given(("know", "--place", text, "--", person, "met"), (text,)),
            Given(("avoid", "--reason", text, "--", person), (text,)),
            Given(("target", "decide", "--why", text, "--", "data", draw.choice(("yes", "no", "later"))), (text,)),
            Given(("know", "--", text, "close")),
            Given(("titles", "--fits", "yes", "--", text)),
        )
    )


def _draft(draw: random.Random) -> Given:
    text = words(draw)
    wish = draw.choice((f"--to={text}", f"--at={text}"))
    return Given(("draft", draw.choice(PEOPLE), "--kind", "introduction", wish))


def _lint(draw: random.Random) -> Given:
    text = draw.choice(_GOOD) if draw.random() < 0.4 else _LETTER
    kind = draw.choice(("request", "follow-up", "thanks", "update", "introduction"))
    if draw.random() < 0.3:
        mail = EmailMessage()
        mail["To"], mail["Subject"], mail["X-Netscout-Kind"] = "Ana Example <ana@mail.example>", "Your work", kind
        mail.set_content(text or "x")
        return Given(("lint", "{in}/letter.eml"), files={"letter.eml": mutated(mail.as_bytes(), draw)})
    plain = f"To: {draw.choice(PEOPLE)}\nKind: {kind}\nChannel: email\nSubject: Your work\n\n{text}\n"
    return Given(("lint", "{in}/letter.txt"), files={"letter.txt": mutated(plain.encode(), draw)})


def _answers(draw: random.Random) -> Given:
    taps: list[dict[str, object]] = []
    for _ in range(draw.randint(1, 6)):
        tap: dict[str, object] = {"person": f"p{draw.randint(2, 9):04}", "on": draw.choice(_DAYS)}
        tap |= draw.choice(
            (
                {"label": draw.choice(("close", "stranger", "quellnotiz"))},
                {"event": draw.choice(_EVENTS)},
                {"avoid": draw.choice((True, False, "yes"))},
                {"event": "asked", "undo": True},
            )
        )
        taps.append(
            tap
            if draw.random() < 0.7
            else {"title": "Growth Wizard", "target": "data", "fit": "match", "on": "2026-11-02"}
        )
    taps += [{"person": words(draw), "on": draw.choice(_DAYS), "label": words(draw)}] if draw.random() < 0.5 else []
    whole = {"schema": 1, "kind": "netscout-answers", "workspace": WORKSPACE, "owner": "p0001", "answers": taps}
    raw = json.dumps(whole).encode()
    return Given(
        ("load", "--json", "{in}/answers.json"),
        files={"answers.json": mutated(raw, draw) if draw.random() < 0.5 else raw},
    )


def cards(draw: random.Random, good: Mapping[str, bytes]) -> Given:
    """Return a folder of cards one or two of which were spoiled."""
    spoiled = draw.sample(sorted(good), draw.randint(1, 2))
    files = {f"cards/{name}": mutated(raw, draw) if name in spoiled else raw for name, raw in good.items()}
    return Given(("load", "--json", "--source", "cards", "{in}/cards"), files=files)


def _load(draw: random.Random) -> Given:
    name, good = SEEDS[draw.choice([one for one in SEEDS if one != "answers"])]
    return Given(("load", "--json", f"{{in}}/{name}"), files={name: mutated(good(draw), draw)})


KINDS: dict[str, Callable[[random.Random], Given]] = {
    "note": _note,
    "log": _log,
    "refer": _refer,
    "reflect": _reflect,
    "prep": _prep,
    "said": _said,
    "draft": _draft,
    "lint": _lint,
    "answers": _answers,
    "load": _load,
}
"""Kind -> what draws one input of it; `cards` are drawn from good ones."""
