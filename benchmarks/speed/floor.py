"""As little time as the task can take: zip in, page out, with the quickest library we know for every stage.

    python -m benchmarks.speed.floor ARCHIVE TARGETS PAGE RESULT

polars reads, igraph finds communities, orjson writes, isal unpacks where it is there. It keeps nothing, checks nothing
and explains nothing: messages by person, companies and titles against the targets, communities, a list that is spread,
a drawn network and one page that holds everybody. A bound from below, not a tool.
"""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from pathlib import Path
from typing import Any

import igraph
import numpy as np
import orjson
import polars as pl
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from benchmarks.speed import job as shared

try:
    from isal import isal_zlib
except ImportError:
    isal_zlib = zlib

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_FORM = r"[ ,]+(?:inc|llc|ltd|limited|gmbh|corp|plc|ag|s\.a|b\.v|pty ltd)\.?$"
_PLACE = r"(?: \(.*\)| \| .*|, .*| - .*| germany| north america)$"
_RANK = r"\b(?:senior|sr|lead|principal|junior|head of|deputy|regional|chief|interim|ii)\b"
_CLIPPED = {"eng": "engineer", "mgr": "manager", "dir": "director", "coord": "coordinator", "dev": "developer"}
_CLIPPED |= {"spec": "specialist", "hr": "human resources", "ux": "user experience", "ops": "operations"}
_PAGE = b"""<!doctype html><meta charset=utf-8><title>Network</title><canvas id=c width=900 height=600></canvas><script>
const D=%s,g=c.getContext("2d");for(const[x,y]of D.places)g.fillRect(450+9*x,300+9*y,3,3)</script>"""


def unpacked(archive: Path, name: str) -> bytes:
    """Return the bytes of one file of the archive."""
    with zipfile.ZipFile(archive) as file, archive.open("rb") as raw:
        info = file.getinfo(name)
        raw.seek(info.header_offset + 26)
        raw.seek(sum(struct.unpack("<HH", raw.read(4))), 1)
        return bytes(isal_zlib.decompress(raw.read(info.compress_size), -15))


def people_of(data: bytes) -> pl.DataFrame:
    """Return the connections that have a profile."""
    table = pl.read_csv(data[data.index(b"First Name,") :], infer_schema=False)
    return table.filter(pl.col("URL").is_not_null()).with_columns(pl.col("Company", "Position").fill_null(""))


def messages_of(data: bytes, me: str) -> pl.DataFrame:
    """Return messages, those sent, and the newest of each profile; spam left out."""
    sent = pl.col("SENDER PROFILE URL") == me
    whom = pl.when(sent).then("RECIPIENT PROFILE URLS").otherwise("SENDER PROFILE URL").alias("URL")
    kept = pl.scan_csv(io.BytesIO(data), infer_schema=False).filter(pl.col("FOLDER") != "SPAM")
    found = kept.group_by(whom).agg(pl.len().alias("n"), sent.sum().alias("sent"), pl.col("DATE").max().alias("newest"))
    return found.collect(engine="streaming")


def plain_companies(names: pl.Series) -> pl.Series:
    """Return names in small letters, without legal form, place and marks."""
    text = names.str.strip_chars().str.to_lowercase().str.replace(_FORM, "").str.replace(_PLACE, "")
    text = text.str.replace(_FORM, "").str.replace("^the ", "").str.replace_all("&", " and ", literal=True)
    return text.str.replace_all(r"[^\w ]", "").str.replace_all(r" +", " ").str.strip_chars()


def plain_titles(names: pl.Series) -> pl.Series:
    """Return titles in small letters, without ranks, remarks and marks."""
    text = names.str.to_lowercase().str.replace(r" (?:\||\(|- ).*$", "").str.replace(", emea$", "")
    text = text.str.replace_all(r"[^a-z0-9 ]", " ").str.replace_all(_RANK, " ")
    for short, long in _CLIPPED.items():
        text = text.str.replace_all(rf"\b{short}\b", long)
    return text.str.replace_all(r" +", " ").str.strip_chars()


def numbered(values: pl.Series) -> tuple[pl.Series, Ints]:
    """Return the distinct values in order, and the place of each row's among them."""
    return values.unique().sort(), values.rank("dense").to_numpy().astype(np.int64) - 1


def link_companies(names: pl.Series, wanted: list[str]) -> tuple[Ints, Ints]:
    """Return the number of each row's company, and the place of its target or -1; distinct names are compared once."""
    distinct, number = numbered(plain_companies(names))
    targets = plain_companies(pl.Series(wanted)).to_list()
    best = np.full(len(distinct), -1)
    for start in range(0, len(distinct), 100_000):
        part = distinct[start : start + 100_000].to_list()
        like = process.cdist(
            part, targets, scorer=fuzz.ratio, score_cutoff=shared.COMPANY_LEAST, dtype=np.uint8, workers=-1
        )
        first = like.argmax(axis=1)
        best[start : start + len(part)] = np.where(like.max(axis=1) > 0, first, -1)
    return number, best[number]


