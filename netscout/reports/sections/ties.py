"""Ties over time: how the network grew, what was written by month, which ties live, who was close and fell silent."""

from __future__ import annotations

from collections import Counter
from typing import Any

from netscout.model.days import MONTHS
from netscout.model.exchange import Exchange, Month, OldTie
from netscout.reports import charts
from netscout.reports.chart_card import bar_table, chart, source
from netscout.reports.rows import STRENGTH_WORDS
from netscout.reports.scene import Scene
from netscout.reports.text import capital, count, day, number, profile_link, tidy, word

MONTHS_MOST = 36
"""Months of messages that are drawn; what lies before is told as a number."""
EVEN = 0.05
"""Sent and received count as even where they differ by no more than this share of both together."""
STATES = ("close", "know", "warm", "cooling", "dormant", "met", "stranger")
ALIVE = ("close", "know", "warm")


def build(scene: Scene) -> dict[str, Any] | None:
    """Return growth, messages by month, the states of ties, the balance, and who fell silent.

    Without messages growth alone, and a sentence that says so; None without days of connection and messages. People
    are named in the forms that name everybody.
    """
    made, told = _growth(scene), scene.full.exchange
    if made is None and not (told.sent or told.received):
        return None
    found = [one for one in (made, _messages(scene)) if one]
    quiet = [line for one in scene.shown.exchange.quiet if (line := _quiet(one, scene))]
    return {
        "id": "ties",
        "nav": "Ties over time",
        "kicker": "Ties over time",
        "title": _title(scene),
        "charts": found,
        "states": _states(scene) if told.sent or told.received else None,
        "balance": _balance(told),
        "counts": {
            **{key: getattr(told, key) for key in ("sent", "received", "both", "only_sent", "only_received")},
            "written_with": told.both + told.only_sent + told.only_received,
        },
        "quiet": quiet,
        "quiet_title": f"{capital(word(len(quiet)))} old {'tie' if len(quiet) == 1 else 'ties'} you could wake",
        "silent": ""
        if told.sent or told.received
        else "This export holds no messages, so who is close and who fell silent stands nowhere in it. A complete "
        "export of LinkedIn, with messages.csv, brings that.",
    }


def _title(scene: Scene) -> str:
    told = scene.full.exchange
    wrote = told.both + told.only_sent + told.only_received
    if not wrote:
        days = [one.connected_on for one in scene.full.people if one.connected_on]
        since = day(min(days)[:7])
        return f"{count(len(days), 'person', 'people')} since {since}; who of them is close is not known"
    alive = sum(one.strength in ALIVE for one in scene.full.people)
    if scene.people == 1:
        return f"You have written with the one person here; the tie is {'warm' if alive else 'not warm'} today"
    whole = "all" if wrote == scene.people else f"{number(wrote)} of"
    head = f"You have written with {whole} your {count(scene.people, 'person', 'people')}"
    return f"{head}; {word(alive) if alive else 'none'} of your ties {'is' if alive <= 1 else 'are'} warm today"


