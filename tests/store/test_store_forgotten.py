"""Forgotten people stay out, whatever key the next file knows them by; others of the same name come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from netscout.matching.identity import resolve
from netscout.model.export import Detail, Export
from netscout.store.forget import forget
from netscout.store.forgotten_keys import Known, named_keys
from netscout.store.imports import import_export
from netscout.store.people import all_people
from netscout.store.workspace import Workspace
from tests.store.store_builders import contact, export, seen

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-03-24"
NAME = "Zoe Quill"
FULL = {"slug": "zoe", "company": "Northwind", "connected_on": "2019-09-07"}
NO_URL = {"company": "Northwind", "connected_on": "2019-09-07"}


def zoe(slug: str | None = None, **more: Any) -> Export:
    """Return an export of one connection of the name."""
    day = more.pop("day", "2026-01-05")
    return export(day, seen(NAME, slug, line=4, **more), seen("Bo Lind", "bo", line=5))


def messages(day: str, name: str = NAME, slug: str | None = None) -> Export:
    """Return an export of one message, by name alone if there is no slug."""
    return export(day, seen(name, slug, kind="message"), interactions=(contact(0, "in", 1_700_000_000),))


def card(phone: str, company: str, name: str = NAME) -> Export:
    """Return an export of one entry of an address book with a telephone number."""
    one = seen(name, line=2, company=company)._replace(kind="contact")
    return export(None, one, details=(Detail(0, phones=(phone,)),), salt=company)


def names_after(path: Path, first: Export, *later: Export) -> list[str | None]:
    """Return the profiles ("-" for none) of the people of the name after they were forgotten and files loaded."""
    with Workspace.open(path, create=True) as ws:
        import_export(ws, first, today=TODAY, resolve=resolve)
        forget(ws, [one.id for one in all_people(ws) if one.display_name == NAME], on=TODAY)
        assert not [one for one in all_people(ws) if one.display_name == NAME]
        for one in later:
            import_export(ws, one, today=TODAY, resolve=resolve)
        return [one.slug or "-" for one in all_people(ws) if one.display_name == NAME]


@pytest.mark.check(45)
@pytest.mark.parametrize(
    ("first", "later"),
    [
        (zoe(**FULL), zoe(**NO_URL, day="2020-01-05")),
        (zoe(**NO_URL), zoe(**FULL, day="2026-02-05")),
        (zoe(**NO_URL), zoe(company="Contoso", connected_on="2019-09-07", day="2026-02-05")),
        (zoe(**FULL), zoe("zoe-new", company="Contoso", connected_on="2019-09-07", day="2026-02-05")),
        (zoe("zoe", emails=("z@mail.example",)), zoe(emails=("z@mail.example",), day="2026-02-05")),
        (card("+1 555", "Acme"), card("+1-555", "Litware")),
        (card("+1 555", "Acme"), card("+1 556", "Acme Ltd.")),
        (card("+1 555", "Acme, Inc."), card("+1 556", "ACME")),
        (card("+1 555", "Acme"), card("+1 555", "", name="")),
        (zoe(**FULL), messages("2026-02-05")),
        (messages("2026-01-05"), messages("2026-02-05")),
    ],
    ids=[
        *("without a profile", "with a profile now", "another employer, same day", "a new profile, same day"),
        *("by address", "same number", "legal form", "legal form gone", "number without a name"),
        *("messages by name", "messages twice"),
    ],
)
def test_they_stay_out(tmp_path: Path, first: Export, later: Export) -> None:
    """Somebody asked to be deleted, and the next file brings them back under another key."""
    assert names_after(tmp_path / "ws", first, later) == []


def test_what_a_row_left_out_says_is_kept_as_well(tmp_path: Path) -> None:
    """A profile learnt from a row that was left out would be a stranger's in the next file."""
    later = export("2026-02-05", seen("Zoe Quill-Ng", "zoe", line=4))
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        for one in (zoe(**NO_URL), zoe(**FULL, day="2026-01-06"), later):
            import_export(ws, one, today=TODAY, resolve=resolve)
            forget(ws, [person.id for person in all_people(ws) if person.display_name == NAME], on=TODAY)
        assert [one.slug for one in all_people(ws)] == ["bo"]


def test_rows_of_other_tables_go_with_theirs(tmp_path: Path) -> None:
    """Messages of the same load, by profile or by name, would bring back whom the connections left out."""
    later = export(
        "2026-02-05",
        seen(NAME, "zoe-new", line=4, company="Contoso", connected_on="2019-09-07"),
        seen(NAME, "zoe-new", kind="message"),
        seen(NAME, kind="recommendation", company="Fabrikam"),
    )
    assert names_after(tmp_path / "ws", zoe(**FULL), later) == []