def link_titles(names: pl.Series, wanted: list[str]) -> tuple[Ints, Ints, Floats]:
    """Return the number of each row's title, the place of its target or -1, and how like they are, 0 to 1.

    Each distinct word is compared once with each word of the targets; a title is as like as the rare words it shares.
    """
    distinct, number = numbered(plain_titles(names))
    bags = distinct.str.split(" ")
    sizes = bags.list.len().to_numpy().astype(np.int64)
    known, word = numbered(bags.explode(empty_as_null=False))
    weight = np.log(1 + len(distinct) / np.bincount(word, minlength=len(known)))
    targets = [text.split() for text in plain_titles(pl.Series(wanted)).to_list()]
    asked = sorted({one for text in targets for one in text})
    place = {one: at for at, one in enumerate(asked)}
    like = process.cdist(known.to_list(), asked, scorer=fuzz.ratio, score_cutoff=80, dtype=np.uint8, workers=-1)
    begin = np.cumsum(sizes) - sizes
    nearest = np.maximum.reduceat(like[word], begin, axis=0) / 100.0
    heavy = np.add.reduceat(weight[word], begin)
    own = dict(zip(known.to_list(), weight.tolist(), strict=True))
    most = float(weight.max())
    score = np.zeros((len(distinct), len(targets)))
    for at, text in enumerate(targets):
        worth = np.array([own.get(one, most) for one in text])
        score[:, at] = 2 * (nearest[:, [place[one] for one in text]] @ worth) / (heavy + worth.sum())
    best, value = score.argmax(axis=1), score.max(axis=1)
    return number, np.where(value >= shared.TITLE_LEAST, best, -1)[number], value[number]


def graph_of(count: int, groups: list[tuple[Ints, NDArray[np.bool_]]]) -> igraph.Graph:
    """Return people and their groups as one graph: a group of k people has k edges."""
    edges, offset = [], count
    for number, there in groups:
        edges.append(np.column_stack([np.flatnonzero(there), number[there] + offset]))
        offset += int(number.max()) + 1
    return igraph.Graph(n=offset, edges=np.concatenate(edges))


def spread_list(value: Floats, kinds: list[Ints], count: int) -> list[int]:
    """Return the places chosen one by one: value, and a gain that shrinks with every one of its kinds chosen before."""
    gain = 0.3 * np.diff(np.sqrt(np.arange(count + 2)))
    used = [np.zeros(int(kind.max()) + 1, dtype=np.int64) for kind in kinds]
    left, chosen = value.copy(), []
    for _ in range(min(count, len(left))):
        total = left + sum(gain[seen[kind]] for seen, kind in zip(used, kinds, strict=True))
        pick = int(total.argmax())
        chosen.append(pick)
        left[pick] = -np.inf
        for seen, kind in zip(used, kinds, strict=True):
            seen[kind[pick]] += 1
    return chosen


def packed(values: pl.Series) -> dict[str, Any]:
    """Return a column as its distinct values and the place of each row's among them."""
    distinct, number = numbered(values)
    return {"values": distinct.to_list(), "at": number.tolist()}


def main() -> None:
    """Do it all once."""
    job, stages = shared.read_job(), {"imports": time.process_time()}

    def done(stage: str) -> None:
        stages[stage] = time.process_time() - sum(stages.values())

    contacts, talk = unpacked(job.archive, "Connections.csv"), unpacked(job.archive, "messages.csv")
    done("unzip")
    people = people_of(contacts)
    people = people.join(messages_of(talk, job.me), on="URL", how="left", maintain_order="left")
    count = people["n"].fill_null(0).to_numpy()
    done("read")
    firm, company = link_companies(people["Company"], job.companies)
    done("companies")
    work, title, like = link_titles(people["Position"], job.jobs)
    done("titles")
    graph = graph_of(
        len(people), [(firm, (people["Company"] != "").to_numpy()), (work, (people["Position"] != "").to_numpy())]
    )
    circle = np.array(graph.community_multilevel().membership)[: len(people)]
    done("communities")
    value = (company >= 0) + like + np.log1p(count) / 10
    chosen = spread_list(value, [firm, work, circle, numbered(people["Connected On"].str.slice(-4))[1]], shared.CHOSEN)
    top = np.argsort(-value, kind="stable")[: shared.DRAWN]
    near = {other for one in top.tolist() for other in graph.neighbors(one)}
    drawn = graph.induced_subgraph(sorted({*top.tolist(), *near}))
    places = np.round(np.array(drawn.layout_fruchterman_reingold(niter=50).coords), 2)
    done("list and drawing")
    columns = {
        name: packed(people[name]) for name in ("First Name", "Last Name", "Company", "Position", "Connected On")
    }
    view = {"people": columns, "messages": count.tolist(), "chosen": chosen, "places": places.tolist()}
    job.out.write_bytes(_PAGE % orjson.dumps(view | {"edges": drawn.get_edgelist()}).replace(b"</", b"<\\/"))
    done("page")
    found = zip(people["URL"].to_list(), company.tolist(), title.tolist(), count.tolist(), strict=True)
    shared.write_result(job, stages, list(found))


if __name__ == "__main__":
    main()
