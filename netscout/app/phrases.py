"""Whole sentences about one person of a list: why them, what there is between you, how likely an answer is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netscout.lang import fill, texts
from netscout.model.changes import ChangeList
from netscout.model.days import month_of
from netscout.model.lists import CONNECTORS
from netscout.model.ranking import RankRow

if TYPE_CHECKING:
    from netscout.app.pipeline import Study
    from netscout.tables import Candidates


class Phrases:
    """Says the sentences of any person of one study and target."""

    def __init__(self, found: Study, table: Candidates, changes: ChangeList | None = None) -> None:
        """Keep the tables and find people in them by id; `changes` are those since the previous export."""
        self.before = changes.before if changes else None
        self.changed = {(one.person, one.kind): one.before for one in (changes.changes if changes else ())}
        self.found, self.table = found, table
        self.place = {person: place for place, person in enumerate(found.people["id"])}
        fits = table["verdict"].isin(["match", "related"]).to_numpy(bool)
        self.fitting = table.loc[fits & (table["company_key"] != ""), "company_key"].value_counts()

    def why(self, row: RankRow) -> str:
        """Return why this person: the work, then what there is between you."""
        work = self._doors(row) if row.list == CONNECTORS else self._work(row)
        return " ".join(one for one in (work, self.moved(row), self.between(row)) if one)

    def chance(self, row: RankRow) -> str:
        """Return the chance to answer as a band, with the fact behind it."""
        head = texts("asks")[f"chance_{row.band.replace(' ', '_')}"]
        return f"{head}: {self.fact(row)}."

    def fact(self, row: RankRow) -> str:
        """Return the fact behind the chance to answer, without a full stop."""
        tie, words = self._tie(row), texts("asks")
        hits, asked = round(tie["hits"]), round(tie["asked"])
        if asked >= 1:
            counts = {"hits": f"{hits:,}", "asked": f"{asked:,}"}
            told = fill(words["fact_answered" if hits else "fact_none_answered"], counts)
            return told if tie["sent_all"] == tie["sent"] else fill(words["fact_groups"], {"fact": told})
        facts = (
            (tie["received_all"], "fact_wrote"),
            (tie["sent_all"], "fact_sent_lately"),
            (tie["recommended_me"] or tie["recommended_by_me"], "fact_recommended"),
            (tie["invited_me"], "fact_invited"),
            (tie["evidence"] == "E1", "fact_gesture"),
            (tie["label"], "fact_label"),
        )
        return words[next((key for true, key in facts if true), "fact_nothing")]

    def moved(self, row: RankRow) -> str:
        """Return that the person took up this role or moved to this company since the previous export, else ""."""
        if not self.before:
            return ""
        for kind, key in (("title", "tie_new_role"), ("company", "tie_moved")):
            before = self.changed.get((row.id, kind), "")
            if before:
                return fill(texts("asks")[key], {"before": before, "month": month_of(self.before)})
        return ""

    def between(self, row: RankRow) -> str:
        """Return one sentence about the two of you, from facts alone."""
        tie, words = self._tie(row), texts("asks")
        day = tie["last_day"] if isinstance(tie["last_day"], str) else ""
        if tie["label"]:
            return words[f"tie_{tie['label']}"]
        if day and not (tie["sent"] and tie["received"]):
            return words["tie_one_way"]
        if day and row.warmth_band in ("warm", "cooling", "dormant"):
            return fill(words[f"tie_{row.warmth_band}"], {"month": month_of(day)})
        if tie["shared_employer"]:
            return fill(words["tie_employer"], {"employer": tie["shared_employer"]})
        since = self.found.people["connected_on"].iloc[self.place[row.id]]
        return fill(words["tie_since"], {"year": since[:4]}) if isinstance(since, str) else words["tie_unknown"]

    def _work(self, row: RankRow) -> str:
        one, words = self._candidate(row), texts("asks")
        if row.level == "holds" and one["company_verdict"] == "match":
            return words["work_holds_company"]
        return words.get(f"work_{row.level.replace('-', '_')}", "")

    def _doors(self, row: RankRow) -> str:
        one, words = self._candidate(row), texts("asks")
        if one["role_kind"] == "former-manager":
            return words["doors_former_manager"]
        if one["role_kind"]:
            return words["doors_role"]
        beside = int(self.fitting.get(one["company_key"], 0)) - (row.verdict in ("match", "related"))
        if beside > 0 and not str(one["company_key"]).startswith("self:"):
            many = fill(words["doors_colleagues"], {"count": f"{beside} people"})
            return words["doors_colleague"] if beside == 1 else many
        return words["doors_thread" if any(part.key == "reach" for part in row.parts) else "doors_plain"]

    def _tie(self, row: RankRow) -> dict[str, Any]:
        return {str(key): value for key, value in self.found.ties.iloc[self.place[row.id]].items()}

    def _candidate(self, row: RankRow) -> dict[str, Any]:
        return {str(key): value for key, value in self.table.iloc[self.place[row.id]].items()}
