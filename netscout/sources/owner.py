"""Who exported this: from the surest sign to the last resort."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netscout.sources.cells import emails
from netscout.sources.faults import fault
from netscout.sources.names import Name, full_name, name_key
from netscout.sources.urls import slug_of

if TYPE_CHECKING:
    from netscout.model.owner import Owner
    from netscout.sources.parties import Route
    from netscout.sources.records import Invite, Letter
    from netscout.sources.sheet import Sheet

_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Found:
    """The owner as the files show them: URL keys (the one most written under first), name, and how they were found."""

    slugs: tuple[str, ...] = ()
    name: str = ""
    how: str = ""

    def name_key(self) -> str:
        """Return the key of the name, "" if there is none."""
        return name_key(self.name)


@dataclass(frozen=True, slots=True)
class Traces:
    """What speaks for an owner: the name of Profile.csv, all invitations, all messages."""

    profile: str
    addresses: tuple[str, ...]
    invitations: list[Invite]
    mails: list[tuple[Sheet, list[Route]]]


def find_owner(traces: Traces, me: str | None, known: Owner | None) -> Found:
    """Return the owner, with no slug where nothing proves one.

    Raises:
        InputError: `owner-conflict`, if `me` contradicts what the files prove.
    """
    threads = _Threads(traces.mails)
    invited, invited_name = _by_invitations(traces.invitations)
    name = traces.profile or invited_name
    by_name = _by_name(threads, name_key(name), invited)
    slugs = tuple(dict.fromkeys((*((invited,) if invited else ()), *by_name)))
    slugs = threads.newest_first(slugs)
    how = "invitations" if invited else "messages" if by_name else ""
    stated = _stated(me, Found(slugs, name, how), traces, threads) if me else None
    if stated is not None and stated.slugs:
        return stated
    if slugs:
        return Found(slugs, name or threads.name_of(slugs[0]), how)
    sided = threads.side_name()
    found = Found((), name or sided, "direction") if sided else _last_resort(threads, name, known)
    if me and not found.how and (threads.count or traces.invitations):
        raise _says_nothing()
    return found if not stated or found.how else stated


def _stated(me: str, found: Found, traces: Traces, threads: _Threads) -> Found:
    mails, slug = emails(me), slug_of(me) or (None if "@" in me or "/" in me else slug_of(f"linkedin.com/in/{me}"))
    if mails:
        if traces.addresses and mails[0] not in traces.addresses:
            raise _conflict(mails[0], " or ".join(traces.addresses))
        return Found(found.slugs, found.name, "me")
    if slug is None:
        raise fault(
            "unknown-me",
            f"--me {me[:80]} is no LinkedIn profile address and no e-mail address.",
            "Give the address of your own profile, such as https://www.linkedin.com/in/you.",
        )
    if found.slugs and slug not in found.slugs:
        raise _conflict(slug, found.slugs[0])
    if not (slug in threads.of or found.slugs or found.name or threads.side_name()) and threads.of:
        raise fault(
            "owner-conflict",
            f"--me says {slug}, but nobody of that address takes part in these messages.",
            "Give your profile address as it stands in messages.csv; an old one may stand there.",
        )
    slugs = tuple(dict.fromkeys((slug, *found.slugs)))
    return Found(slugs, found.name or threads.name_of(slug), "me")


def _says_nothing() -> Exception:
    return fault(
        "owner-conflict",
        "these files do not say whose e-mail address --me gives.",
        "Give the address of your own profile instead, such as https://www.linkedin.com/in/you.",
    )


def _conflict(given: str, seen: str) -> Exception:
    return fault(
        "owner-conflict",
        f"--me says {given}, but this export belongs to {seen}.",
        "Leave --me out, or load this export into a workspace of its own.",
    )


def _by_invitations(invitations: list[Invite]) -> tuple[str | None, str]:
    """Return the majority URL among outgoing inviters and incoming invitees, and the name beside it."""
    urls: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for one in invitations:
        if one.direction == "none":
            continue
        outgoing = one.direction == "out"
        slug, name = (one.inviter_slug, one.inviter) if outgoing else (one.invitee_slug, one.invitee)
        if slug:
            urls[slug] += 1
        if name:
            names[full_name(name).shown] += 1
    slug = _majority(urls)
    return slug, _majority(names) or ""


def _majority(votes: Counter[str]) -> str | None:
    best = votes.most_common(1)
    return best[0][0] if best and 2 * best[0][1] > votes.total() else None


def _by_name(threads: _Threads, key: str, invited: str | None) -> tuple[str, ...]:
    """Return every URL that sends under the owner's name, but for a namesake who talks with the owner."""
    senders = [slug for slug, keys in threads.sent_as.items() if key and key in keys]
    if not senders:
        return ()
    senders.sort(key=lambda slug: (-len(threads.of[slug]), slug))
    first = invited or senders[0]
    if not invited and any(
        threads.of[slug] & threads.of[first] and len(threads.of[slug]) == len(threads.of[first]) for slug in senders[1:]
    ):
        return ()  # two namesakes in one conversation, and nothing says which of them is the owner
    others = sorted(slug for slug in senders if slug != first and not threads.of[slug] & threads.of[first])
    return tuple(slug for slug in (first, *others) if slug in senders)


