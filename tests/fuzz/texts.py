"""Good texts of the small readers (titles, companies, dates, letters, cards, plans): what mutations start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

TITLES = (
    "Senior Data Analyst at Northwind | ex-Fabrikam | Speaker, MBA",
    "Founder & CEO / Board Member (part-time), formerly Head of Growth @ Contoso",
    "Assistant to the Director of Nursing; Registered Nurse (RN), BSN",
    "PM → UX designer in training, looking for new opportunities",
    "Softwareentwicklerin / Teamleiterin Vertrieb bei Quellfirma GmbH",
    "Chargée de mission RH - consultante indépendante",
    "VP, Sales EMEA – I help SaaS founders grow 10x 🚀",
    "Data Analyst, Data Engineer and Data Scientist 2019-2023",
    "quellberuf",
    "Sr. Mgr., R&D, Ph.D.",
    "Partner at Quell & Quell LLP",
    "マーケティング担当 / Marketing Lead",
)
COMPANIES = (
    "The Fabrikam Company (Holding) Co., Ltd.",
    "Northwind GmbH & Co. KG",
    "University of Quellstadt - Department of Physics",
    "self-employed / freelance",
    "Stealth Startup (YC W24)",
    "U.S. Quell Bank, N.A., part of Contoso",
    "quellfirma.example.com",
    "株式会社クエル",
    "Quell AG|Tailspin Toys, Inc.",
    "N/A",
    "Litware (formerly Quellware) S.A.S.",
)
DATES = (
    "Dr. Zanzia van den Quellbach, PhD, MBA 🌟",
    "09 Jun 2018",
    "2024-02-29 23:59:59 UTC",
    "12/31/23, 11:59 PM",
    "1. März 2021",
    "İsmail  \u200dO'Quell\u00a0(he/him)",
    "Mar\u00eda Jos\u00e9\r\nZo\u0308e",
    "21 déc. 2019, 14:05",
    "Sept 2020",
)
LETTERS = (
    (
        "To: Zanzia Quellbach\nKind: request\nChannel: email\nMode: exploring\nSubject: Your work at Northwind\n\n"
        "Hi Zanzia,\n\nBo Lind suggested that I write to you. I am exploring work as a data analyst. "
        "Could we talk for 20 minutes next week, or the week after? I am not asking for a job.\n\nThank you\nMia\n"
    ),
    (
        "To: p0002\nKind: thanks\nChannel: linkedin\n\n"
        "Hallo Zanzia,\n\nvielen Dank für das Gespräch am 12. November; Lastprognosen um 6 Uhr, das war neu für mich. "
        "Ich habe den Jahresbericht gelesen und schreibe dir in zwei Wochen.\n\nViele Grüße\nMia\n"
    ),
    (
        "To: p0002\nKind: follow-up\nChannel: email\nSubject: [topic]\n\nDear {name}, just checking in again!!! "
        "As I said in 2019 you never answered. 15-30 min? 1½ hours? quelltext\n"
    ),
    (
        "To: p0002\nKind: introduction\nChannel: email\nSubject: Quelltext\n\nDear Zanzia, I was let go and my boss "
        "was horrible. Can you get me a job, review my CV and pass it on to https://quell.example/x?\n"
    ),
)
CARDS = (
    (
        "netscout-card: 1\nid: p0002\nname: Ana Example\nslug: ana-example\nfirst_name: Ana\nlast_name: Example\n"
        "emails: ana@mail.example\ncompany: Northwind\ntitle: Data Analyst\nconnected_on: 2018-06-09\n"
        "known_from: connections\nsighting: owner=p0001 on=2026-03-05 source=8c9c50bf n=1 export=1 file=0 line=2 "
        'kind=connection slug=ana-example display_name="Ana Example" name_key="ana example"\n\n'
        "## Log\n- 2023-09-03T04:05:06Z message owner=p0001 n=1 sighting=1 file=1 day=2023-09-03 direction=in "
        "recipients=1 conversation=c1 length=26\n- 2026-11-02 asked n=1 source=user logged_on=2026-11-16\n"
        '- 2026-11-09 referral n=1 event=3 referrer=p0002 to=p0009 name="Zanzia Quellbach" may_use_name="yes"\n'
        '\n## Notes\n\n### 2026-11-16 note n=2 theme="log\\:asked" source=user\nquelltext \\| of it\na second line\n'
    ),
    (
        'netscout-card: 1\nworkspace: w2fe994\nday: 2026-03-05\nmeta: key=workspace value="w2fe994"\n'
        'owner: n=1 person=p0001 born=p0001\nowner_key: export=1 kind=slug place=0 key="mia\\-owner"\n'
        "sequence: name=event last=3\nperson: p0001\n"
    ),
)
PLANS = (
    (
        '# mine\n[me]\nname = "Zanzia Quellbach"\nemails = ["zanzia@mail.example"]\nemployer_known = false\n'
        'language = "de"\n\n[[target]]\nname = "data" # quellnotiz\nroles = ["Data Analyst", "Quellberuf"]\n'
        'companies = ["Northwind", "Quellfirma GmbH"]\nindustries = ["energy"]\nplaces = ["Quellstadt"]\n'
        'seniority = "senior"\nmotivation = 4\nmode = "job-seeking"\n\n[aliases]\n"Quellfirma" = "Fabrikam"\n\n'
        "[weights]\nkeep_months = 24\n\n[campaign]\n\n[calendar]\n"
    ),
    (
        '[[target]]\nname = "kitchen"\nroles = ["Chef"]\n\n[[target]]\nname = "ward"\nroles = ["Nurse"]\n'
        'motivation = 1\n\n[[question]]\ntext = "Who checks the numbers?"\n'
    ),
)


def chosen(texts: Sequence[str], form: str = "") -> Callable[[random.Random], bytes]:
    """Return what draws one of the texts as bytes; with the form `mail`, as a mail file."""

    def good(draw: random.Random) -> bytes:
        text = draw.choice(texts)
        return (_as_mail(text) if form == "mail" else text).encode()

    return good


def _as_mail(text: str) -> str:
    head, _, body = text.partition("\n\n")
    said = dict(line.split(": ", 1) for line in head.split("\n"))
    return (
        f"To: {said['To']} <zanzia@mail.example>\nSubject: {said.get('Subject', '')}\nX-Netscout-Kind: {said['Kind']}\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}"
    )
