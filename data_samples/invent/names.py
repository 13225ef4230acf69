"""Names of invented people, and the profile addresses made of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data_samples.invent.chance import Dice

SUFFIX = "demo"

_FEMALE = {
    "de": "Anneke Birte Carla Dörte Elif Frauke Greta Hanne Imke Johanna Katja Lena Merle Nora Paula Rike Svenja "
    "Tomke Ulrike Wiebke Zeynep Sabine Claudia Heike Antje Franziska Miriam Jördis Annika Beke Dagmar Esther "
    "Friederike Gesa Inga Jule Kerstin Lotta Mareike Neele Ricarda Sina Telse Verena",
    "en": "Abigail Bronwen Chloe Daisy Eleanor Fiona Gemma Harriet Isla Joanna Kirsty Lucy Megan Niamh Olivia "
    "Philippa Rosalind Sophie Tamsin Zara Priya Amara Mei Folake Shanice",
    "fr": "Amélie Camille Delphine Élodie Fanny Gaëlle Inès Julie Léa Manon Océane Solène Yasmine Noémie",
    "es": "Alba Beatriz Carmen Elena Inés Lucía Marta Nerea Paloma Rocío Sofía Ximena Valentina",
    "xx": "Agnieszka Ingrid Katarzyna Ludmila Petra Saga Tuuli Zuzana Marit Ilaria Giulia Anouk Femke Ayumi Shirin",
}
_MALE = {
    "de": "Arne Bastian Cem Detlef Emre Fabian Gerrit Hauke Ingo Jannis Kai Lennart Malte Nils Ole Piet Roland Sönke "
    "Thorben Uwe Volker Jörg Matthias Sebastian Tobias Deniz Björn Andreas Benno Claas Enno Frerk Henning "
    "Jonas Klaas Lars Marten Niklas Oke Philipp Rolf Sven Timo Veit",
    "en": "Alistair Barnaby Callum Declan Edmund Finlay Graham Hamish Ivor Jack Kieran Liam Marcus Nathan Owen Rhys "
    "Stuart Toby Arjun Kwame Chinedu Wei Ravi Jamal",
    "fr": "Antoine Baptiste Clément Damien Étienne Florian Guillaume Hugo Karim Mathieu Quentin Rémi Youssef",
    "es": "Álvaro Bruno Diego Iker Javier Lucas Mateo Pablo Raúl Sergio Tomás Joaquín",
    "xx": "Anders Bohdan Casper Dmitri Eero Filip Giacomo Henrik Jakub Lorenzo Marek Nikos Pavel Sander Tadeusz Kenji",
}
_FAMILY = {
    "de": "Ahrendt Bartels Claasen Dahlke Eggers Feddersen Gerdes Hinrichs Iversen Jessen Köster Lüthje Mertens "
    "Nissen Oltmanns Petersen Quast Reimers Stührk Thomsen Uhlig Voigt Wulff Yıldız Zander Brandes Grewe Harms "
    "Kröger Matthiesen Paulsen Rickmers Sievers Tietjen Aydın Demir Freese Behrens Boysen Carstens",
    "en": "Ashdown Birchall Cartwright Drummond Ellery Farrow Gresham Hollis Ingleby Jessop Kerridge Langford "
    "Marchbank Netherby Osgood Penrose Rudge Selwyn Thackery Underhill Whitcombe Adeyemi Banerjee Chowdhury "
    "Liang Okonjo Patel Boateng",
    "fr": "Aubertin Bellanger Chauvet Delorme Estève Fauchon Garnier Huchet Jolivet Lacombe Marchand Perrin "
    "Rousselot Thibault Vasseur Benali Mansouri",
    "es": "Aranda Bermejo Cifuentes Durán Escudero Fuentes Gallardo Iglesias Lozano Mendieta Noriega Palacios "
    "Quintero Robledo Salcedo Zubiri",
    "xx": "Andersson Bakker Cermak Dvořák Eriksen Ferrari Grabowski Halvorsen Järvinen Kowalczyk Lindholm Marchetti "
    "Novák Ostrowski Papadakis Rasmussen Sjöberg Tanaka Visser Wiśniewska",
}
_CULTURES = (("de", 46), ("en", 22), ("fr", 10), ("es", 8), ("xx", 14))
_SPELT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "å": "a"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the culture that decides in which languages its bearer writes titles and letters."""

    first: str
    last: str
    culture: str
    female: bool

    @property
    def full(self) -> str:
        """Return first and last name."""
        return f"{self.first} {self.last}"

    @property
    def language(self) -> str:
        """Return the language of letters: de, en, fr or es."""
        return self.culture if self.culture in ("de", "fr", "es") else "en"


def draw_name(dice: Dice, taken: set[str], culture: str = "") -> Name:
    """Return a name nobody in `taken` has, and add it there; of the given culture or of any."""
    while True:
        where = culture or dice.weighted(_CULTURES)
        female = dice.likely(0.52)
        first = dice.pick((_FEMALE if female else _MALE)[where].split())
        last = dice.pick(_FAMILY[where if dice.likely(0.93) else "de"].split())
        if where in ("de", "fr") and dice.likely(0.04):
            last = f"{last}-{dice.pick(_FAMILY[where].split())}"
        if f"{first} {last}" not in taken:
            taken.add(f"{first} {last}")
            return Name(first, last, where, female)


def plain(text: str) -> str:
    """Return the text in small ASCII letters, words joined with hyphens."""
    spelt = "".join(_SPELT.get(letter, letter) for letter in text.lower())
    bare = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode("ascii")
    return "-".join("".join(c if c.isalnum() else " " for c in bare).split())


def draw_slug(dice: Dice, name: Name) -> str:
    """Return a profile slug that no real member has: it ends in `demo` and five hexadecimal digits.

    One in five keeps the letters of its name, as members with accents do.
    """
    keeps = dice.likely(0.2)
    words = "-".join(name.full.lower().split()) if keeps else plain(name.full)
    return f"{words}-{SUFFIX}{dice.hexadecimal(5)}"


def draw_email(dice: Dice, name: Name) -> str:
    """Return an address on one of the domains reserved for examples."""
    host = dice.pick(("example.com", "example.org", "example.net", "mail.example", "office.example"))
    return f"{plain(name.first)}.{plain(name.last)}@{host}"