def _last_resort(threads: _Threads, name: str, known: Owner | None) -> Found:
    if known is not None:
        slugs = tuple(slug for slug in known.slugs if len(threads.of.get(slug, ())) >= _SHARE * max(1, threads.count))
        if slugs and threads.count:
            return Found(slugs, name or known.name, "known")
        by_name = _by_name(threads, name_key(known.name), None) if not name else ()
        if by_name and len(threads.of[by_name[0]]) >= _SHARE * threads.count:
            return Found(by_name, known.name, "known")
    slug = _everywhere(threads, name_key(name))
    if slug:
        return Found((slug,), name or threads.name_of(slug), "conversations")
    if name and name_key(name) in threads.names:
        return Found((), name, "profile")
    return Found((), name, "")


def _everywhere(threads: _Threads, key: str) -> str | None:
    """Return the URL in at least 80 % of two or more conversations, if it beats the runner-up."""
    if threads.count < 2:
        return None
    able = [
        (len(of), slug) for slug, of in threads.of.items() if not (key and threads.sent_as.get(slug, {key}) - {key})
    ]
    able.sort(reverse=True)
    if not able or able[0][0] < _SHARE * threads.count or (len(able) > 1 and able[1][0] == able[0][0]):
        return None
    return able[0][1]


class _Threads:
    """Which URL takes part in which conversations, and under which names it sends."""

    def __init__(self, mails: list[tuple[Sheet, list[Route]]]) -> None:
        self.of: defaultdict[str, set[object]] = defaultdict(set)
        self.sent_as: defaultdict[str, set[str]] = defaultdict(set)
        self.names: set[str] = set()
        self._mails = mails
        self._shown: dict[str, Name] = {}
        self._sides: Counter[str] = Counter()
        everything: set[object] = set()
        for _, routes in mails:
            for route in routes:
                if not route.mark:
                    place = route.thread or route.recipients
                    everything.add(place)
                    self._read(route, place)
        self.count = len(everything)

    def _read(self, route: Route, place: object) -> None:
        party = route.sender
        self.names.add(party.name.key)
        if party.slug:
            self.of[party.slug].add(place)
            self.sent_as[party.slug].add(party.name.key)
            self._shown.setdefault(party.slug, party.name)
        for one in route.recipients:
            self.names.add(one.name.key)
            if one.slug:
                self.of[one.slug].add(place)
        if route.side == "out":
            self._sides[party.name.shown] += 1
        elif route.side == "in" and len(route.recipients) == 1:
            self._sides[route.recipients[0].name.shown] += 1

    def newest_first(self, slugs: tuple[str, ...]) -> tuple[str, ...]:
        """Return the URLs in order of their latest message: the one in use now first."""
        if len(slugs) < 2:
            return slugs
        newest = dict.fromkeys(slugs, "")
        for sheet, routes in self._mails:
            letters: list[Letter] = sheet.records  # type: ignore[assignment]  # a messages sheet holds letters
            for letter in letters:
                slug = routes[letter.way].sender.slug
                if slug in newest:
                    newest[slug] = max(newest[slug], letter.date)
        return tuple(sorted(slugs, key=lambda slug: newest[slug], reverse=True))

    def name_of(self, slug: str) -> str:
        """Return the name under which a URL sends, "" if it never did."""
        return self._shown[slug].shown if slug in self._shown else ""

    def side_name(self) -> str:
        """Return the name on the owner's side of messages that state their direction (2019), "" if none does."""
        return _majority(self._sides) or ""
