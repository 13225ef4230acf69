"""Invented words, people, companies and job titles, the same for the same seed, and how people write them down.

Nothing here is taken from a register or an export: words are strung from syllables, fields and trades are everyday
words put together by chance. Numbers come from numpy's PCG64, whose stream is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def each(text: str, mark: str = " ") -> list[str]:
    """Return the words of a list written as one text."""
    return text.split(mark)


_OPENINGS = each("b br c d dr f g gr h j k kl l m n p pl r s sk st t tr v w z")
_VOWELS = each("a e i o u ai ea ou")
_ENDINGS = ["", "", "", "l", "m", "n", "r", "s", "nd", "rk"]
_TRADES = each(
    "Aviation Bakeries Beverages Brewing Broadcasting Cement Ceramics Charter Cinemas Clothing Coatings Couriers "
    "Dairy Electronics Farming Ferries Fisheries Forestry Furniture Gardens Glass Harbours Heating Housing Hydraulics "
    "Instruments Jewellery Kitchens Laundries Leasing Lighting Machinery Metals Mortgages Optics Orchards Packaging "
    "Paper Pensions Plastics Plumbing Printing Quarries Railways Recycling Roofing Salons Scaffolding Sensors Shoes "
    "Stationery Storage Surveys Timber Tools Toys Translations Turbines Vehicles Veterinary Vineyards Watches Wool"
)
_LONG = ["Technologies", "International", "Manufacturing", "Services", "Engineering", "University"]
_SHORTER = {
    "Technologies": "Tech",
    "International": "Intl",
    "Manufacturing": "Mfg",
    "Services": "Svcs",
    "Engineering": "Eng",
    "University": "Univ",
}
_FORMS = [", Inc.", " Inc", " LLC", " Ltd", " Limited", " GmbH", " Corp.", " PLC", " AG", " S.A.", " B.V.", " Pty Ltd"]
_BEHIND = [" (UK)", " - EMEA", " Germany", ", Paris", " | Remote", " North America"]
FIELDS = each(
    "Archive;Benefits;Budget;Building;Catering;Chemical;Cyber Security;Data;Database;Delivery;Digital;Education;"
    "Electrical;Energy;Export;Finance;Fleet;Fraud;Garden;Grants;Health;Housing;Human Resources;Insurance;Inventory;"
    "Laboratory;Learning;Legal;Library;Logistics;Maintenance;Market;Marketing;Materials;Media;Network;Nutrition;"
    "Operations;Packaging;Payroll;People;Planning;Policy;Pricing;Process;Product;Project;Property;Purchasing;Quality;"
    "Records;Research;Retail;Revenue;Safety;Sales;Service;Site;Software;Systems;Tax;Test;Textile;Tourism;Training;"
    "Transport;Treasury;User Experience;Warehouse;Water;Web;Youth",
    ";",
)
JOBS = each(
    "Accountant Administrator Adviser Analyst Architect Assistant Auditor Buyer Clerk Consultant Controller "
    "Coordinator Designer Developer Director Editor Engineer Inspector Instructor Lecturer Manager Mechanic Officer "
    "Planner Programmer Researcher Scientist Specialist Supervisor Technician Therapist Trainer Writer"
)
_RANKS = ["Senior", "Sr.", "Lead", "Principal", "Junior", "Head of", "Deputy", "Regional", "Chief", "Interim"]
_REMARKS = [" | Speaker", " (Contract)", " II", ", EMEA", " | Mentor | Cyclist", " (Remote)", " - open to work"]
_CLIPPED = {
    "Engineer": "Eng.",
    "Manager": "Mgr",
    "Director": "Dir.",
    "Coordinator": "Coord.",
    "Developer": "Dev",
    "Specialist": "Spec.",
    "Human Resources": "HR",
    "User Experience": "UX",
    "Operations": "Ops",
}
_STALE = 1_000
"""After so many tries in a row that gave nothing new a vocabulary counts as exhausted."""


def skewed(rng: np.random.Generator, draws: int, kinds: int, steepness: float) -> Ints:
    """Return that many numbers below `kinds`: low ones often, high ones rarely, as in a Zipf law."""
    heights = np.cumsum((np.arange(kinds) + 2.0) ** -steepness)
    found: Ints = np.searchsorted(heights, rng.random(draws) * heights[-1]).astype(np.int64)
    return np.minimum(found, kinds - 1)


def words(rng: np.random.Generator, count: int, least: int = 2, most: int = 4) -> list[str]:
    """Return that many different invented words with a capital letter, of `least` to `most` syllables."""
    found: dict[str, None] = {}
    while len(found) < count:
        draw = rng.random((most, 3))
        parts = [_syllable(row) for row in draw[: int(rng.integers(least, most + 1))].tolist()]
        found["".join(parts).capitalize()] = None
    return list(found)


def _syllable(draw: Sequence[float]) -> str:
    return "".join(
        table[int(one * len(table))] for table, one in zip((_OPENINGS, _VOWELS, _ENDINGS), draw, strict=True)
    )


def companies(rng: np.random.Generator, count: int) -> list[str]:
    """Return that many invented companies, none within one letter of another; a third are siblings of a first word."""
    heads = words(rng, count, 2, 4)
    names: list[str] = []
    taken: set[str] = set()
    stale = 0
    while len(names) < count:
        draw = rng.random(3)
        trade = (_TRADES + _LONG)[int(draw[1] * (len(_TRADES) + len(_LONG)))]
        head = heads[int(draw[2] * (len(names) // 3 + 1))] if draw[0] < 0.3 else heads[len(names)]
        name = f"{head} {trade}" if draw[0] < 0.85 else f"{head} & {heads[-1 - len(names)]}"
        near = _one_letter_less(name)
        stale += 1
        if taken.isdisjoint(near) or stale > _STALE:
            names.append(name)
            taken.update(near)
            stale = 0
    return names


def _one_letter_less(name: str) -> set[str]:
    text = name.casefold().replace(" ", "")
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def titles(rng: np.random.Generator, count: int) -> list[str]:
    """Return that many different job titles: field and job, four in five with an invented speciality before them."""
    special = words(rng, 7_000)
    found: dict[str, None] = {}
    while len(found) < count:
        field, job = skewed(rng, count, len(FIELDS), 0.6), skewed(rng, count, len(JOBS), 0.6)
        which, plain = skewed(rng, count, len(special), 0.7), rng.random(count) < 0.2
        for f, j, s, bare in zip(field.tolist(), job.tolist(), which.tolist(), plain.tolist(), strict=True):
            core = f"{FIELDS[f]} {JOBS[j]}"
            found[core if bare else f"{special[s]} {core}"] = None
            if len(found) == count:
                break
    return list(found)


def slip(text: str, where: float, kind: float) -> str:
    """Return a text with one slip of the finger in it, never at its first letter; short ones stay."""
    if len(text) < 6:
        return text
    at = 1 + int(where * (len(text) - 3))
    if kind < 0.4:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :] if kind < 0.7 else text[:at] + text[at] + text[at:]


def _clipped(text: str, table: dict[str, str]) -> str:
    for long, short in table.items():
        if long in text:
            return text.replace(long, short)
    return text


def company_as_written(name: str, how: float, which: float, where: float) -> str:
    """Return a company as somebody may write it; the three numbers, 0 to 1, decide how. Three in a hundred give ""."""
    ways: tuple[tuple[float, Callable[[], str]], ...] = (
        (0.54, lambda: name),
        (0.73, lambda: name + _FORMS[int(which * len(_FORMS))]),
        (0.76, name.upper),
        (0.79, name.lower),
        (0.85, lambda: name + _BEHIND[int(which * len(_BEHIND))]),
        (0.87, lambda: f"The {name}"),
        (0.89, lambda: name.replace("&", "and")),
        (0.92, lambda: _clipped(name, _SHORTER)),
        (0.93, lambda: f"  {name} "),
        (0.97, lambda: slip(name, where, which)),
    )
    return next((way() for limit, way in ways if how < limit), "")


def title_as_written(title: str, how: float, which: float, where: float) -> str:
    """Return a job title as somebody may write it; the three numbers, 0 to 1, decide how."""
    ways: tuple[tuple[float, Callable[[], str]], ...] = (
        (0.46, lambda: title),
        (0.64, lambda: f"{_RANKS[int(which * len(_RANKS))]} {title}"),
        (0.76, lambda: title + _REMARKS[int(which * len(_REMARKS))]),
        (0.81, title.lower),
        (0.83, title.upper),
        (0.91, lambda: _clipped(title, _CLIPPED)),
        (0.95, lambda: _turned(title)),
        (1.0, lambda: slip(title, where, which)),
    )
    return next((way() for limit, way in ways if how < limit), title)


def _turned(title: str) -> str:
    *before, job = title.split(" ")
    return f"{job}, {' '.join(before)}"
