"""What talks say together: themes, words, open questions, and the corner they come from."""

from __future__ import annotations

from dataclasses import dataclass

from netscout.model.notes import Note


@dataclass(frozen=True, slots=True)
class Talk:
    """With whom a talk was: name, company, kind of work, rung, the person that the chain of referrals begins with.

    "" is for what is not known.
    """

    name: str
    company: str = ""
    field: str = ""
    rung: str = ""
    chain: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that came up, with the notes that say so."""

    name: str
    notes: tuple[Note, ...]

    @property
    def talks(self) -> int:
        """Return with how many people it came up."""
        return len({one.person for one in self.notes})


@dataclass(frozen=True, slots=True)
class Themes:
    """Across talks: `tagged` by the user's own themes, `words` that came up with several people.

    `open` questions, `resume` changes suggested and versions `shown`, what the user could `give` back; `corners` are
    sentences on what is one and the same in all of them.
    """

    tagged: tuple[Theme, ...] = ()
    words: tuple[Theme, ...] = ()
    open: tuple[Note, ...] = ()
    resume: tuple[Note, ...] = ()
    shown: tuple[Note, ...] = ()
    give: tuple[Note, ...] = ()
    corners: tuple[str, ...] = ()
