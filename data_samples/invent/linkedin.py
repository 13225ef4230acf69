"""The network files of a LinkedIn archive: Connections, messages, Invitations, Endorsements, Recommendations."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from data_samples.invent import owner
from data_samples.invent.write import day_month_year, table, us_minute, us_minute_padded, utc_second

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from data_samples.invent.chance import Dice
    from data_samples.invent.letters import Letter
    from data_samples.invent.person import Person

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing. '
    "You will only see email addresses for connections who have allowed their connections to see or download their "
    'email address."\n\n'
)
_NOTES = (
    "Good to meet you at the fair, let us stay in touch.",
    "Thank you for the guided tour, I would like to connect.",
    "Schön, Sie kennengelernt zu haben.",
)


def connections(people: Sequence[Person], hidden: Sequence[date] = ()) -> str:
    """Return Connections.csv, newest first; `hidden` are the days of members LinkedIn withholds."""
    known = [person for person in people if person.connection]
    rows = [(one.connected, one.slug, _connection(one)) for one in known]
    rows += [(day, "", ["", "", "", "", "", "", day_month_year(day)]) for day in hidden]
    rows.sort(key=lambda row: (row[0], row[1]), reverse=True)
    return PREAMBLE + table(CONNECTIONS, [row for _, _, row in rows])


def _connection(person: Person) -> list[str]:
    day = day_month_year(person.connected)
    return [person.name.first, person.last_name, person.url, person.email, person.company, person.title, day]


def messages(letters: Sequence[Letter]) -> str:
    """Return messages.csv of 2026: eleven columns, every cell quoted, newest conversation first."""
    newest: dict[str, datetime] = {}
    for letter in letters:
        newest[letter.conversation] = max(letter.when, newest.get(letter.conversation, letter.when))
    ordered = sorted(letters, key=lambda one: (newest[one.conversation], one.conversation, one.when), reverse=True)
    return table(MESSAGES, [_message(letter) for letter in ordered], quote_all=True)


def _message(letter: Letter) -> list[str]:
    sender, sender_url = _sender(letter)
    names = ", ".join(_side(one)[0] for one in letter.recipients)
    urls = ",".join(_side(one)[1] for one in letter.recipients)
    folder = "SPAM" if letter.kind == "spam" else "INBOX"
    head = [letter.conversation, letter.title, sender, sender_url, names, urls]
    return [*head, utc_second(letter.when), letter.subject, letter.text, folder, letter.attachment]


def _sender(letter: Letter) -> tuple[str, str]:
    if letter.kind == "sponsored":
        return "Expo Cloud", ""
    if letter.kind == "spam":
        return "Best Price Lists", "https://www.linkedin.com/in/best-price-lists-demo00000"
    if letter.kind == "anonymous":
        return "LinkedIn Member", ""
    return _side(letter.sender)


def _side(person: Person | None) -> tuple[str, str]:
    return (owner.NAME, owner.URL) if person is None else (person.shown, person.url)


def invitations(people: Sequence[Person], dice: Dice) -> str:
    """Return Invitations.csv: the last two years, and those not yet accepted."""
    since = owner.EXPORTED - timedelta(days=720)
    recent = [one for one in people if one.connection and one.connected > since]
    pending = [one for one in people if "invited" in one.ties]
    rows = []
    for person in dice.some(recent, 70) + pending:
        day = person.connected - timedelta(days=0 if person in pending else dice.between(0, 6))
        at = datetime.combine(day, time(dice.between(7, 21), dice.between(0, 59), tzinfo=UTC))
        mine = person in pending or "opener" in person.ties or dice.likely(0.5)
        note = dice.pick(_NOTES) if dice.likely(0.25) else ""
        me, other = (owner.NAME, owner.URL), (person.name.full, person.url)
        (inviter, inviter_url), (invitee, invitee_url) = (me, other) if mine else (other, me)
        direction = "OUTGOING" if mine else "INCOMING"
        rows.append((at, [inviter, invitee, us_minute(at), note, direction, inviter_url, invitee_url]))
    rows.sort(key=lambda row: (row[0], row[1]), reverse=True)
    return table(INVITATIONS, [row for _, row in rows])


def endorsements(people: Sequence[Person], side: str, count: int, dice: Dice) -> str:
    """Return Endorsement_Received_Info (side `Endorser`) or Endorsement_Given_Info (side `Endorsee`)."""
    header = f"Endorsement Date,Skill Name,{side} First Name,{side} Last Name,{side} Public Url,Endorsement Status"
    able = [one for one in people if one.connection and (one.ties or one.field == "events")]
    rows = []
    for person in dice.some(able, count):
        for skill in dice.some(owner.SKILLS, dice.weighted(((1, 6), (2, 3), (3, 1)))):
            last = owner.EXPORTED - timedelta(days=3)
            day = dice.day(person.connected, min(last, person.connected + timedelta(days=700)))
            status = dice.weighted((("ACCEPTED", 9), ("PENDING", 1), ("HIDDEN", 1)))
            stamp = f"{day.year}/{day.month:02}/{day.day:02} {dice.between(6, 21):02}:{dice.between(0, 59):02}:00 UTC"
            address = f"www.linkedin.com/in/{person.slug}"
            rows.append([stamp, skill, person.name.first, person.last_name, address, status])
    rows.sort(reverse=True)
    return table(header, rows)


def recommendations(people: Sequence[Person], dice: Dice, *, received: bool) -> str:
    """Return Recommendations_Received.csv or Recommendations_Given.csv."""
    rows = []
    for person in people:
        text = person.recommends if received else person.recommended
        if text:
            day = dice.day(person.connected + timedelta(days=200), owner.EXPORTED - timedelta(days=150))
            at = datetime.combine(day, time(dice.between(8, 20), dice.between(0, 59), tzinfo=UTC))
            name = [person.name.first, person.last_name, person.company, person.title]
            rows.append([*name, text, us_minute_padded(at), "VISIBLE"])
    return table(RECOMMENDATIONS, rows)
