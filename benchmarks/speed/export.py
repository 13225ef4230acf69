"""An invented LinkedIn export of any size, zipped, with its truth beside it; the same arguments give the same bytes.

    python -m benchmarks.speed.export --people 30000 --messages 200000 --out out/big.zip

Beside `big.zip` stand `big.truth.csv` (profile, company and title meant, messages of each person that are not spam)
and `big.targets.json` (own profile, 100 companies, 20 jobs). Guessed proportions: 60 of 100 people ever wrote, a few
of them most; 2 of 100 messages go to a group, 1 is spam, 1 has no sender that can be known; 3 of 100 rows name no
company; 1 of 1,000 is a hidden member, a date only. `extra` messages come after the others, which stay as they are: so
a newer export is made of the same network.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.speed.invented import (
    FIELDS,
    companies,
    company_as_written,
    each,
    skewed,
    title_as_written,
    titles,
    words,
)

ME = ("Bench", "Owner", "https://www.linkedin.com/in/bench-owner")
SEED = 808
_MONTHS = each("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
_TALK = each(
    "thank you for the message it was good to see you at the meeting and i would be glad to hear how the new work is "
    "going shall we find half an hour in the coming weeks the office has moved since then but the coffee is better"
)
_PREAMBLE = 'Notes:\n"Every person in this file is invented."\n\n'
_CONNECTIONS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
_MESSAGES = (
    "CONVERSATION ID",
    "CONVERSATION TITLE",
    "FROM",
    "SENDER PROFILE URL",
    "TO",
    "RECIPIENT PROFILE URLS",
    "DATE",
    "SUBJECT",
    "CONTENT",
    "FOLDER",
    "ATTACHMENTS",
)
_BODIES = 2_000
_PIECE = 20_000
_DAY = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Size:
    """What to make.

    Attributes:
        people: connections with a name.
        messages: messages.
        extra: messages of a newer export, after those.
        seed: decides everything else.
        titles: different job titles there are to choose from.
    """

    people: int
    messages: int
    extra: int = 0
    seed: int = SEED
    titles: int = 60_000


@dataclass(frozen=True, slots=True)
class Network:
    """The people, each at one place of every list, and the companies and titles they have."""

    first: list[str]
    last: list[str]
    profile: list[str]
    company: list[str]
    title: list[str]
    companies: list[str]
    titles: list[str]


def network(size: Size) -> Network:
    """Return the people of an export."""
    rng = np.random.default_rng([size.seed, 1])
    names = words(rng, 4_000, 2, 3)
    firms = companies(rng, max(300, min(150_000, int(size.people**0.9))))
    jobs = titles(rng, size.titles)
    pick = rng.integers(0, len(names), (size.people, 2)).tolist()
    first, last = [names[one] for one, _ in pick], [names[two] for _, two in pick]
    return Network(
        first,
        last,
        [f"https://www.linkedin.com/in/bench-{number:06x}" for number in range(size.people)],
        [firms[one] for one in skewed(rng, size.people, len(firms), 1.05).tolist()],
        [jobs[one] for one in skewed(rng, size.people, len(jobs), 0.8).tolist()],
        firms,
        jobs,
    )


def text_of(rows: Iterable[Sequence[str]], quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Return rows as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=quoting).writerows(rows)  # type: ignore[arg-type]  # int is meant
    return out.getvalue()


def connections(people: Network, seed: int) -> tuple[str, list[tuple[str, str]]]:
    """Return Connections.csv and, for each person, the (company, title) meant; "" where none was written."""
    rng = np.random.default_rng([seed, 2])
    count = len(people.profile)
    how = rng.random((count, 7)).tolist()
    years, months = rng.integers(2007, 2026, count).tolist(), rng.integers(0, 12, count).tolist()
    days = rng.integers(1, 29, count).tolist()
    rows: list[Sequence[str]] = [_CONNECTIONS]
    meant = []
    for at, (c1, c2, c3, t1, t2, t3, shown) in enumerate(how):
        company = company_as_written(people.company[at], c1, c2, c3)
        title = title_as_written(people.title[at], t1, t2, t3) if company else ""
        mail = f"bench.{at:06x}@example.org" if shown < 0.04 else ""
        day = f"{days[at]:02d} {_MONTHS[months[at]]} {years[at]}"
        rows.append((people.first[at], people.last[at], people.profile[at], mail, company, title, day))
        meant.append((people.company[at] if company else "", people.title[at] if title else ""))
    rows += [("", "", "", "", "", "", f"{1 + one % 28:02d} May 2024") for one in range(count // 1_000)]
    return _PREAMBLE + text_of(rows), meant


def messages(people: Network, seed: int, count: int, part: int) -> Iterator[tuple[str, Counter[str]]]:
    """Yield pieces of messages.csv without its header, each with the messages of each profile that are not spam."""
    rng = np.random.default_rng([seed, 3, part])
    with_whom = np.random.default_rng([seed, 4]).permutation(len(people.profile))
    writers = with_whom[: max(1, int(len(with_whom) * 0.6))]
    bodies = _bodies(np.random.default_rng([seed, 5]))
    for start in range(0, count, _PIECE):
        batch = min(_PIECE, count - start)
        partner = writers[skewed(rng, batch, len(writers), 1.0)].tolist()
        kind, mine = rng.random(batch).tolist(), (rng.random(batch) < 0.5).tolist()
        body = rng.integers(0, _BODIES, batch).tolist()
        base = 1_300_000_000 + 480_000_000 * part // (part + 1)
        moments = np.sort(rng.integers(base, base + 200_000_000, batch)).astype("datetime64[s]")
        dates = [str(one).replace("T", " ") + " UTC" for one in np.datetime_as_string(moments).tolist()]
        counts: Counter[str] = Counter()
        rows = []
        for at, whom in enumerate(partner):
            row, profile = _message(people, whom, partner[at - 1], kind[at], mine=mine[at])
            counts[profile] += row[1] != "SPAM"
            rows.append((row[0], "", *row[2:], dates[at], "", bodies[body[at]], row[1], ""))
        yield text_of(rows, csv.QUOTE_ALL), counts


def _message(people: Network, whom: int, also: int, kind: float, *, mine: bool) -> tuple[tuple[str, ...], str]:
    """Return (conversation, folder, from, its profile, to, their profiles), and to whose count it goes."""
    me, url = f"{ME[0]} {ME[1]}", ME[2]
    name, profile = f"{people.first[whom]} {people.last[whom]}", people.profile[whom]
    if kind < 0.01:
        return (f"2-{whom:07x}==", "SPAM", name, profile, me, url), profile
    if kind < 0.02:
        return (f"2-u{whom:06x}==", "INBOX", "LinkedIn Member", "", me, url), ""
    there, they = name, profile
    if kind < 0.04:
        there = f"{name}, {people.first[also]} {people.last[also]}"
        they = f"{profile},{people.profile[also]}"
    talk = f"2-{'g' * (kind < 0.04)}{whom:06x}=="
    if mine:
        return (talk, "INBOX", me, url, there, they), they
    return (talk, "INBOX", name, profile, f"{me}{there[len(name) :]}", f"{url}{they[len(profile) :]}"), profile


def _bodies(rng: np.random.Generator) -> list[str]:
    made = []
    for length in np.clip(rng.lognormal(3.6, 0.9, _BODIES), 2, 900).astype(int).tolist():
        chosen = [_TALK[one] for one in rng.integers(0, len(_TALK), length).tolist()]
        for at in range(15, length, 45):
            chosen[at] += '\n\n"yes, gladly"\n' if at % 2 else "\n\n"
        made.append(" ".join(chosen))
    return made


def small_files(people: Network, seed: int) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of the small tables of the export."""
    rng = np.random.default_rng([seed, 6])
    order = rng.permutation(len(people.profile)).tolist()
    me = f"{ME[0]} {ME[1]}"

    def some(share: float) -> list[tuple[int, str]]:
        return [(one, f"{people.first[one]} {people.last[one]}") for one in order[: max(1, int(len(order) * share))]]

    head = ("From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl")
    sent = [
        (
            me,
            name,
            f"{1 + n % 12}/{1 + n % 28}/{21 + n % 5}, {1 + n % 11}:30 AM",
            "",
            "OUTGOING",
            ME[2],
            people.profile[n],
        )
        for n, name in some(0.05)
    ]
    yield "Invitations.csv", text_of([head, *sent])
    skill = ("Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name", "Endorser Public Url")
    praise = [
        (
            f"20{18 + n % 8}/{1 + n % 12:02d}/{1 + n % 28:02d} 10:00:00 UTC",
            FIELDS[n % len(FIELDS)],
            people.first[n],
            people.last[n],
            people.profile[n].removeprefix("https://"),
            "ACCEPTED",
        )
        for n, _ in some(0.1)
    ]
    yield "Endorsement_Received_Info.csv", text_of([(*skill, "Endorsement Status"), *praise])
    head = ("First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status")
    letters = [
        (
            people.first[n],
            people.last[n],
            people.company[n],
            people.title[n],
            "Reliable and kind.",
            f"{1 + n % 12:02d}/{1 + n % 28:02d}/{18 + n % 8}, 09:15 AM",
            "VISIBLE",
        )
        for n, _ in some(0.005)
    ]
    yield "Recommendations_Received.csv", text_of([head, *letters])
    work = ("Company Name", "Title", "Description", "Location", "Started On", "Finished On")
    jobs = [
        (people.companies[3], "Planner", "", "", "Mar 2019", ""),
        (people.companies[9], "Clerk", "", "", "2014", "2018"),
    ]
    yield "Positions.csv", text_of([work, *jobs])
    school = ("School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities")
    yield "Education.csv", text_of([school, (f"University of {people.last[0]}", "2009", "2012", "", "BA", "")])
    yield "Profile.csv", text_of([("First Name", "Last Name", "Headline"), (ME[0], ME[1], "Planner, invented")])