@pytest.mark.parametrize(
    "later",
    [
        zoe("zoe-two", company="Fabrikam", connected_on="2021-01-01", day="2026-02-05"),
        zoe("zoe-two", company="Fabrikam", day="2026-02-05"),
        export("2026-02-05", seen(NAME, "zoe", line=4), seen(NAME, "zoe-two", line=5, company="Northwind")),
        messages("2026-02-05", slug="zoe-two"),
    ],
    ids=["another day and company", "no day", "beside the forgotten one", "another profile writes"],
)
def test_a_namesake_comes_in(tmp_path: Path, later: Export) -> None:
    """A wish of one person would keep another out for ever."""
    assert names_after(tmp_path / "ws", zoe(**FULL), later) == ["zoe-two"]


def test_messages_by_name_go_to_the_namesake_beside_them(tmp_path: Path) -> None:
    """The messages of somebody of the same name would be dropped with those of the forgotten."""
    later = export(
        "2026-02-05",
        seen(NAME, "zoe-two", line=4, company="Fabrikam"),
        seen(NAME, kind="message"),
        interactions=(contact(1, "in", 1_700_000_000),),
    )
    assert names_after(tmp_path / "ws", zoe(**FULL), later) == ["zoe-two"]
    with Workspace.open(tmp_path / "ws", create=False) as ws:
        assert ws.db.execute("SELECT count(*) FROM interaction").fetchone() == (1,)


def test_messages_by_name_come_in_once_a_namesake_is_here(tmp_path: Path) -> None:
    """Whoever bears the name now would be cut off from their messages for ever."""
    namesake = zoe("zoe-two", company="Fabrikam", day="2026-02-05")
    assert sorted(map(str, names_after(tmp_path / "ws", zoe(**FULL), namesake, messages("2026-02-06")))) == [
        "-",
        "zoe-two",
    ]


def test_messages_by_name_go_with_the_forgotten_beside_them(tmp_path: Path) -> None:
    """A name that somebody else bears as well would let the messages of the forgotten in, from their own export."""
    first, second = seen(NAME, "zoe", line=4), seen(NAME, "zoe-two", line=5, company="Fabrikam")
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        import_export(ws, export("2026-01-05", first, second), today=TODAY, resolve=resolve)
        forget(ws, [one.id for one in all_people(ws) if one.slug == "zoe"], on=TODAY)
        later = export("2026-02-05", first, seen(NAME, kind="message"))
        import_export(ws, later, today=TODAY, resolve=resolve)
        assert [one.slug for one in all_people(ws)] == ["zoe-two"]


def test_somebody_still_here_is_never_left_out(tmp_path: Path) -> None:
    """Two people of one name at one company: forgetting one would mark the other as gone with the next export."""
    both = (seen(NAME, "zoe", line=4, company="Northwind"), seen(NAME, "zoe-two", line=5, company="Northwind"))
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        import_export(ws, export("2026-01-05", *both), today=TODAY, resolve=resolve)
        forget(ws, [one.id for one in all_people(ws) if one.slug == "zoe"], on=TODAY)
        later = export("2026-02-05", both[1], seen("Bo Lind", "bo", line=6))
        import_export(ws, later, today=TODAY, resolve=resolve)
        assert [(one.slug, one.gone) for one in all_people(ws)] == [("zoe-two", False), ("bo", False)]


def test_a_shared_number_keeps_no_colleague_out(tmp_path: Path) -> None:
    """The number of a switchboard or a home would take everybody behind it."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        import_export(ws, card("+1 555", "Acme"), today=TODAY, resolve=resolve)
        forget(ws, [all_people(ws)[0].id], on=TODAY)
        import_export(ws, card("+1 555", "Acme", name="Ana Example"), today=TODAY, resolve=resolve)
        assert [one.display_name for one in all_people(ws)] == ["Ana Example"]


def test_a_lone_name_is_kept_of_its_only_bearer(tmp_path: Path) -> None:
    """A name that two people bear would keep the messages of the other one out."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        both = export("2026-01-05", seen(NAME, "zoe", line=4), seen(NAME, "zoe-two", line=5, company="Fabrikam"))
        import_export(ws, both, today=TODAY, resolve=resolve)
        forget(ws, [one.id for one in all_people(ws) if one.slug == "zoe"], on=TODAY)
        import_export(ws, messages("2026-02-05"), today=TODAY, resolve=resolve)
        assert sorted(one.slug or "-" for one in all_people(ws)) == ["-", "zoe-two"]


def test_a_load_without_their_rows_in_a_table_says_so(tmp_path: Path) -> None:
    """Messages would vanish from a load without a word."""
    with Workspace.open(tmp_path / "ws", create=True) as ws:
        import_export(ws, zoe(**FULL), today=TODAY, resolve=resolve)
        forget(ws, [one.id for one in all_people(ws) if one.slug == "zoe"], on=TODAY)
        taken = import_export(ws, messages("2026-02-05"), today=TODAY, resolve=resolve).taken
    assert taken is not None
    assert [(one.code, one.count) for one in taken.notices] == [("forgotten", 1)]
    assert (taken.sightings, taken.interactions) == ((), ())


def test_a_company_of_a_legal_form_alone_stays_a_company() -> None:
    """`AG` or `Co` as a whole name would become a key of nothing, which every row of the name equals."""
    row = Known("connection", None, "zoe quill", company="Co")
    assert named_keys(row) == ["name\nzoe quill\nco"]
