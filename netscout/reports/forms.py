"""What each form of the page may hold: the shortlist alone for a shared page, and names hidden where that is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from netscout.model.campaign import Campaign
from netscout.model.ranking import RankedList
from netscout.model.report import ReportData
from netscout.reports.cleaning import redact
from netscout.reports.concealing import concealer, sparing
from netscout.reports.ordinary import ordinary
from netscout.reports.text import count

CONTENTS = {
    "mine": (
        "This page is yours.",
        """It names everybody in your network and says of those on the lists why they stand there, with counts and
dates of your messages. It holds no e-mail address, phone number, note, message text or file path of yours. Do not
pass it on: `netscout report --share` writes one for others, and with `--hide-names` one without names. If you only
got this page, ask whoever made it for that form. It also shows that you are looking for a change.""",
    ),
    "share": (
        "This page is made to be shown.",
        """It names the people on the shortlist, with how often and when you last wrote, and gives totals; everybody
else is a number. Where a title, a company or your own words hold somebody else's full name, [name] stands; a first
name, surname or nickname alone may be left. It holds no request text, note, campaign record, e-mail address, phone
number or message text. It contains your career plans.""",
    ),
    "hidden": (
        "This page is made to be shown, names hidden.",
        """The people on the shortlist are numbered, everybody else is a count, and [name] stands for the full name of
anybody you know. What may be left: a name that is also the word for a job, a company or a place here, a nickname, and
of somebody not listed a first name or surname alone. Job titles and employers still stand here and may tell a reader
who somebody is. It holds no request text, note, campaign record, e-mail address, phone
number or message text. It contains your career plans.""",
    ),
    "private": (
        "Private: this page is for your eyes only.",
        """It is the page that is yours, and with it your own notes on the people on the lists, those you typed and
those in files you loaded. It holds no e-mail address, phone number or message text. It also shows that you are
looking for a change. Do not pass it on.""",
    ),
}
CAMPAIGN = {
    "mine": "It tells from your log whom you asked, what came of it and who named whom, without your notes.",
    "private": "It tells from your log whom you asked, what came of it and who named whom, with your words beside it.",
}
"""What the campaign adds to a page of one's own, form by form."""
_MAP = """It names everybody in your network: each dot is a person. It holds no e-mail address, phone number, note or
message text. Do not pass it on: `netscout map --share` writes one for others, and with `--hide-names` one without
names."""
MAPS = {
    "mine": _MAP,
    "private": _MAP,
    "share": """It names the people on the shortlist and says how well you know them and how likely they are to answer;
everybody else is counted. Where a title or a company holds somebody else's full name, [name] stands; a first name,
surname or nickname alone may be left. It holds no e-mail address, phone number, note or message text, and it contains
your career plans. The people listed
do not know of it: ask yourself whether each would mind. `netscout map --share --hide-names` writes one with the names
taken out.""",
    "hidden": f"{CONTENTS['hidden'][1]} Read it through before you send it.",
}
"""What the map alone contains, form by form: there are no notes and no requests on it."""
_BOTH = """To somebody who advises you, show it on your own screen, or write `netscout report --share` and read that
through before you send it: it names only the people on the lists. `netscout report --share --hide-names` writes
one with the names taken out, but a job title and an employer together can still tell who somebody is. A request text
is for the one person it addresses. What one person told you stays with you unless they said you may pass it on."""
PASS_ON = {
    "mine": f"""Keep this page to yourself: the people in it do not know that they stand on a list, and how well you
know them or how often they answer is nobody else's business. {_BOTH}""",
    "private": f"""Keep this page to yourself: it holds your notes, the people in it do not know that they stand on a
list, and how well you know them is nobody else's business. {_BOTH}""",
    "share": """This page is for the one or two people who advise you, not for a website or a group. It says of each
person listed how often and when you last wrote, and the people listed do not know of it: ask yourself whether each
would mind. If one would, write the page again with `netscout report --share --hide-names`, or keep them off with
`netscout avoid`.""",
    "hidden": """The names are taken out, but a job title and an employer together can tell who somebody is, above all
in a small company. Read the lists through before you send the page, and keep off with `netscout avoid` whoever would be
known at once.""",
}
"""What a reader must not share, form by form, in plain words."""


