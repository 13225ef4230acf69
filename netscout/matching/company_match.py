"""Companies against the companies of a target: match, related or no, with the tier, the relation and the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netscout.matching.company_likeness import country_of, is_rare, rarity, share
from netscout.matching.company_names import (
    NAME_LETTERS,
    company_key,
    company_kind,
    fold,
    fold_all,
    is_one_part,
    key_words,
    kind_of_words,
    split_brackets,
    strip_legal,
)
from netscout.matching.company_resolver import Hit, Resolver, shipped_resolver
from netscout.matching.company_spelling import is_roman
from netscout.matching.company_table import Edge, Form, Organisation
from netscout.model.verdict import CompanyLink, CompanyVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

_SERIES_WORDS = frozenset({"fund", "funds", "series", "partners", "fonds", "fondo"})
_WEAK_SHARE = 0.5
_WEAK_LEAST = 0.499
"""A little less than that share: what is under it for certain is not reckoned in the exact order of words."""
_RANKS = {"match": 0, "related": 1, "no": 2}
_TIERS = {"exact": 0, "alias": 1, "strong": 2, "weak": 3, "": 4}
_FORMER = re.compile(
    r"^\s*(?:ex|former|formerly|previously|formerly at|ehemals)[\s\-–:]+(?P<name>\S.*)$", re.IGNORECASE
)
_ALUMNI = re.compile(
    r"^\s*(?P<name>.+?)[\s,(\-–|]+(?:alumni|alumnae|alums|retirees|former|ehemalige)\b.*$", re.IGNORECASE
)
_LEFT = re.compile(r"[(\[]\s*(?:ex|former|formerly|alumni|ehemals|retired)\s*[)\]]\s*$", re.IGNORECASE)
_OWNED = re.compile(
    r"^\s*(?P<head>.+?)[\s,(\-–|:]+(?P<how>an?|(?:now )?part of|acquired by|(?:an? )?division of|"
    r"(?:an? )?subsidiary of|(?:an? )?member of|owned by|by)\s+(?:the\s+)?(?P<name>\S.*?)"
    r"(?:\s+(?:company|group|business|brand|subsidiary|family))?[)\s.]*$",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^\s*(?:ex|former|previously|ehemals)|[\s,(\[\-–|:](?:ex|former|alum|retire|ehemal|"
    r"(?:an?|by|part of|division of|subsidiary of|member of)\s)",
    re.IGNORECASE,
)
"""What a name must hold for one of the four patterns above to fit it: one look instead of four."""


class CompanyMatcher:
    """Judges companies against a target's companies; build it once per target, ask it once per distinct company."""

    def __init__(self, targets: Sequence[str], aliases: Mapping[str, str] | None = None) -> None:
        """Take the target's companies and the user's own aliases (company as written -> name meant)."""
        self._resolver = user_resolver(aliases or {})
        self._targets: dict[str, str] = {}
        self._countries: dict[str, str] = {}
        self.understood: tuple[CompanyLink, ...] = tuple(self._understand(target) for target in targets)
        self._resolver.spell(self._targets)
        self._verdicts: dict[str, CompanyVerdict] = {}
        self._order = tuple(self._targets)
        self._trees: dict[str, list[int]] = {}
        for place, key in enumerate(self._order):
            for above in (key, *(above for above, _ in self._resolver.directory.ancestors(key))):
                self._trees.setdefault(above, []).append(place)
        parts = [(target, key_words(target)) for target in dict.fromkeys(self._targets.values())]
        self._parts = {target: (words, rarity(dict.fromkeys(words))) for target, words in parts}
        self._rare = self._rare_words()
        series = [(_series(key_words(target)), target) for target in reversed(self._targets.values())]
        self._series = {common: target for common, target in series if common}
        self._unnamed: dict[str, CompanyVerdict] = {}

    def _understand(self, target: str) -> CompanyLink:
        kind = company_kind(target)
        if kind != "company":
            return CompanyLink("", target.strip(), "", kind, "no company that people could work for together")
        resolver = self._resolver
        hit = resolver.named(target)
        lead = None if hit else resolver.resolve_words(key_words(target))
        country = country_of(target, end=hit is None)
        if country:
            self._countries[target] = country
        slip = lead is not None and lead.how in {"typo", "spelt"}
        if slip:
            hit = lead
        if hit is None:
            key = company_key(target)
            edges = (Edge("division-of", lead.key, ""),) if lead and lead.how == "lead" else ()
            resolver.directory.add(Organisation(key, target.strip(), edges=edges))
            resolver.add(target, Form(key, target.strip()), wins=True)
            hit = Hit(key, "exact", Form(key, target.strip()), "name")
        for text in split_brackets(target)[1]:
            if _stands_for(text, target):
                resolver.add(text, Form(hit.key, text.strip(), "user"))
        self._targets.setdefault(hit.key, target)
        organisation = resolver.directory.organisations[hit.key]
        known = "in our table of companies" if organisation.listed or organisation.sector else "matched by name only"
        if slip:
            known = f"read as another spelling of {organisation.label}; {known}"
        return CompanyLink(hit.key, organisation.label, organisation.sector, "company", known)

    def _rare_words(self) -> dict[str, list[str]]:
        words: dict[str, list[str]] = {}
        for target, (parts, _) in self._parts.items():
            for word in dict.fromkeys(parts):
                if is_rare(word):
                    words.setdefault(word, []).append(target)
        return words

    def judge(self, company: str) -> CompanyVerdict:
        """Return the verdict on one company as written; weak likeness is `no` with tier weak."""
        return self.judge_all([company])[0]

    def targets_of(self, company: str, verdict: CompanyVerdict) -> tuple[str, ...]:
        """Return the keys of all targets that a company judged so is a match for; the one of its verdict comes first.

        A company may be one target and a division of another.
        """
        if verdict.verdict != "match":
            return ()
        first = next(key for key, name in self._targets.items() if name == verdict.target)
        if len(self._near(first)) == 1:
            return (first,)
        hit = self._resolver.resolve(company[:NAME_LETTERS])
        near = [(key, self._relation(hit.key, key)) for key in self._near(hit.key)] if hit else []
        end = hit is not None and hit.how != "name"
        there = [key for key, one in near if self._of_country(company, one, end=end).verdict == "match"]
        return tuple(dict.fromkeys((first, *there)))

    def judge_all(self, companies: Iterable[str]) -> list[CompanyVerdict]:
        """Return the verdict on each company as written, as `judge` gives it; their letters are folded in one go."""
        cut = [company[:NAME_LETTERS] for company in companies]
        split = [split_brackets(company) for company in cut]
        folded = fold_all([outside for outside, _ in split])
        return [
            self._judge(company, outside, inside, words)
            for company, (outside, inside), words in zip(cut, split, folded, strict=True)
        ]

    def _judge(self, company: str, outside: str, inside: list[str], folded: list[str]) -> CompanyVerdict:
        kind = kind_of_words(folded)
        if kind != "company":
            return _NO_COMPANY[kind]
        words = strip_legal(folded, outside)
        if not (is_one_part(company) and company is outside) or _AROUND.search(company):
            return self._looked_at(company, self._resolver.resolve_folded(outside, inside, folded, words), words)
        text = f"{' '.join(folded)}\n{' '.join(words)}"
        verdict = self._unnamed.get(text)
        if verdict is None:
            hit = self._resolver.resolve_folded(outside, inside, folded, words)
            verdict = self._looked_at(company, hit, words)
            if hit is None and verdict.relation == "":
                self._unnamed[text] = verdict
        return verdict

    def _looked_at(self, company: str, hit: Hit | None, words: list[str]) -> CompanyVerdict:
        if _LEFT.search(company):
            left = self._by_words_around(company)
            if left:
                return left
        verdict = self._by_hit(company, hit, words)
        if verdict.verdict == "no":
            around = self._by_words_around(company) if _AROUND.search(company) else None
            return around or self._of_series(company, words) or verdict
        if self._countries and verdict.verdict == "match":
            return self._of_country(company, verdict, end=hit is not None and hit.how != "name")
        return verdict

    def _of_series(self, company: str, words: list[str]) -> CompanyVerdict | None:
        target = self._series.get(_series(words)) if self._series else None
        if target is None:
            return None
        reason = f"{' '.join(company.split())} and {target} are two of one series"
        return CompanyVerdict("related", "strong", target, "sister-of", reason)

    def _of_country(self, company: str, verdict: CompanyVerdict, *, end: bool) -> CompanyVerdict:
        wanted = self._countries.get(verdict.target, "")
        found = country_of(company, end=end) if wanted else ""
        if not found or found == wanted:
            return verdict
        reason = f"{' '.join(company.split())} is the unit of another country than {verdict.target}"
        return CompanyVerdict("related", verdict.tier, verdict.target, "sister-of", reason)

    def _by_hit(self, company: str, hit: Hit | None, words: list[str]) -> CompanyVerdict:
        if hit is None:
            return self._weak(words)
        verdict = self._of_organisation(hit.key)
        if verdict.verdict == "no":
            return verdict
        tier = max(hit.tier, verdict.tier, key=_TIERS.__getitem__)
        reason = _explain(company, hit, self._label(hit.key), verdict.reason)
        return CompanyVerdict(verdict.verdict, tier, verdict.target, verdict.relation, reason)

    def _label(self, key: str) -> str:
        return self._resolver.directory.organisations[key].label

    def _of_organisation(self, key: str) -> CompanyVerdict:
        if key not in self._verdicts:
            found = [self._relation(key, target) for target in self._near(key)]
            self._verdicts[key] = min(found, key=_order, default=_NO)
        return self._verdicts[key]

    def _near(self, key: str) -> list[str]:
        """Return the targets, in their order, that this organisation is, belongs to, owns, or shares an owner with."""
        tree = [key, *(above for above, _ in self._resolver.directory.ancestors(key))]
        places = {place for above in tree for place in self._trees.get(above, ())}
        return [self._order[place] for place in sorted(places)]

    def _relation(self, key: str, target: str) -> CompanyVerdict:
        name = self._targets[target]
        if key == target:
            return CompanyVerdict("match", "exact", name, "", "")
        directory = self._resolver.directory
        mine, theirs = dict(directory.ancestors(key)), dict(directory.ancestors(target))
        if target in mine:
            return self._below(key, target, mine[target])
        if key in theirs:
            path = theirs[key]
            relation = "spun-off" if path[-1].relation == "spun-off" else "parent-of"
            return CompanyVerdict("related", "alias", name, relation, self._told(target, path[0], path[-1].parent))
        for parent in mine:
            if parent in theirs:
                reason = f"{self._label(key)} and {self._label(target)} both belong to {self._label(parent)}"
                return CompanyVerdict("related", "alias", name, "sister-of", reason + _dated(mine[parent][0]))
        return _NO

    def _below(self, key: str, target: str, path: tuple[Edge, ...]) -> CompanyVerdict:
        name = self._targets[target]
        reason = self._told(key, path[0], target)
        if all(edge.relation == "division-of" for edge in path):
            return CompanyVerdict("match", "alias", name, "", reason)
        if not self._resolver.directory.organisations[key].listed and self._carries_brand(key, target):
            return CompanyVerdict(
                "match", "strong", name, "", f"{self._label(key)} carries the name of {self._label(target)}"
            )
        relation = "spun-off" if any(edge.relation == "spun-off" for edge in path) else "subsidiary-of"
        return CompanyVerdict("related", "alias", name, relation, reason)

    def _carries_brand(self, key: str, target: str) -> bool:
        words = key_words(self._label(key))
        forms = self._resolver.directory.forms
        return any(
            (form := forms.get(" ".join(words[:size]))) is not None and form.key == target
            for size in range(len(words) - 1, 0, -1)
        )

    def _told(self, child: str, edge: Edge, parent: str) -> str:
        words = {
            "division-of": "is a division of",
            "subsidiary-of": "belongs to",
            "brand-of": "is a brand of",
            "spun-off": "was spun off from",
        }
        return f"{self._label(child)} {words[edge.relation]} {self._label(parent)}{_dated(edge)}"

    def _by_words_around(self, company: str) -> CompanyVerdict | None:
        for pattern in (_FORMER, _ALUMNI):
            found = pattern.match(company)
            if found:
                verdict = self._by_hit(company, self._resolver.resolve(found["name"]), [])
                if verdict.verdict == "match":
                    reason = f"people who worked at {verdict.target} before"
                    return CompanyVerdict("related", verdict.tier, verdict.target, "former", reason)
        found = _OWNED.match(company)
        if found:
            hit = self._resolver.named(found["name"])
            verdict = self._of_organisation(hit.key) if hit else _NO
            if verdict.verdict == "match":
                own = "division" in found["how"].lower()
                reason = f"the name itself says that it belongs to {verdict.target}"
                relation = "" if own else "subsidiary-of"
                return CompanyVerdict("match" if own else "related", "strong", verdict.target, relation, reason)
        return None

    def _weak(self, words: list[str]) -> CompanyVerdict:
        best, most = "", 0.0
        shared: dict[str, int] = {}
        for word in dict.fromkeys(words):
            for target in self._rare.get(word, ()):
                shared[target] = shared.get(target, 0) + 1
        if not shared:
            return _NO
        weight = rarity(dict.fromkeys(words))
        plain = [word for word in dict.fromkeys(words) if not is_rare(word)]
        for target, count in shared.items():
            parts, other = self._parts[target]
            both = count + rarity([word for word in plain if word in parts])
            if both < _WEAK_LEAST * (weight + other - both):
                continue
            common = share(words, parts)
            if common > most:
                best, most = target, common
        if most >= _WEAK_SHARE:
            return CompanyVerdict("no", "weak", best, "", f"only part of the name agrees with {best}")
        return _NO


