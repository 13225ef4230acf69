"""What a script does that was written in an evening with the same five packages: rows in loops, pairs in graphs.

    python -m benchmarks.speed.naive ARCHIVE TARGETS PAGE RESULT

Messages row by row, the default scorer over every row, each colleague joined to each other, a spring layout, a list
chosen in plain loops and `to_html`. No stage is made slow on purpose; each of these habits is common.
"""

from __future__ import annotations

import io
import itertools
import math
import time
import zipfile
from typing import Any

import networkx as nx
import pandas as pd
import plotly.graph_objects as go
from rapidfuzz import fuzz, process

from benchmarks.speed import job as shared


def counted(messages: pd.DataFrame, me: str) -> dict[str, int]:
    """Return messages of each profile, row by row."""
    counts: dict[str, int] = {}
    for _, row in messages.iterrows():
        if row["FOLDER"] != "SPAM":
            sent = row["SENDER PROFILE URL"] == me
            whom = row["RECIPIENT PROFILE URLS"] if sent else row["SENDER PROFILE URL"]
            counts[whom] = counts.get(whom, 0) + 1
    return counts


def nearest(cells: list[str], targets: list[str]) -> list[tuple[int, float]]:
    """Return the place of the likest target of each cell, or -1, and its score."""
    lower = [target.lower() for target in targets]
    found = []
    for cell in cells:
        hit = process.extractOne(cell.lower(), lower, scorer=fuzz.WRatio, score_cutoff=shared.COMPANY_LEAST)
        found.append((hit[2], hit[1]) if cell and hit else (-1, 0.0))
    return found


def everybody_joined(people: pd.DataFrame) -> nx.Graph[int]:
    """Return a graph in which all who share a company are joined."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(people)))
    for company, rows in people.groupby("Company").indices.items():
        if company:
            graph.add_edges_from(itertools.combinations(list(rows), 2))
    return graph


def spread_list(value: list[float], kinds: list[list[Any]], count: int) -> list[int]:
    """Return the places chosen one by one, as the floor chooses them."""
    used: list[dict[Any, int]] = [{} for _ in kinds]
    chosen: list[int] = []
    for _ in range(min(count, len(value))):
        best, pick = -math.inf, -1
        for at, base in enumerate(value):
            if at in chosen:
                continue
            total = base
            for seen, kind in zip(used, kinds, strict=True):
                before = seen.get(kind[at], 0)
                total += 0.3 * (math.sqrt(before + 1) - math.sqrt(before))
            if total > best:
                best, pick = total, at
        chosen.append(pick)
        for seen, kind in zip(used, kinds, strict=True):
            seen[kind[pick]] = seen.get(kind[pick], 0) + 1
    return chosen


def page_of(people: pd.DataFrame, graph: nx.Graph[int], value: list[float]) -> str:
    """Return the drawn network and the table of everybody as HTML."""
    top = sorted(range(len(people)), key=lambda at: -value[at])[: shared.DRAWN]
    places = nx.spring_layout(graph.subgraph(top), seed=1)
    marks = go.Scatter(
        x=[float(one[0]) for one in places.values()],
        y=[float(one[1]) for one in places.values()],
        mode="markers",
        text=[people["First Name"][at] for at in places],
    )
    return str(go.Figure(marks).to_html()) + people.to_html()


def main() -> None:
    """Do it all once."""
    job, stages = shared.read_job(), {"imports": time.process_time()}

    def done(stage: str) -> None:
        stages[stage] = time.process_time() - sum(stages.values())

    with zipfile.ZipFile(job.archive) as file:
        people = pd.read_csv(io.BytesIO(file.read("Connections.csv")), skiprows=3)
        talk = pd.read_csv(io.BytesIO(file.read("messages.csv")))
    people = people.dropna(subset=["URL"]).reset_index(drop=True)
    people[["Company", "Position"]] = people[["Company", "Position"]].fillna("")
    done("read")
    counts = counted(talk, job.me)
    people["messages"] = [counts.get(url, 0) for url in people["URL"]]
    done("messages")
    company = nearest(people["Company"].tolist(), job.companies)
    done("companies")
    title = nearest(people["Position"].tolist(), job.jobs)
    done("titles")
    graph = everybody_joined(people)
    circles = enumerate(nx.community.louvain_communities(graph, seed=1))
    circle = {one: number for number, members in circles for one in members}
    done("communities")
    rows = zip(company, title, people["messages"].tolist(), strict=True)
    value = [(firm[0] >= 0) + work[1] / 100 + math.log1p(count) / 10 for firm, work, count in rows]
    years = people["Connected On"].str[-4:].tolist()
    round_them = [circle[at] for at in range(len(people))]
    kinds: list[list[Any]] = [people["Company"].tolist(), people["Position"].tolist(), round_them, years]
    chosen = spread_list(value, kinds, shared.CHOSEN)
    people["chosen"] = people.index.isin(chosen)
    done("list")
    job.out.write_text(page_of(people, graph, value), "utf-8")
    done("drawing and page")
    found = [
        (url, firm[0], work[0], count)
        for url, firm, work, count in zip(people["URL"], company, title, people["messages"], strict=True)
    ]
    shared.write_result(job, stages, found)


if __name__ == "__main__":
    main()