def _growth(scene: Scene) -> dict[str, Any] | None:
    """Return new people by quarter from the first to the last, those without a day counted beside."""
    days = [one.connected_on for one in scene.full.people if one.connected_on]
    places = Counter(4 * int(one[:4]) + (int(one[5:7]) - 1) // 3 for one in days)
    if len(places) < 2:
        return None
    quarters = [(place, places[place]) for place in range(min(places), max(places) + 1)]
    top = min(places, key=lambda place: (-places[place], place))
    lately = sum(one > _year_ago(scene.full.today) for one in days)
    bars = [(f"{place // 4}-{1 + place % 4 * 3:02d}-01", people) for place, people in quarters]
    most = count(places[top], "person", "people")
    title = f"You gained most from {_quarter(top)}: {most}; in the last twelve months {number(lately)}"
    undated = scene.people - len(days)
    left = f" {count(undated, 'person has', 'people have')} no day and {'is' if undated == 1 else 'are'} left out."
    years = sorted({place // 4 for place, _ in quarters})
    return chart(
        "growth",
        title=title,
        alt=f"Bars of new people by quarter, {_quarter(quarters[0][0])} to {_quarter(quarters[-1][0])}. {title}.",
        source=source(scene, "connections", "contacts")
        + _last("three months", bars[-1][0], scene)
        + (left if undated else ""),
        figure=charts.growth(bars),
        head=["Year", "January to March", "April to June", "July to September", "October to December", "In all"],
        rows=[_year(year, places) for year in years],
    ) | {"facts": {"lately": lately, "undated": undated}}


def _last(span: str, start: str, scene: Scene) -> str:
    """Return in a sentence what a bar is, and where the data ends within the last, which begins with `start`."""
    end = scene.full.export_date or scene.full.today
    whole = _back(end[:7], 1 if span == "a month" else 3) >= start[:7]
    return f" A bar is {span}." if whole else f" A bar is {span}; the last ends on {day(end)}, where the data ends."


def _year(year: int, places: Counter[int]) -> list[str]:
    counts = [places[4 * year + place] for place in range(4)]
    return [str(year), *(number(one) for one in counts), number(sum(counts))]


def _year_ago(today: str) -> str:
    return f"{int(today[:4]) - 1}{today[4:]}"


def _quarter(place: int) -> str:
    first = place % 4 * 3
    return f"{MONTHS[first]} to {MONTHS[first + 2]} {place // 4}"


def _messages(scene: Scene) -> dict[str, Any] | None:
    """Return the messages of the last three years by month."""
    months, today = scene.full.exchange.months, scene.full.today
    drawn = [one for one in months if one.month > _back(today[:7], MONTHS_MOST)]
    if not sum(one.sent + one.received for one in drawn):
        return None
    before = sum(one.sent + one.received for one in months) - sum(one.sent + one.received for one in drawn)
    last, former = _years(drawn, today[:7])
    title = _more_or_less(last, former)
    earlier = f" {count(before, 'message')} before {day(drawn[0].month)} {'is' if before == 1 else 'are'} not drawn."
    return chart(
        "messages",
        title=title,
        alt=f"Bars by month, messages to you above the line and from you below it. {title}.",
        source=source(scene, "messages")
        + _last("a month", drawn[-1].month, scene)
        + " Messages to groups are not counted."
        + (earlier if before else ""),
        figure=charts.messages(drawn),
        head=["Month", "From you", "To you", "People"],
        rows=[[day(one.month), number(one.sent), number(one.received), number(one.people)] for one in drawn],
    ) | {"facts": {"last": last, "former": former, "before": before, "people": [one.people for one in drawn]}}


def _back(month: str, many: int) -> str:
    """Return the month so many months before."""
    place = 12 * int(month[:4]) + int(month[5:7]) - 1 - many
    return f"{place // 12}-{place % 12 + 1:02d}"


def _years(drawn: list[Month], now: str) -> tuple[int, int]:
    """Return the messages of the last twelve whole months, and of the twelve before."""
    last, former = (
        sum(one.sent + one.received for one in drawn if _back(now, start) <= one.month < _back(now, end))
        for start, end in ((12, 0), (24, 12))
    )
    return last, former


def _more_or_less(last: int, former: int) -> str:
    """Return in a sentence how much is written now, and how much was a year ago."""
    return f"{count(last, 'message')} to and fro in the last twelve months, {number(former)} in the twelve before"


def _states(scene: Scene) -> dict[str, Any]:
    counts = Counter(one.strength for one in scene.full.people)
    lines = [(capital(STRENGTH_WORDS[key]), counts[key]) for key in STATES]
    rest = [(capital(STRENGTH_WORDS["unknown"]), counts["unknown"])]
    unknown, people = counts["unknown"], scene.people
    title = (
        f"Of {'all' if unknown == people else f'{number(unknown)} of'} your {number(people)} ties no strength is known"
    )
    if people == 1:
        title = f"The strength of your one tie is {'not ' if unknown else ''}known"
    elif not unknown:
        title = f"The strength of all your {number(people)} ties is known"
    return bar_table("states", title, lines, rest, scene.people)


def _balance(told: Exchange) -> list[str]:
    """Return who writes more, and how many write one way only."""
    if not told.sent and not told.received:
        return []
    head = "You write about as much as you get"
    if abs(told.sent - told.received) > EVEN * (told.sent + told.received):
        head = "You write more than you get" if told.sent > told.received else "You get more than you write"
    one_way = [
        f"{capital(word(told.only_sent))} you wrote to sent nothing back" if told.only_sent else "",
        f"{word(told.only_received)} wrote to you and got no word" if told.only_received else "",
    ]
    return [
        f"{head}: {count(told.sent, 'message')} sent, {number(told.received)} received",
        f"With {count(told.both, 'person', 'people')} it went both ways. "
        + capital("; ".join(one for one in one_way if one))
        + ("." if any(one_way) else ""),
    ]


def _quiet(one: OldTie, scene: Scene) -> dict[str, Any] | None:
    """Return who fell silent and why they are named; None for somebody this form does not name."""
    person = scene.by_id.get(one.person) if scene.personal else None
    if person is None:
        return None
    return {
        "index": scene.index[one.person],
        "name": tidy(person.name) or "(no name)",
        "url": profile_link(person.url),
        "title": tidy(person.title),
        "company": tidy(person.company),
        "sent": one.sent,
        "received": one.received,
        "why": f"You sent {number(one.sent)} and got {count(one.received, 'message')} between "
        f"{day(one.first_day[:7])} and {day(one.last_day[:7])}.",
    }
