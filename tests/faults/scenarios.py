"""Every command that writes, each with the workspace it starts from; a new one is one line here."""

from __future__ import annotations

from dataclasses import dataclass

DATABASE = "netscout.db"
"""The database of the workspace, as a part of the world."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command on a kept workspace.

    Attributes:
        name: what it is called in test ids and in the table of proofs.
        base: the kept workspace it starts from.
        words: its arguments; `{in}` and `{out}` are folders of the world.
        forgets: afterwards, given again, no byte of the canary may be left.
        in_steps: it changes the database more than once, each time soundly (a path is remembered, then a file written,
            then an entry logged); what a hit leaves between is completed when the command is given again.
        before: commands that make what it needs, given once after the workspace was brought back.
        makes: a file, or a folder, it makes in steps; what a hit leaves there is completed when it is given again.
    """

    name: str
    base: str
    words: tuple[str, ...]
    forgets: bool = False
    in_steps: bool = False
    before: tuple[tuple[str, ...], ...] = ()
    makes: str = ""

    def in_between(self, part: str) -> bool:
        """Return whether a hit may leave this part of the world between old and new."""
        return (self.in_steps and part == DATABASE) or (bool(self.makes) and part.startswith(self.makes))

    @property
    def remembers(self) -> bool:
        """Return whether it keeps lists beside what it writes, where the database lets it."""
        return self.words[0] in ("rank", "report", "map", "export")