def form_key(data: ReportData) -> str:
    """Return which form of the page this is: mine, private, share or hidden."""
    return "hidden" if data.form == "share" and data.hide_names else data.form


def contents(data: ReportData, *, alone: bool = False) -> tuple[str, str]:
    """Return what stands at the top of this form of the page, or of the map `alone`: a heading and what it contains."""
    key = form_key(data)
    if alone:
        return CONTENTS["mine" if key == "private" else key][0], " ".join(MAPS[key].split())
    heading, holds = CONTENTS[key]
    words = " ".join(holds.split())
    if data.campaign and data.form != "share":
        words = f"{words} {CAMPAIGN[data.form]}"
    if data.form == "private":
        people = len({one.person for one in data.notes})
        where = f"on {count(people, 'person', 'people')}" if people else "so far"
        found = count(len(data.notes), "note") if people else "no note"
        words = f"{words} There {'is' if len(data.notes) < 2 else 'are'} {found} {where}."
    return heading, words


def pass_on(data: ReportData) -> str:
    """Return what to think of before this form of the page goes to somebody else."""
    return " ".join(PASS_ON[form_key(data)].split())


def reduce(data: ReportData) -> ReportData:
    """Return what this form may name: everything for mine and private, the shortlist alone for share.

    With `hide_names` a listed person becomes "Person 1", "Person 2" in the order of the lists, without an address.
    """
    if data.form == "private":
        return data
    data = replace(data, notes=(), campaign=_without_notes(data.campaign))
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
        answered=None,
        said={},
        campaign=None,
        unreadable=(),
        doubts=(),
        exchange=replace(data.exchange, quiet=()),
    )
    return _hide(kept, chosen) if data.hide_names else kept


def _without_notes(campaign: Campaign | None) -> Campaign | None:
    """Return the campaign without what the user wrote beside the log and what others said, word for word."""
    if campaign is None:
        return None
    people = tuple(replace(one, notes=()) for one in campaign.people)
    return replace(campaign, people=people, chains=tuple(replace(one, words="") for one in campaign.chains))


def cleaner(data: ReportData) -> Callable[[str], str]:
    """Return what every text of this form goes through: addresses and numbers out, and the names it may not hold."""
    if data.form != "share":
        return redact
    conceal = _concealer(data)
    return cache(lambda text: conceal(redact(text)))


def _concealer(data: ReportData) -> Callable[[str], str]:
    """Return what takes names out of a text: of everybody, or where the listed are named of everybody else."""
    chosen = _chosen(data)
    rows = {row.id: row for pair in data.lists for ranked in pair for row in ranked.chosen}
    listed = {number: rows[person].name for person, number in chosen.items()}
    others = dict.fromkeys([*(one.name for one in data.people if one.id not in chosen), *data.unnamed])
    by_word = [name for name in others if " " not in name.strip()]
    if not data.hide_names:
        return sparing([*listed.values(), data.owner], others, ordinary(data, others, by_word))
    by_word += [*listed.values(), data.owner]
    companies = {
        number: {rows[person].company, rows[person].facets.get("company", "")} for person, number in chosen.items()
    }
    return concealer(listed, data.owner, others, ordinary(data, [*others, *by_word], by_word), companies)


def _chosen(data: ReportData) -> dict[str, int]:
    """Return each listed person's number, in the order of targets, lists and ranks."""
    numbers: dict[str, int] = {}
    for pair in data.lists:
        for ranked in pair:
            for row in ranked.chosen:
                numbers.setdefault(row.id, len(numbers) + 1)
    return numbers


def _only_chosen(ranked: RankedList) -> RankedList:
    return replace(ranked, rows=ranked.chosen, passed_over=())


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