_NO = CompanyVerdict("no", "", "", "", "no target company in this name")
_NO_COMPANY = {
    "self": CompanyVerdict("no", "", "", "", "self-employed people share no company"),
    "stealth": CompanyVerdict("no", "", "", "", "a company without a name cannot be told"),
    "none": CompanyVerdict("no", "", "", "", "no company is given"),
}


def user_resolver(aliases: Mapping[str, str]) -> Resolver:
    """Return a resolver over the shipped table, grown by the user's aliases (as written -> name meant); they win."""
    resolver = shipped_resolver().copy()
    for alias, name in sorted(aliases.items()):
        if company_kind(name) != "company" or not fold(alias):
            continue
        hit = resolver.named(name)
        key = hit.key if hit else company_key(name)
        if hit is None:
            resolver.directory.add(Organisation(key, name.strip()))
            resolver.add(name, Form(key, name.strip()))
        resolver.add(alias, Form(key, alias.strip(), "user"), wins=True)
    return resolver


def _stands_for(text: str, target: str) -> bool:
    """Return whether a bracket of the user's target is its short form: initials, or written in capitals."""
    words = key_words(target)
    letters = "".join(fold(text))
    return bool(letters) and (letters == "".join(word[0] for word in words) or text.strip().isupper())


def _series(words: Sequence[str]) -> str:
    """Return what the funds of one series have in common (`Acme Fund II`, `Acme Fund III`), "" if it names none."""
    counted = words[-1:] and (words[-1].isdigit() or is_roman(words[-1]))
    rest = words[:-1]
    return " ".join(rest) if counted and any(word in _SERIES_WORDS for word in rest) else ""


