"""Who is "me", and what becomes of messages and invitations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netscout.errors import InputError
from netscout.model.owner import Owner
from netscout.sources.parties import split_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from netscout.model.export import Export

    Load = Callable[..., Export]

IN = "https://www.linkedin.com/in/"
HEAD = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
)
OLD = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
PROFILE = "First Name,Last Name,Maiden Name,Headline\nMia,Owner,,Lawyer\n"
DATE = "2025-01-02 03:04:05 UTC"
NAMES = {"mia": "Mia Owner", "mia-old": "Mia Owner", "ana": "Ana Example", "bo": "Bo Sample", "cy": "Cy Other"}


def line(thread: str, sender: str, *to: str, date: str = DATE, content: str = "Hi", folder: str = "INBOX") -> str:
    """Return a row of messages.csv from slugs; people without an entry in NAMES bear their slug as name."""
    names = ", ".join(NAMES.get(one, one) for one in to)
    urls = ",".join(IN + one for one in to)
    url = IN + sender if sender else ""
    return f'{thread},,{NAMES.get(sender, sender)},{url},"{names}","{urls}",{date},,{content},{folder}\n'


def messages(*rows: str) -> dict[str, str | bytes]:
    """Return a messages file."""
    return {"messages.csv": HEAD + "".join(rows)}


def contacts(export: Export) -> list[tuple[str | None, str, int]]:
    """Return (slug, direction, recipients) of each contact."""
    return [(export.sightings[one.sighting].slug, one.direction, one.recipients) for one in export.interactions]


def test_profile_name_in_one_conversation(load: Load) -> None:
    """The URL that sends under the profile's name is mine, even in a single conversation."""
    export = load({**messages(line("c", "mia", "ana")), "Profile.csv": PROFILE})
    assert (export.owner.slugs, export.owner.how, export.owner.name) == (("mia",), "messages", "Mia Owner")
    assert contacts(export) == [("ana", "out", 1)]


def test_two_urls_of_mine(load: Load) -> None:
    """A changed profile address gives two keys of mine, the newer first, and none is a tie."""
    rows = (line("c", "mia-old", "ana", date="2020-01-01 00:00:00 UTC"), line("d", "mia", "bo"))
    export = load({**messages(*rows), "Profile.csv": PROFILE})
    assert export.owner.slugs == ("mia", "mia-old")
    assert contacts(export) == [("ana", "out", 1), ("bo", "out", 1)]


def test_namesake(load: Load) -> None:
    """A namesake who talks with me is a tie; who of two namesakes in one thread is me cannot be told."""
    rows = (line("c", "mia", "ana"), line("d", "mia", "mia-old"), line("d", "mia-old", "mia"))
    export = load({**messages(*rows), "Profile.csv": PROFILE})
    assert export.owner.slugs == ("mia",)
    assert contacts(export) == [("ana", "out", 1), ("mia-old", "out", 1), ("mia-old", "in", 1)]
    assert load({**messages(*rows[1:]), "Profile.csv": PROFILE}).owner.slugs == ()


def test_everywhere(load: Load) -> None:
    """Without a name the URL in 80 % of two or more conversations is mine, if it beats the others."""
    assert load(messages(line("c", "mia", "ana"), line("d", "bo", "mia"))).owner.slugs == ("mia",)
    assert load(messages(line("c", "mia", "ana"), line("d", "ana", "mia"))).owner.slugs == ()
    rows = (line("c", "mia", "ana"), line("d", "mia", "bo"), line("e", "cy", "ana"))
    assert load(messages(*rows)).owner.slugs == ()


