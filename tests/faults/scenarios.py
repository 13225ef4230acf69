"""Every command that writes, each with the workspace it starts from; a new one is one line here."""

from __future__ import annotations

from dataclasses import dataclass


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
    """

    name: str
    base: str
    words: tuple[str, ...]
    forgets: bool = False
    in_steps: bool = False
    before: tuple[tuple[str, ...], ...] = ()

    @property
    def remembers(self) -> bool:
        """Return whether it writes elsewhere, of which the database keeps the path where it can."""
        return self.words[0] not in ("load", "restore") and any("{out}" in word for word in self.words)


_ALL = (
    Scenario("load first", "fresh", ("load", "{in}/first.zip")),
    Scenario("load second", "used", ("load", "{in}/second.zip")),
    Scenario("load two", "fresh", ("load", "{in}/first.zip", "{in}/second.zip")),
    Scenario("load google", "used", ("load", "{in}/google.csv")),
    Scenario("load vcard", "used", ("load", "{in}/card.vcf")),
    Scenario("load own table", "used", ("load", "{in}/own.csv", "--map", "Person=full", "--map", "Works for=company")),
    Scenario("load consent", "used", ("load", "{in}/member.zip", "--consent", "2026-11-01")),
    Scenario("load answers", "used", ("load", "{in}/answers.json")),
    Scenario("start", "fresh", ("start", "{in}/first.zip")),
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
)


def scenarios() -> list[Scenario]:
    """Return the scenarios whose command this netscout has, in a fixed order."""
    from netscout.cli.main import COMMANDS

    return [one for one in _ALL if one.words[0] in COMMANDS and all(other[0] in COMMANDS for other in one.before)]