def _order(verdict: CompanyVerdict) -> tuple[int, int]:
    return _RANKS[verdict.verdict], _TIERS[verdict.tier]


def _dated(edge: Edge) -> str:
    return f" (as of {edge.as_of})" if edge.as_of else ""


def _explain(company: str, hit: Hit, label: str, relation: str) -> str:
    written = " ".join(company.split())
    if hit.how == "name":
        own = f"{written} is {label}" if written != label else f"the same name: {label}"
    elif hit.how == "alias":
        verb = "is an old name of" if hit.form.relation == "renamed-to" else "is another name of"
        own = f"{hit.form.written} {verb} {label}"
    elif hit.how == "typo":
        own = f"{written} is {label}, but for a slip of the pen"
    elif hit.how == "spelt":
        own = f"{written} is {label} in another spelling"
    elif hit.how == "unit":
        own = f"{written} is by its name a unit of {label}"
    elif hit.how == "core":
        own = f"{written} and {label} differ by a plain word only"
    else:
        own = f"{written} leads with the name {hit.form.written}: an office or part of {label}"
    if relation:
        return relation if hit.how == "name" else f"{own}; {relation}"
    return own


def judge_companies(
    companies: Iterable[str], targets: Sequence[str], aliases: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Return one row per distinct company, in order of first appearance.

    Columns, all text: company (as written), verdict (match, related, no), tier (exact, alias, strong, weak or ""),
    target, relation, reason. Several targets: the best verdict, then the best tier, then the first target.
    """
    import pandas as pd

    matcher = CompanyMatcher(targets, aliases)
    distinct = list(dict.fromkeys(companies))
    verdicts = matcher.judge_all(distinct)
    return pd.DataFrame(
        {
            "company": pd.Series(distinct, dtype="object"),
            **{
                name: pd.Series([getattr(verdict, name) for verdict in verdicts], dtype="object")
                for name in ("verdict", "tier", "target", "relation", "reason")
            },
        }
    )


match_companies = judge_companies
"""The name under which the public interface offers `judge_companies`."""