@pytest.mark.parametrize(("with_me", "without", "found"), [(4, 1, True), (8, 2, True), (3, 1, False), (7, 2, False)])
def test_everywhere_means_four_of_five(load: Load, with_me: int, without: int, *, found: bool) -> None:
    """Somebody in three conversations of four would be taken for me, or I in four of five for nobody."""
    mine = [line(f"c{number}", "mia", f"p{number}") for number in range(with_me)]
    others = [line(f"d{number}", f"x{number}", f"y{number}") for number in range(without)]
    assert load(messages(*mine, *others)).owner.slugs == (("mia",) if found else ())


@pytest.mark.parametrize(("with_me", "without", "found"), [(4, 1, True), (3, 1, False)])
def test_the_owner_of_the_workspace_in_four_of_five(load: Load, with_me: int, without: int, *, found: bool) -> None:
    """Another member's export would be taken for mine because I am in most of it."""
    known = Owner("Mia Owner", ("mia",))
    mine = [line(f"c{number}", f"p{number}", "mia") for number in range(with_me)]
    others = [line(f"d{number}", f"x{number}", f"y{number}") for number in range(without)]
    assert (load(messages(*mine, *others), known_owner=known).owner.slugs == ("mia",)) is found


def test_one_conversation_is_undecidable(load: Load) -> None:
    """One conversation of two alone: nobody is guessed, all is counted, --me is asked for."""
    export = load(messages(line("c", "mia", "ana"), line("c", "ana", "mia")))
    assert (export.owner.slugs, export.counts["unattributed"], export.interactions) == ((), 2, ())
    assert [one.code for one in export.notices] == ["owner-unknown"]
    assert export.sources[0].files[0].adds_up()


def test_me(load: Load) -> None:
    """--me settles it, as a URL; against the proof of the files it is refused with both values."""
    rows = (line("c", "mia", "ana"), line("c", "ana", "mia"))
    assert contacts(load(messages(*rows), me=IN + "mia")) == [("ana", "out", 1), ("ana", "in", 1)]
    with pytest.raises(InputError, match=r"bo.*mia") as caught:
        load({**messages(*rows), "Profile.csv": PROFILE}, me=IN + "bo")
    assert caught.value.code == "owner-conflict"
    with pytest.raises(InputError, match="no LinkedIn profile"):
        load(messages(*rows), me="https://host.example/mia")
    addresses = "Email Address,Confirmed,Primary\nmia@mail.example,Yes,Yes\n"
    files: dict[str, str | bytes] = {**messages(*rows), "Profile.csv": PROFILE, "Email Addresses.csv": addresses}
    assert load(files, me="MIA@mail.example").owner.slugs == ("mia",)
    with pytest.raises(InputError, match="bo@mail"):
        load(files, me="bo@mail.example")


def test_me_that_finds_nothing_is_refused(load: Load) -> None:
    """An address nobody writes from would count as an answer, and the messages would stay nobody's."""
    rows = (line("c", "mia", "ana"), line("c", "ana", "mia"))
    for me in ("nobody-here", "mia@mail.example"):
        with pytest.raises(InputError) as caught:
            load(messages(*rows), me=me)
        assert caught.value.code == "owner-conflict"
        assert caught.value.next_step
    connections = "First Name,Last Name,URL,Connected On\nAna,Example,linkedin.com/in/ana,07 Sep 2019\n"
    assert load({"Connections.csv": connections}, me="nobody-here").owner.slugs == ("nobody-here",)


def test_known_owner(load: Load) -> None:
    """A file that does not name its owner is read for the owner of the workspace, if they are in it throughout."""
    known = Owner("Mia Owner", ("mia",))
    rows = (line("c", "mia", "ana"), line("c", "ana", "mia"))
    assert contacts(load(messages(*rows), known_owner=known)) == [("ana", "out", 1), ("ana", "in", 1)]
    assert load(messages(line("c", "bo", "ana")), known_owner=known).owner.slugs == ()


INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"


