"""The referral ledger as it stands: who led to whom, what came of it, and who named one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from netscout.app.campaign import desk
from netscout.app.session import Session
from netscout.campaign.chains import dead_ends, ties, tree
from netscout.lang import fill, texts
from netscout.model.days import long_day
from netscout.model.person import role_at
from netscout.model.referral import Branch, Tie
from netscout.model.scrub import FORGOTTEN

if TYPE_CHECKING:
    from netscout.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole ledger: pairs in the order of naming, chains, dead ends by key, and the names of everybody in it."""

    ties: tuple[Tie, ...]
    tree: tuple[Branch, ...]
    dead_ends: Mapping[str, str]
    names: Mapping[str, str]

    def lines(self) -> list[tuple[int, str]]:
        """Return the chains in words: each line with its depth, 0 for whoever begins one."""
        pairs = {(one.referrer, one.key): one for one in self.ties}
        above: list[str] = []
        found = []
        for one in self.tree:
            above = [*above[: one.depth], one.key]
            who = self._who(one.key)
            more = f"{who}." if one.depth else who
            if one.depth and (tie := pairs.get((above[-2], one.key))):
                more = self._told(tie, who, again=one.again)
            found.append((one.depth, more))
        return found

    def _who(self, key: str) -> str:
        name = self.names.get(key, key)
        return f"{name} ({key})" if key and name != key and key in self.names and key != name else name

    def _told(self, one: Tie, who: str, *, again: bool) -> str:
        if one.key == FORGOTTEN:
            return f"{who}."
        words = texts("refer")
        referrer = self.names[one.referrer]
        role = role_at(one.title, one.company)
        said = f', "{one.permission_words}"' if one.permission_words else ""
        use = fill(words[f"use.{one.permission}"], {"referrer": referrer})
        text = f"{who}{', ' + role if role else ''}: {state_words(one, referrer)}; {use}{said}."
        end = words.get(f"end.{self.dead_ends.get(one.key, '')}", "")
        return " ".join(
            part for part in (text, f"{end}." if end and not again else "", words["again"] if again else "") if part
        )

    def as_json(self) -> dict[str, Any]:
        """Return the payload of `refer --list --json`."""
        return {
            "referrals": [tie_json(one) for one in self.ties],
            "chains": [{"depth": one.depth, "who": one.key, "again": one.again} for one in self.tree],
            "dead_ends": dict(sorted(self.dead_ends.items())),
            "names": dict(sorted(self.names.items())),
        }


def ledger(session: Session) -> Ledger:
    """Return who named whom, up to today, and what came of it (raises StoreError, SettingsError)."""
    with session.open() as workspace:
        held = desk(session, workspace)
        found = ties(held.referrals, held.logs, session.today.isoformat())
        people = {one.referrer for one in found} | {one.named for one in found if one.named}
        stages = {one: held.standing(one).stage for one in sorted(people)}
        names = _names(workspace, people) | {one.key: one.name for one in found if not one.named}
    return Ledger(found, tree(found), dead_ends(found, stages), names)


def tie_json(one: Tie) -> dict[str, Any]:
    """Return a pair as JSON: ids and days, None for what is not there."""
    return {
        "named": one.named or None,
        "name": one.name,
        "title": one.title,
        "company": one.company,
        "by": one.referrer,
        "on": one.on,
        "words": one.words,
        "may_use_name": one.permission,
        "permission_on": one.permission_on or None,
        "permission_words": one.permission_words,
        "intro": one.intro,
        "contacted": one.contacted or None,
        "met": one.met or None,
        "reported_back": one.reported or None,
    }


def state_words(one: Tie, referrer: str) -> str:
    """Return in words what came of a referral."""
    state = "reported" if one.reported else "met" if one.met else "contacted" if one.contacted else "named"
    words, day = texts("refer"), one.reported or one.met or one.contacted
    text = words.get(f"state.{state}.{one.intro}", words[f"state.{state}"])
    return fill(text, {"day": long_day(date.fromisoformat(day)) if day else "", "referrer": referrer})


def named_lines(session: Session, workspace: Workspace, person: str) -> tuple[str, ...]:
    """Return for everybody who named a person a sentence with the day and whether their name may be used."""
    held = desk(session, workspace)
    pairs = ties(held.referrals, held.logs, session.today.isoformat())
    found = [one for one in pairs if one.named == person]
    names = _names(workspace, {one.referrer for one in found})
    words = texts("refer")
    return tuple(
        fill(
            words["by"],
            {
                "referrer": names[one.referrer],
                "day": long_day(date.fromisoformat(one.on)),
                "use": fill(words[f"use.{one.permission}"], {"referrer": names[one.referrer]}),
            },
        )
        for one in found
    )


def _names(workspace: Workspace, people: set[str]) -> dict[str, str]:
    from netscout.store.people import person_of

    return {one: person_of(workspace, one).shown_name for one in sorted(people)}
