"""Every reader of texts from outside as one function each: bytes in, what is wrong with how they were taken out."""

from __future__ import annotations

import tempfile
import time
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.errors import InputError, NetscoutError, SettingsError
from tests.fuzz.feeding import SLOWEST, TODAY, Fed, take
from tests.fuzz.seeds import PRIVATE, SEEDS
from tests.fuzz.texts import CARDS, COMPANIES, DATES, LETTERS, PLANS, TITLES, chosen

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


_LONGEST = 1024
_KEY = "is no key netscout knows."
"""Ends the one refusal that repeats what stands in the file: a key of the user's own `targets.toml`."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads one kind of text, and good texts to begin with.

    Attributes:
        good: a good text of a draw, as bytes.
        take: gives bytes to the reader; the folder is empty and may be written in. Returns what is wrong.
    """

    good: Callable[[random.Random], bytes]
    take: Callable[[bytes, Path], list[str]]


def taken(name: str, content: bytes) -> list[str]:
    """Return what is wrong with how a reader takes a text: a crash, a false account, a name in an error."""
    began = time.process_time()
    with tempfile.TemporaryDirectory(prefix="reader-", dir=_room()) as folder:
        wrong = _given(READERS[name], content, Path(folder))
    if time.process_time() - began > SLOWEST:
        wrong.append(f"took {time.process_time() - began:.0f} seconds")
    return wrong


def _given(reader: Reader, content: bytes, folder: Path) -> list[str]:
    try:
        return reader.take(content, folder)
    except (InputError, SettingsError) as fault:
        return _of_refusal(fault)
    except NetscoutError as fault:
        return [f"refused as {type(fault).__name__} {fault.code}"]
    except Exception as fault:  # noqa: BLE001  # that is what is looked for
        return [f"{type(fault).__name__}: {''.join(traceback.format_tb(fault.__traceback__)[-3:])}"]


