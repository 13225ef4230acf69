"""What is looked at: every fact of a tie, the file it comes from, where it enters, and who measured or proposed it."""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """One kind of fact: `columns` of `tables.TIES` that hold it, `text` and `used` in plain words."""

    columns: tuple[str, ...]
    text: str
    file: str
    used: str
    source: str


EVIDENCE = (
    Evidence(
        ("asked", "hits", "base", "reply_rate"),
        "how often they answered within a week, drawn towards how often people answer you at all",
        "messages.csv",
        "chance to answer",
        "shrinkage: Efron and Morris 1975",
    ),
    Evidence(
        ("received_alone", "received", "received_all"),
        "how much they wrote to you; a message to n people counts 1/n",
        "messages.csv",
        "chance to answer; warmth (whole messages)",
        "weight: Newman 2001; frequency: Jones et al. 2013",
    ),
    Evidence(
        ("sent", "sent_all"),
        "how much you wrote to them",
        "messages.csv",
        "chance to answer, against it",
        "Roth et al. 2010",
    ),
    Evidence(
        ("since_received", "since_any", "last_day", "last_received_day"),
        "how long since they wrote, since either of you wrote",
        "messages.csv",
        "chance to answer; warmth",
        "recency: Roth et al. 2010; decay: Burt 2000",
    ),
    Evidence(
        ("reciprocal",),
        "how evenly you write, old messages fading; half-life a quarter of your mailbox's span, 5 to 120 days",
        "messages.csv",
        "warmth",
        "reciprocity: Granovetter 1973; fading: Roth et al. 2010",
    ),
    Evidence(
        ("conversations", "opened"),
        "how many conversations (a week of silence ends one), and how many they opened",
        "messages.csv",
        "warmth; would vouch",
        "Gilbert and Karahalios 2009",
    ),
    Evidence(
        ("since_first",),
        "how long you have written to each other",
        "messages.csv",
        "shown in the graph only: it says how long, not how close",
        "Marsden and Campbell 1984",
    ),
    Evidence(
        ("latency",),
        "how quickly they answer (median)",
        "messages.csv",
        "shown in the graph only: what it is worth was not measured",
        "Kooti et al. 2015",
    ),
    Evidence(
        ("recommended_me", "recommended_by_me"),
        "recommendations either way",
        "Recommendations_Received.csv, Recommendations_Given.csv",
        "chance to answer without messages; would vouch; opens doors",
        "services given: Granovetter 1973; Wellman and Wortley 1990",
    ),
    Evidence(
        ("invited_me", "invited_by_me", "invitation_note"),
        "who invited whom, and whether with a note",
        "Invitations.csv",
        "chance to answer without messages",
        "who begins: Gilbert and Karahalios 2009",
    ),
    Evidence(
        ("endorsed_me", "endorsed_by_me"),
        "endorsements either way",
        "Endorsement_Received_Info.csv, Endorsement_Given_Info.csv",
        "chance to answer without messages",
        "several kinds of tie: Verbrugge 1979",
    ),
    Evidence(
        ("shared_employer", "shared_in_tenure"),
        "they work where you worked, and you connected while you were there",
        "Positions.csv, Connections.csv",
        "chance to answer without messages; way you met",
        "shared places: Feld 1981",
    ),
    Evidence(
        ("shared_school",),
        "they work where you studied; where others studied is in no export",
        "Education.csv, Connections.csv",
        "chance to answer without messages",
        "shared places: Feld 1981",
    ),
    Evidence(
        ("address_book",),
        "they stand in an address book of yours, under the same e-mail address",
        "Contacts.csv, ImportedContacts.csv, Google, Outlook, vCard",
        "chance to answer without messages; weak, as an upload sweeps in everyone",
        "several kinds of tie: Verbrugge 1979",
    ),
    Evidence(
        ("label",),
        "your own word: close, know, met, stranger",
        "what you said with `know` or on the page",
        "everything; in what is shown as strength it wins",
        "Marsden and Campbell 1984",
    ),
    Evidence(("has_messages", "evidence"), "how much the files say of this person", "all", "width of the interval", ""),
)
"""Every column of `tables.TIES` but the id."""
