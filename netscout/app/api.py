"""The public functions of `netscout`: thin, documented, with DataFrames out.

Columns of every table are documented in docs/reference/columns.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netscout.app.load import LoadOutcome
from netscout.app.load import load as _load
from netscout.app.options import RankOptions
from netscout.app.session import Session

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from plotly.graph_objects import Figure

Place = str | Path


def load(workspace: Place, *paths: Place, today: date, me: str | None = None) -> LoadOutcome:
    """Take exports into a workspace folder (made if missing) and return the account.

    `counts` are the totals by word, `notices` the warnings, `changes` what moved since the export before (None for a
    first one); `export.sources` holds for each zip its `files` (name, rows, counts) and those `ignored`, with reasons.

    Raises:
        netscout.errors.InputError: a file that cannot be taken in; nothing is stored.
    """
    return _load(Session(Path(workspace), today), [Path(one) for one in paths], me=me)


def add_target(
    workspace: Place,
    name: str,
    roles: Sequence[str],
    *,
    companies: Sequence[str] = (),
    industries: Sequence[str] = (),
    motivation: int = 3,
) -> None:
    """Write a career to explore into `targets.toml` of a workspace folder (made if missing).

    `roles` are job titles in your own words, `companies` and `industries` what you would like best; `motivation` goes
    from 1 to 5. A target of the same name is replaced; everything else in the file stays, its comments too.

    Raises:
        netscout.errors.RefusedError: an empty name or role, or no role at all; a motivation out of range.
        netscout.errors.SettingsError: targets.toml cannot be read.
    """
    from netscout.app.target import add
    from netscout.model.target import Target

    titles, firms, trades = (tuple([one] if isinstance(one, str) else one) for one in (roles, companies, industries))
    wanted = Target(name, titles, companies=firms, industries=trades, motivation=motivation)
    add(Session(Path(workspace), date.min), wanted)


def people(workspace: Place) -> pd.DataFrame:
    """Return one row for each person but the owner: columns of `netscout.tables.PEOPLE`."""
    from netscout.app.pipeline import people_table

    with Session(Path(workspace), date.min).open() as opened:
        return people_table(opened)


def match_titles(titles: pd.Series | Iterable[str], roles: Sequence[str]) -> pd.DataFrame:
    """Return one row for each distinct title: `title`, `verdict` (match, related, no, unknown), `level`,
    `probability` (0..1), `reason`, `role` (the phrase of `roles` it was held against).
    """  # noqa: D205  # the columns are the summary
    from netscout.matching.verdicts import match_titles as judge

    return judge(titles, roles)


def match_companies(
    companies: pd.Series | Iterable[str], targets: Sequence[str], aliases: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Return one row for each distinct company: `company`, `verdict` (match, related, no), `tier`, `target`,
    `relation`, `reason`. `aliases` maps your own spellings to names.
    """  # noqa: D205  # the columns are the summary
    from netscout.matching.companies import match_companies as judge

    return judge(companies, targets, aliases or {})


def rank(
    workspace: Place, *, today: date, target: str | None = None, count: int = 10, by: str = "value"
) -> pd.DataFrame:
    """Return both lists: one row for each person and list, best first, everybody present.

    Columns are the fields of `netscout.model.ranking.RankRow` but for parts, gains, reasons and facets; `rank` is 0
    for people not chosen, `excluded` says why somebody stands on no list. `target` None is the one of highest
    motivation.
    """
    from netscout.app.rank import as_frame
    from netscout.app.rank import rank as ranking

    options = RankOptions(target=target, count=count, by=by)
    return as_frame(ranking(Session(Path(workspace), today), options))


def why(workspace: Place, person: str, *, today: date, target: str | None = None) -> pd.DataFrame:
    """Return why somebody stands where they stand: one row for each part of the score on each list.

    Columns: `list`, `key`, `points`, `sentence`, `source` (the file it rests on). The points of a list add up to
    `score` of `rank`. `person` is an id, a profile address, an e-mail address or a name.

    Raises:
        netscout.errors.UnknownPersonError: nobody is called so.
        netscout.errors.AmbiguousPersonError: several people are.
    """
    from netscout.app.why import as_frame
    from netscout.app.why import why as explain

    return as_frame(explain(Session(Path(workspace), today), person, target))


def figures(workspace: Place, *, today: date, target: str | None = None) -> dict[str, Figure]:
    """Return the figures of the page by name, as plotly figures 960 pixels wide, each with its finding as title.

    `territories` is the map by kind of work and `territories by ...` the same people by another field, such as
    `territories by field of business`; `links` shows who leads where. Then come the smaller charts of the page: `price`
    (what variety costs; of further targets `price-1` and so on), `growth`, `messages`. One without anything to show is
    left out. The map draws what the page draws at first: of more than 3,000 people the shortlist alone stands as dots.
    """
    from netscout.app.figures import figures as drawn

    return drawn(Session(Path(workspace), today), target)


def report(workspace: Place, out: Place, *, today: date, target: str | None = None, form: str = "mine") -> Path:
    """Write the offline page to `out` and return the path; `form` is mine, private or share."""
    from netscout.app.report import report as write

    return write(Session(Path(workspace), today), target=target, out=Path(out), form=form)


def graph(workspace: Place, *, today: date, target: str | None = None) -> nx.Graph[str]:
    """Return the network as a graph: nodes of kind ego, person, organisation, target; edges of kind tie, works-at,
    conversation, shared-employer, fits. Attributes: see docs/reference/columns.md. No measure of structure is there.
    """  # noqa: D205  # the kinds are the summary
    from netscout.app.rank import network

    return network(Session(Path(workspace), today), target)