@cache
def _room() -> str | None:
    """Return a folder in memory where there is one: the files are small and many."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  # a fresh folder of random name inside


def _of_refusal(fault: NetscoutError) -> list[str]:
    wrong = [] if fault.message and fault.next_step else [f"a refusal lacks a part: {fault!s}"]
    wrong += [f"{len(str(fault))} letters of error"] if len(str(fault)) > _LONGEST else []
    told = "" if fault.message.endswith(_KEY) else str(fault).casefold()
    return wrong + [f"the refusal {fault.code} says {word}" for word in PRIVATE if word in told]


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


def _file(kind: str) -> Callable[[bytes, Path], list[str]]:
    name = SEEDS[kind][0]

    def reads(content: bytes, folder: Path) -> list[str]:
        path = folder / name
        path.write_bytes(content)
        return take(path, content, Fed(), store=False)

    return reads


def _title(content: bytes, _folder: Path) -> list[str]:
    from netscout.matching.plain import plain
    from netscout.matching.titles import parse_title
    from netscout.model.settled import title_key

    text = _text(content)
    wrong = [
        f"the span {one.span} is not its text"
        for one in parse_title(text)
        if not 0 <= one.span[0] < one.span[1] <= len(text) or text[slice(*one.span)] != one.text or not one.core
    ]
    bare = plain(text)
    wrong += [] if bare in text else ["the plain form stands nowhere in the title"]
    return wrong + ([] if title_key(title_key(text)) == title_key(text) else ["the key of a title has another key"])


def _company(content: bytes, _folder: Path) -> list[str]:
    from netscout.matching.companies import link_company, same_company
    from netscout.matching.company_names import company_key, fold, fold_all

    text = _text(content)
    link = link_company(text)
    wrong = [] if link.reason else ["no reason"]
    wrong += ["a company without key or label"] if link.kind == "company" and not (link.key and link.label) else []
    wrong += [] if bool(company_key(text)) is bool(text.strip()) else ["the key is empty, or the name"]
    wrong += [] if fold_all([text, "Fabrikam", text]) == [fold(text), ["fabrikam"], fold(text)] else ["folds otherwise"]
    return wrong + ([] if link.kind != "company" or same_company(text, text) else ["a company is not itself"])


def _draft(content: bytes, name: str) -> list[str]:
    from netscout.campaign.lint.check import lint
    from netscout.campaign.lint.form import read_draft
    from netscout.model.lint import Fact, Permission, Record

    draft = read_draft(content, name)
    record = Record(
        names=("Zanzia Quellbach", "Zanzia"),
        work=("Data Analyst", "Northwind"),
        facts=(Fact("connected", "2019-05-04"), Fact("met", "2026-11-12")),
        permissions=(Permission("Ada Lind", allowed=False), Permission("Bo Lind", allowed=True)),
        notes=("load forecasts at 6 am; read the yearly report",),
        talk="2026-11-12",
    )
    found = lint(draft, record, TODAY)
    if any("\ud800" <= one <= "\udfff" for one in draft.to + draft.subject + draft.body):
        return ["half a letter in a draft"]
    parts = {"subject": len(draft.subject), "body": len(draft.body)}
    wrong = [
        f"{one.rule} marks {one.span} of {parts.get(one.part, 0)} letters"
        for one in found.findings
        if not 0 <= one.span[0] <= one.span[1] <= parts.get(one.part, 0)
    ]
    wrong += [f"{one.rule} has no words" for one in found.findings if not one.message]
    return wrong + ([] if lint(draft, record, TODAY) == found else ["read twice it is told twice otherwise"])


def _letter(content: bytes, _folder: Path) -> list[str]:
    return _draft(content, "letter.txt")


def _mail(content: bytes, _folder: Path) -> list[str]:
    return _draft(content, "letter.eml")


def _cards(content: bytes, folder: Path) -> list[str]:
    from netscout.settings import Limits
    from netscout.sources.cards import is_cards, read_cards

    path = folder / "p0002.md"
    path.write_bytes(content)
    is_cards(path)
    (folder / "p0003.md").write_bytes(CARDS[0].replace("p0002", "p0003").encode())
    found = read_cards(folder, Limits())
    wrong = [] if found.files == 2 - bool(found.dump.workspace) else [f"{found.files} cards of two"]
    count = len(found.dump.cards) + len(found.unreadable)
    wrong += [] if count == found.files else [f"{found.files} cards are {count}"]
    told = " ".join(one.reason for one in (*found.unreadable, *found.bad)).casefold()
    return wrong + [f"a reason says {word}" for word in PRIVATE if word in told]


def _answers(content: bytes, folder: Path) -> list[str]:
    from netscout.sources.answers import is_answers

    path = folder / "answers.json"
    path.write_bytes(content)
    return take(path, content, Fed(), store=False) if is_answers(path) else []


def _plan(content: bytes, folder: Path) -> list[str]:
    from netscout.model.target import Target
    from netscout.settings import add_target, ensure_file, read_plan, read_plan_text, remove_target

    plan = read_plan_text(content, "targets.toml")
    path = folder / "targets.toml"
    ensure_file(path)
    path.write_bytes(content)
    new = Target("quellziel", ("Chef",))
    if any(one.name.casefold() == new.name for one in plan.targets):
        return []
    add_target(path, new)
    wrong = [] if read_plan(path).targets == (*plan.targets, new) else ["a target added, and the others are others"]
    remove_target(path, new.name)
    return wrong + ([] if read_plan(path) == plan else ["a target added and removed, and the plan is another"])


def _cell(content: bytes, _folder: Path) -> list[str]:
    """Clean a cell, and read it as a name, a date and a text of several lines; what is clean stays as it is."""
    from netscout.sources.cells import clean, clean_lines
    from netscout.sources.dates import parse_date
    from netscout.sources.names import full_name, name_key

    text = content.decode("utf-8", "replace")
    wrong = [f"{one.__name__} again is another" for one in (clean, clean_lines) if one(one(text)) != one(text)]
    shown = full_name(clean(text)).shown
    wrong += [] if name_key(name_key(shown)) == name_key(shown) else ["the key of a name has another key"]
    parse_date(clean(text))
    parse_date(text, month_first=False)
    return wrong


READERS: dict[str, Reader] = {
    "header and rows": Reader(SEEDS["connections"][1], _file("connections")),
    "message rows": Reader(SEEDS["messages"][1], _file("messages")),
    "address book": Reader(SEEDS["google new"][1], _file("google new")),
    "vcard": Reader(SEEDS["vcard"][1], _file("vcard")),
    "archive": Reader(SEEDS["archive"][1], _file("archive")),
    "answers": Reader(SEEDS["answers"][1], _answers),
    "cell": Reader(chosen(DATES), _cell),
    "title": Reader(chosen(TITLES), _title),
    "company": Reader(chosen(COMPANIES), _company),
    "letter": Reader(chosen(LETTERS), _letter),
    "mail": Reader(chosen(LETTERS, "mail"), _mail),
    "card": Reader(chosen(CARDS), _cards),
    "plan": Reader(chosen(PLANS), _plan),
}
"""Name -> reader. What is read by `netscout load` goes through the whole of it, the ledger included."""