def test_invitations(load: Load) -> None:
    """The majority URL on my side of the invitations is mine; the partner is the other side."""
    text = (
        INVITATIONS
        + f'Mia Owner,Ana Example,"6/19/24, 3:07 PM",Hello,OUTGOING,{IN}mia,{IN}ana\n'
        + f'Bo Sample,Mia Owner,"6/9/24, 3:07 PM",,INCOMING,{IN}bo,{IN}mia\n'
        + f'Cy Other,Mia Owner,"6/9/24, 3:07 PM",,,{IN}cy,{IN}mia\n'
    )
    export = load({"Invitations.csv": text})
    assert (export.owner.slugs, export.owner.how, export.owner.name) == (("mia",), "invitations", "Mia Owner")
    assert contacts(export) == [("ana", "out", 1), ("bo", "in", 1), ("cy", "in", 1)]
    first = export.interactions[0]
    assert (first.day, first.at, first.detail) == ("2024-06-19T15:07", 1718755200, "note")
    assert [export.counts[word] for word in ("invitations", "outgoing", "incoming", "undirected", "with_note")] == [
        3,
        1,
        1,
        1,
        1,
    ]


FLAGGED = HEAD.rstrip() + ",IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"


@pytest.mark.parametrize(
    ("row", "bucket"),
    [
        (line("c", "mia", "ana", folder="INBOX,Yes,No"), "drafts"),
        (line("c", "mia", "ana", folder="SPAM,,TRUE"), "drafts"),
        (line("c", "ana", "mia", folder="SPAM"), "spam"),
        (line("c", "", "mia", content="%FIRSTNAME% buy"), "sponsored"),
        (line("c", "", "mia", content='"<p class=""spinmail-quill-editor"">x</p>"'), "sponsored"),
        (f"c,Sponsored Conversation,Acme,,Mia Owner,{IN}mia,{DATE},,x,INBOX\n", "sponsored"),
        (f"c,,LinkedIn Member,,Mia Owner,{IN}mia,{DATE},,x,INBOX\n", "anonymous"),
        (f"c,,Mia Owner,{IN}mia,LinkedIn Member,,{DATE},,x,INBOX\n", "anonymous"),
        (f"c,,Mia Owner,{IN}mia,,,{DATE},,x,INBOX\n", "unattributed"),
        (line("c", "mia", "mia"), "unattributed"),
        (line("c", "mia", "ana", "bo"), "group"),
        (line("c", "ana", "mia", folder="ARCHIVE"), "direct"),
        (line("c", "mia", "ana", date=""), "direct"),
    ],
)
def test_buckets(load: Load, row: str, bucket: str) -> None:
    """Each row falls into one bucket, only direct and group ones make ties."""
    export = load({"messages.csv": FLAGGED + row, "Profile.csv": PROFILE}, me=IN + "mia")
    counts = {
        word: number for word, number in export.sources[0].files[0].counts.items() if number and word != "undated"
    }
    assert counts == {bucket: 1}
    assert bool(export.interactions) is (bucket in ("direct", "group"))


def test_groups(load: Load) -> None:
    """A group letter of mine counts once per recipient, one of theirs for the sender; presence counts once."""
    rows = (line("g", "mia", "ana", "bo"), line("g", "ana", "mia", "bo"), line("g", "ana", "mia", "bo"))
    export = load({**messages(*rows), "Profile.csv": PROFILE})
    assert contacts(export) == [
        ("ana", "out", 2), ("bo", "out", 2), ("ana", "in", 2), ("ana", "in", 2), ("ana", "co", 2), ("bo", "co", 2),
    ]  # fmt: skip
    assert (export.counts["group"], export.counts["group_conversations"], export.counts["conversations"]) == (3, 1, 1)
    many = [f"p{number}" for number in range(8)]
    export = load({**messages(line("g", "mia", *many)), "Profile.csv": PROFILE})
    assert {one.direction for one in export.interactions} == {"out"}


