"""In which language a text is written, told by its small words (R28)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netscout.campaign.lint.look import Hit, Look, at

SMALL_WORDS = {
    "en": (
        "the and of to you your for with that this would about have how from are not what which was were been "
        "my is it could"
    ),
    "de": (
        "der die das und ich sie ist nicht mit für auf ein eine einen ihre ihren ihnen würde wäre auch dass "
        "wie zu von den dem gerne mir mich über haben könnte"
    ),
    "fr": (
        "le les des et je vous est pas avec pour une votre vos dans sur que qui du aux serait ce cette nous "
        "mon ma été bonjour merci"
    ),
    "es": ("el los las y es no con para una su usted que del por como me mi sobre gracias hola muy pero sería trabajo"),
    "it": (
        "il lo gli e è non con per una suo lei che del della mi mio sono come grazie ciao sarebbe vorrei di "
        "anche lavoro"
    ),
    "nl": "het een en ik je u is niet met voor op uw jouw dat zou ook van den aan bij hoe mijn graag over heb",
    "pt": ("os as e é não com para uma seu sua você que do da por como me meu obrigado olá muito mas seria gostaria"),
}
"""Small words of languages, to tell one from another."""
NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}
_SETS = {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 4
_LEAST_OF_ONE = 4


def language_of(text: str) -> str:
    """Return the language of a text, "" where its small words do not tell: twice as many as of any other."""
    return _told(_WORD.findall(text.lower()), _LEAST)


def _told(words: list[str], least: int) -> str:
    counts = sorted(
        ((sum(word in known for word in words), language) for language, known in _SETS.items()), reverse=True
    )
    (most, language), (second, _) = counts[0], counts[1]
    return language if most >= least and most >= 2 * second else ""


def languages(look: Look) -> Iterator[Hit]:
    """Yield R28: not the language that was chosen, or a sentence in another one."""
    chosen, body = look.record.language, look.letter.body
    found = language_of(body.raw)
    if found and found != chosen:
        yield at("R28", "other", body, (0, len(body.raw)), found=NAMES[found], chosen=NAMES.get(chosen, chosen))
    main = found or chosen
    for span in body.sentences:
        other = _told(_WORD.findall(body.raw[span[0] : span[1]].lower()), _LEAST_OF_ONE)
        if other and other != main:
            yield at("R28", "mixed", body, span, found=NAMES[other])


def reading_language(text: str, chosen: str) -> str:
    """Return the language whose lists a text is read with: its own where that is plain, else the chosen one."""
    return language_of(text) or chosen
