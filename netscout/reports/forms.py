"""What each form of the page may hold: the shortlist alone for a shared page, and names hidden where that is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from netscout.model.ranking import RankedList
from netscout.model.report import ReportData
from netscout.reports.cleaning import redact
from netscout.reports.concealing import concealer

CONTENTS = {
    "mine": (
        "This page is yours.",
        """It names the people of your network, with the reasons for each place on the list. It holds no e-mail address,
phone number, note, message text or file path of yours. Do not pass it on: `netscout report --share` writes one for
others.""",
    ),
    "share": (
        "This page is made to be shown.",
        """It names the people on the shortlist and gives totals; everybody else is a number. It holds no request text,
note, campaign record, e-mail address, phone number or message text.""",
    ),
    "hidden": (
        "This page is made to be shown, names hidden.",
        """The people on the shortlist are numbered, everybody else is a count. Job titles and employers still stand
here and may tell a reader who somebody is.""",
    ),
    "private": (
        "Private: this page is for your eyes only.",
        """It is the full form, with everything netscout may show of your notes and themes. Do not pass it on.""",
    ),
}


def contents(data: ReportData) -> tuple[str, str]:
    """Return what stands at the top of this form of the page: a heading and a sentence of what it contains."""
    heading, holds = CONTENTS["hidden" if data.form == "share" and data.hide_names else data.form]
    return heading, " ".join(holds.split())


def reduce(data: ReportData) -> ReportData:
    """Return what this form may name: everything for mine and private, the shortlist alone for share.

    With `hide_names` a listed person becomes "Person 1", "Person 2" in the order of the lists, without an address.
    """
    if data.form != "share":
        return data
    chosen = _chosen(data)
    kept = replace(
        data,
        lists=tuple((_only_chosen(one), _only_chosen(two)) for one, two in data.lists),
        asks=tuple(
            replace(ask, request="", no_request="Request texts are left out of a page made to be shown.")
            for ask in data.asks
            if ask.person in chosen
        ),
        people=tuple(one for one in data.people if one.id in chosen),
        links=tuple(one for one in data.links if one.one in chosen and one.other in chosen),
        fields=tuple(replace(one, example_titles=()) for one in data.fields),
        changes=None,
        unreadable=(),
        doubts=(),
    )
    return _hide(kept, chosen) if data.hide_names else kept


def cleaner(data: ReportData) -> Callable[[str], str]:
    """Return what every text of this form goes through: addresses and numbers out, hidden names concealed."""
    if data.form != "share" or not data.hide_names:
        return redact
    names = {row.id: row.name for pair in data.lists for ranked in pair for row in ranked.rows}
    conceal = concealer({place: names.get(person, "") for person, place in _chosen(data).items()}, data.owner)
    return lambda text: conceal(redact(text))


def _chosen(data: ReportData) -> dict[str, int]:
    """Return each listed person's number, in the order of targets, lists and ranks."""
    numbers: dict[str, int] = {}
    for pair in data.lists:
        for ranked in pair:
            for row in sorted((one for one in ranked.rows if one.rank), key=lambda one: one.rank):
                numbers.setdefault(row.id, len(numbers) + 1)
    return numbers


def _only_chosen(ranked: RankedList) -> RankedList:
    return replace(ranked, rows=tuple(row for row in ranked.rows if row.rank), passed_over=())


def _hide(data: ReportData, numbers: dict[str, int]) -> ReportData:
    """Number the people listed; their names inside other texts are concealed already (`cleaner`)."""
    return replace(
        data,
        owner="",
        lists=tuple((_hide_list(one, numbers), _hide_list(two, numbers)) for one, two in data.lists),
        asks=tuple(replace(ask, name=f"Person {numbers[ask.person]}", url="") for ask in data.asks),
        people=tuple(replace(one, name=f"Person {numbers[one.id]}", url="", excluded="") for one in data.people),
    )


def _hide_list(ranked: RankedList, numbers: dict[str, int]) -> RankedList:
    rows = tuple(replace(row, name=f"Person {numbers[row.id]}", url="", passed_over="") for row in ranked.rows)
    return replace(ranked, rows=rows)