def test_recipients_without_url(load: Load) -> None:
    """Before mid-2023 recipients are names only: they meet the URL under which the same person writes."""
    text = OLD + f"c,,Mia Owner,{IN}mia,Ana Example,{DATE},,x,INBOX\nd,,Ana Example,{IN}ana,Mia Owner,{DATE},,x,INBOX\n"
    export = load({"messages.csv": text, "Profile.csv": PROFILE})
    assert contacts(export) == [("ana", "out", 1), ("ana", "in", 1)]
    assert len(export.sightings) == 1


def test_slug_is_lent(load: Load) -> None:
    """A connection of an old export takes the URL that its messages state, if the name is unique."""
    people = "First Name,Last Name,Company,Position,Connected On\nAna,Example,Acme,Chef,07 Sep 2019\n"
    export = load({**messages(line("c", "mia", "ana")), "Profile.csv": PROFILE, "Connections.csv": people})
    assert [(one.kind, one.slug) for one in export.sightings] == [("connection", "ana")]
    twins = people + "Ana,Example,Other,Cook,07 Sep 2019\n"
    export = load({**messages(line("c", "mia", "ana")), "Profile.csv": PROFILE, "Connections.csv": twins})
    assert [(one.kind, one.slug) for one in export.sightings] == [
        ("connection", None),
        ("connection", None),
        ("message", "ana"),
    ]


def test_owner_is_no_tie(load: Load) -> None:
    """A row about the owner among the connections is told and left out."""
    people = f"First Name,Last Name,URL,Connected On\nMia,Owner,{IN}mia,07 Sep 2019\nAna,Example,{IN}ana,07 Sep 2019\n"
    export = load({"Connections.csv": people}, me=IN + "mia")
    assert [one.slug for one in export.sightings] == ["ana"]
    assert [one.line for one in export.unreadable] == [2]
    assert export.sources[0].files[0].adds_up()


@pytest.mark.parametrize(
    ("to", "names"),
    [
        ("Ana Example", ["Ana Example"]),
        ("Ana Example, Bo Sample", ["Ana Example", "Bo Sample"]),
        ("Ana Example, Ph.D., Bo Sample", ["Ana Example, Ph.D.", "Bo Sample"]),
        ("Stranger Fox, MBA, Ana Example, CFA", ["Stranger Fox, MBA", "Ana Example, CFA"]),
    ],
)
def test_split_names(to: str, names: list[str]) -> None:
    """A comma before letters after a name does not part it."""
    assert split_names(to, 0, {"ana example", "bo sample"}) == names


def test_recommendations(load: Load) -> None:
    """A recommendation finds its namesake by company; hidden ones make no tie; the file name tells the direction."""
    people = f"First Name,Last Name,URL,Company,Connected On\nAna,Example,{IN}a1,Acme,\nAna,Example,{IN}a2,Foo,\n"
    head = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    rows = 'Ana,Example,foo,Chef,"Good.\n\nBest, of all",06/19/13,VISIBLE\nBo,Sample,X,Y,Z,06/09/13,PENDING\n'
    files: dict[str, str | bytes] = {"Connections.csv": people, "Recommendations Received.csv": head + rows}
    export = load({**files, "Recommendations_Given.csv": head + rows})
    assert contacts(export) == [("a2", "in", 1), ("a2", "out", 1)]
    assert export.counts["visible"] == 2
    assert all(one.adds_up() for one in export.sources[0].files)


def test_two_message_files(load: Load) -> None:
    """Two exports repeat each other's messages: each is one contact, and each file keeps its account."""
    first, second = line("c", "mia", "ana"), line("d", "bo", "mia", content="Hello")
    files: dict[str, str | bytes] = {"old/messages.csv": HEAD + first, "new/messages.csv": HEAD + first + second}
    export = load({**files, "Profile.csv": PROFILE})
    assert sorted(contacts(export)) == [("ana", "out", 1), ("bo", "in", 1)]
    assert export.counts["messages"] == 3
    assert all(one.adds_up() for one in export.sources[0].files)