_MET = ("log", "p0002", "met", "--on", "2026-11-12")
_NAMED = ("refer", "Ines Varga", "--by", "p0002", "--may-use-name", "yes")
_OF_CANARY = (
    ("log", "p0006", "met", "--note", "at the quellfirma"),
    ("note", "p0006", "quellnotiz: mornings go to questions from the field, quellina says"),
    ("reflect", "p0006", "--evidence", "what quellina said"),
    ("refer", "Ines Varga", "--by", "p0006", "--words", "say that quellina sends you"),
    ("refer", "p0006", "--by", "p0002", "--words", "ask zanzicanary"),
    ("prep", "p0006", "--found", "news", "quellfirma grows"),
    ("draft", "p0006", "--kind", "thanks", "--out", "{ws}/reports/quellina.txt"),
)
"""All that a campaign writes down of the canary."""
_ALL = (
    Scenario("load first", "fresh", ("load", "{in}/first.zip")),
    Scenario("load second", "used", ("load", "{in}/second.zip")),
    Scenario("load two", "fresh", ("load", "{in}/first.zip", "{in}/second.zip")),
    Scenario("load google", "used", ("load", "{in}/google.csv")),
    Scenario("load vcard", "used", ("load", "{in}/card.vcf")),
    Scenario("load own table", "used", ("load", "{in}/own.csv", "--map", "Person=full", "--map", "Works for=company")),
    Scenario("load consent", "used", ("load", "{in}/member.zip", "--consent", "2026-11-01")),
    Scenario("load answers", "used", ("load", "{in}/answers.json")),
    Scenario("start", "fresh", ("start", "{in}/first.zip"), in_steps=True, makes="ws/targets.toml"),
    Scenario("know", "loaded", ("know", "Ana Example", "close")),
    Scenario("know place", "loaded", ("know", "Ana Example", "close", "--place", "a course")),
    Scenario("avoid", "used", ("avoid", "Ana Example", "--reason", "a friend asked")),
    Scenario("avoid undo", "used", ("avoid", "Dev Shah", "--undo")),
    Scenario("target add", "used", ("target", "add", "kitchen", "--role", "Chef")),
    Scenario("target remove", "used", ("target", "remove", "data")),
    Scenario("titles", "used", ("titles", "Growth Wizard", "--as", "Data Analyst")),
    Scenario("titles undo", "used", ("titles", "Growth Wizard", "--undo")),
    Scenario("rank", "loaded", ("rank",)),
    Scenario("rank out", "used", ("rank", "--format", "csv", "--out", "{out}/rank.csv")),
    Scenario("report", "used", ("report",)),
    Scenario("report out", "used", ("report", "--share", "--out", "{out}/page.html")),
    Scenario("map", "used", ("map", "--out", "{out}/map.html")),
    Scenario("explore take", "used", ("explore", "--take", "Registered Nurse")),
    Scenario("taxonomy add", "used", ("taxonomy", "add", "{in}/occupations_en.csv")),
    Scenario(
        "taxonomy remove",
        "used",
        ("taxonomy", "remove", "esco-en"),
        before=(("taxonomy", "add", "{in}/occupations_en.csv"),),
    ),
    Scenario("merge", "used", ("merge", "p0003", "p0005", "--yes")),
    Scenario("split", "used", ("split", "p0003"), before=(("merge", "p0003", "p0005", "--yes"),)),
    Scenario("split off", "used", ("split", "p0002", "--off", "2"), before=(("load", "{in}/google.csv"),)),
    Scenario("forget", "used", ("forget", "p0006", "--yes"), forgets=True),
    Scenario("forget twice loaded", "twice", ("forget", "p0006", "--yes"), forgets=True),
    Scenario("forget may return", "used", ("forget", "p0006", "--yes", "--may-return"), forgets=True),
    Scenario("let return", "used", ("forget", "--let-return", "--yes"), before=(("forget", "p0006", "--yes"),)),
    Scenario("forget untouched", "limited", ("forget", "--untouched", "--yes"), forgets=True),
    Scenario(
        "forget contributor",
        "used",
        ("forget", "--contributor", "nia-member", "--yes"),
        before=(("load", "{in}/member.zip", "--consent", "2026-11-01"),),
    ),
    Scenario("forget everything", "used", ("forget", "--everything", "--yes"), forgets=True),
    Scenario("backup", "used", ("backup", "{out}/backup.zip")),
    Scenario(
        "restore",
        "used",
        ("restore", "{out}/backup.zip", "--yes"),
        before=(("backup", "{out}/backup.zip"), ("avoid", "p0002")),
    ),
    Scenario("export people", "used", ("export", "people", "--format", "csv", "--out", "{out}/people.csv")),
    Scenario("export json", "used", ("export", "people", "--format", "json", "--out", "{out}/people.json")),
    Scenario("export cards", "used", ("export", "cards", "--out", "{out}/cards")),
    Scenario(
        "load cards",
        "fresh",
        ("load", "--source", "cards", "{out}/cards"),
        before=(
            ("load", "{in}/first.zip"),
            ("know", "p0002", "close"),
            ("export", "cards", "--out", "{out}/cards"),
            ("forget", "--everything", "--yes"),
        ),
    ),
    Scenario("unload", "twice", ("unload", "2", "--yes")),
    Scenario("unload the only one", "used", ("unload", "1", "--yes")),
    Scenario("changes dismiss", "twice", ("changes", "--dismiss", "all")),
    Scenario(
        "load cards used",
        "used",
        ("load", "--source", "cards", "{out}/cards"),
        before=(
            ("export", "cards", "--out", "{out}/cards"),
            ("forget", "--everything", "--yes"),
            ("load", "{in}/second.zip"),
        ),
    ),
    Scenario(
        "load json",
        "used",
        ("load", "{out}/people.json"),
        before=(("export", "people", "--out", "{out}/people.json"), ("forget", "--everything", "--yes")),
    ),
    Scenario("changes accept", "twice", ("changes", "--accept", "all")),
    Scenario("log", "used", ("log", "Ana Example", "met", "--note", "over lunch")),
    Scenario("note", "used", ("note", "Ana Example", "who checks the numbers?", "--theme", "open")),
    Scenario("refer", "used", ("refer", "Ines Varga", "--by", "p0002", "--may-use-name", "yes")),
    Scenario(
        "prep",
        "used",
        ("prep", "p0002", "--out", "{out}/talk.html"),
        in_steps=True,
        before=(("log", "p0002", "asked"),),
    ),
    Scenario("calendar", "used", ("calendar", "--out", "{out}/talks.ics"), before=(("log", "p0002", "met"),)),
    Scenario("calendar alone", "used", ("calendar",), before=(_MET,)),
    Scenario("target decide", "used", ("target", "decide", "data", "later", "--why", "first a course")),
    Scenario("titles fits", "loaded", ("titles", "Growth Wizard", "--fits", "close")),
    Scenario("know every", "used", ("know", "p0002", "--every", "30"), before=(_MET,)),
    Scenario(
        "log talk",
        "used",
        ("log", "p0002", "scheduled", "--on", "2026-11-13", "--for", "2026-11-20", "--at", "14:30", "--minutes", "30"),
        before=(("log", "p0002", "asked", "--on", "2026-11-12"),),
    ),
    Scenario("log undo", "used", ("log", "--undo"), before=(_MET,)),
    Scenario("log undo named", "used", ("log", "--undo"), before=(_NAMED,)),
    Scenario(
        "reflect", "used", ("reflect", "p0002", "--energy", "4", "--fit", "3", "--next", "a course"), before=(_MET,)
    ),
    Scenario(
        "refer amended",
        "used",
        ("refer", "Ines Varga", "--by", "p0002", "--title", "Chef", "--company", "Tailspin", "--words", "do write"),
        before=(_NAMED,),
    ),
    Scenario(
        "refer withdrawn",
        "used",
        ("refer", "Ines Varga", "--by", "p0002", "--may-use-name", "no"),
        before=(_NAMED,),
    ),
    Scenario("refer at large", "used", ("refer", "--by", "p0002", "--may-use-name", "yes")),
    Scenario("today accept", "twice", ("today", "--accept", "all")),
    Scenario("stats learn", "asked", ("stats", "--learn")),
    Scenario("stats forget learning", "asked", ("stats", "--forget-learning"), before=(("stats", "--learn"),)),
    Scenario("draft", "used", ("draft", "p0002", "--out", "{out}/ana.txt")),
    Scenario("draft mail", "used", ("draft", "p0002", "--channel", "email", "--out", "{out}/ana.eml")),
    Scenario("prep outcome", "used", ("prep", "p0002", "--outcome", "decide about this work"), before=(_MET,)),
    Scenario("prep found", "used", ("prep", "p0002", "--found", "news", "a new site"), before=(_MET,)),
    Scenario("export session", "used", ("export", "session", "--out", "{out}/session.html"), before=(_MET,)),
    Scenario("export session md", "used", ("export", "session", "--out", "{out}/session.md"), before=(_MET,)),
    Scenario("export shortlist", "used", ("export", "shortlist", "--out", "{out}/shortlist.xlsx")),
    Scenario("export graph", "used", ("export", "graph", "--out", "{out}/graph.graphml")),
    Scenario(
        "start with words",
        "fresh",
        ("start", "{in}/first.zip", "--work", "data analyst", "--employer", "Litware"),
        in_steps=True,
        makes="ws/targets.toml",
    ),
    Scenario("why", "twice", ("why", "p0002")),
    Scenario("target check", "twice", ("target", "check")),
    Scenario("titles list", "twice", ("titles",)),
    Scenario("explore", "twice", ("explore",)),
    Scenario("draft alone", "twice", ("draft", "p0002")),
    Scenario("demo", "fresh", ("demo", "--out", "{out}/demo"), makes="out/demo"),
    Scenario("forget named", "used", ("forget", "p0006", "--yes"), forgets=True, before=_OF_CANARY),
)


def scenarios() -> list[Scenario]:
    """Return the scenarios whose command this netscout has, in a fixed order."""
    from netscout.cli.main import COMMANDS

    return [one for one in _ALL if one.words[0] in COMMANDS and all(other[0] in COMMANDS for other in one.before)]