def beside(archive: Path, ending: str) -> Path:
    """Return the file of that ending beside an archive: `a.zip` -> `a.truth.csv`."""
    return archive.with_name(f"{archive.stem}.{ending}")


def spread(kinds: int, count: int) -> list[int]:
    """Return at most that many different places below `kinds`, common and rare ones alike."""
    return sorted({min(kinds - 1, round(float(one)) - 1) for one in np.geomspace(1, kinds, count * 2)})[:count]


def write(size: Size, archive: Path) -> None:
    """Write the archive, its truth and its targets."""
    people = network(size)
    text, meant = connections(people, size.seed)
    counts: Counter[str] = Counter()
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in [("Connections.csv", text), *small_files(people, size.seed)]:
            file.writestr(_member(name), content)
        with file.open(_member("messages.csv"), "w", force_zip64=True) as out:
            out.write(text_of([_MESSAGES]).encode())
            for part, count in enumerate((size.messages, size.extra)):
                for piece, found in messages(people, size.seed, count, part):
                    out.write(piece.encode())
                    counts.update(found)
    rows = [(url, *two, str(counts[url])) for url, two in zip(people.profile, meant, strict=True)]
    beside(archive, "truth.csv").write_text(text_of([("profile", "company", "title", "messages"), *rows]), "utf-8")
    firms = [people.companies[one] for one in spread(len(people.companies), 100)]
    jobs = [people.titles[one] for one in spread(len(people.titles), 20)]
    asked = {"me": ME[2], "companies": firms, "jobs": jobs}
    beside(archive, "targets.json").write_text(json.dumps(asked, indent=1), "utf-8")


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def main() -> None:
    """Make one."""
    parser = argparse.ArgumentParser(description="Write an invented LinkedIn export.")
    parser.add_argument("--people", type=int, default=1_500)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--extra", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    write(Size(options.people, options.messages, options.extra, options.seed), options.out)


if __name__ == "__main__":
    main()
