"""Invented people of any number, the same for the same number: names, titles, companies, ties."""

from __future__ import annotations

from hashlib import sha256

from netscout.model.report import NetworkPerson

DATA, CARE = "Data analyst", "Care coordination"
FIRST = [
    "Aylin",
    "Bo",
    "Chiara",
    "Dmitri",
    "Ewa",
    "Farid",
    "Greta",
    "Hiro",
    "Ines",
    "Jonas",
    "Kavya",
    "Lars",
    "Mei",
    "Nuno",
    "Olga",
    "Pavel",
    "Quynh",
    "Rosa",
    "Samir",
    "Tove",
    "Uma",
    "Viktor",
    "Wanda",
    "Ximena",
    "Yusuf",
    "Zora",
]
LAST = [
    "Abara",
    "Birch",
    "Castell",
    "Dahl",
    "Egede",
    "Fontaine",
    "Grün",
    "Hadad",
    "Ivers",
    "Jansky",
    "Keller",
    "Lindqvist",
    "Moreau",
    "Nkemelu",
    "Okoro",
    "Pinter",
    "Quist",
    "Rahimi",
    "Sorel",
    "Thorne",
    "Ueda",
    "Varga",
    "Wexler",
    "Xanthos",
    "Yildiz",
    "Zeller",
]
COMPANIES = (
    ("Northwind Clinic", "Health care"),
    ("Larkfield Hospital", "Health care"),
    ("Brightwater Health", "Health care"),
    ("Meridian Freight", "Transport"),
    ("Coppergate Bank", "Finance"),
    ("Elmstead University", "Education"),
    ("Fernhill School", "Education"),
    ("Quillon Software", "Software"),
    ("Tessel Data", "Software"),
    ("Harrow & Finch Consulting", "Consulting"),
    ("Oakline Retail", "Retail"),
    ("Sunder Energy", "Energy"),
)
WORK = (
    ("Registered nurse", "Health care practice", "Nurse", "match-care"),
    ("Ward manager", "Health care practice", "Nurse manager", ""),
    ("Physiotherapist", "Health care practice", "Physiotherapist", ""),
    ("Data analyst", "Computing and mathematics", "Data analyst", "match-data"),
    ("Senior data scientist", "Computing and mathematics", "Data scientist", "related-data"),
    ("Software engineer", "Computing and mathematics", "Software engineer", ""),
    ("Care coordinator", "Community and social service", "Care coordinator", "match-care"),
    ("Social worker", "Community and social service", "Social worker", "related-care"),
    ("Head of operations", "Management", "Operations manager", ""),
    ("Product manager", "Management", "Product manager", ""),
    ("Teacher of mathematics", "Education and libraries", "Teacher", ""),
    ("Lecturer in statistics", "Education and libraries", "Lecturer", "related-data"),
    ("Account manager", "Sales", "Account manager", ""),
    ("Recruiter", "Business and finance", "Recruiter", ""),
    ("Financial controller", "Business and finance", "Controller", ""),
    ("Office administrator", "Office support", "Administrator", ""),
    ("Making things happen", "", "", ""),
    ("", "", "", ""),
)
STATES = ("warm", "cooling", "dormant", "dormant", "unknown", "unknown", "unknown", "unknown", "close")
BANDS = {"close": "likely", "warm": "likely", "cooling": "may", "dormant": "long shot", "unknown": "not known"}
SMALL = ("Works", "Partners", "Studio", "Group")
MET = ("nursing school", "Larkfield years", "a conference", "online", "")


def mix(place: int, salt: int, many: int) -> int:
    """Return a number below `many` that looks arbitrary and is always the same."""
    return int.from_bytes(sha256(b"%d/%d" % (place, salt)).digest()[:6]) % many


def person(place: int) -> NetworkPerson:
    """Return the person of this number."""
    first, last = FIRST[mix(place, 1, 26)], LAST[mix(place, 2, 26)]
    title, family, role, mark = WORK[min(mix(place, 3, 18), mix(place, 4, 18)) if place % 3 else mix(place, 5, 18)]
    if mix(place, 6, 5) < 2:
        company, sector = COMPANIES[min(mix(place, 7, 12), mix(place, 8, 12))]
    elif mix(place, 6, 5) == 2:
        company, sector = "", ""
    else:
        company, sector = (
            " ".join((LAST[mix(place, 9, 26)], SMALL[mix(place, 10, 4)], str(mix(place, 11, 90 + place // 8)))),
            "",
        )
    state = STATES[mix(place, 12, 9)]
    verdicts = {DATA: "unknown" if not family else "no", CARE: "unknown" if not family else "no"}
    for name, key in ((DATA, "data"), (CARE, "care")):
        if mark.endswith(key):
            verdicts[name] = mark.split("-")[0]
    year = 2012 + mix(place, 13, 14)
    last_day = f"{max(year, 2014 + mix(place, 14, 12))}-{1 + mix(place, 15, 12):02}-{1 + mix(place, 16, 28):02}"
    slug = f"{first}-{last}-{place:05x}".lower() if f"{first}{last}".isascii() else f"{first.lower()}-{place:05x}"
    return NetworkPerson(
        id=f"p{place + 1:04}",
        name=f"{first} {last}",
        url=f"https://www.linkedin.com/in/{slug}",
        title=title,
        company=company,
        company_key=company.casefold(),
        company_label=company,
        sector=sector,
        sector_reason="table of organisations" if sector else "",
        family=family,
        family_reason=f"title reads as {role}" if role else "",
        role_name=role,
        seniority="senior" if "Senior" in title or "Head" in title else "plain" if title else "",
        community=MET[mix(place, 17, 5)],
        strength=state,
        warmth_band=state,
        band=BANDS[state],
        connected_on=f"{year}-{1 + mix(place, 18, 12):02}-{1 + mix(place, 19, 28):02}",
        last_day=None if state == "unknown" else last_day,
        verdicts=verdicts,
    )
