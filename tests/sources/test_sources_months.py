"""Every month of every language of the export, in full and as usually shortened."""

from __future__ import annotations

import pytest

from netscout.sources.dates import parse_date

MONTHS = {
    "en": (
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.",
    ),
    "de": (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "Jän. Feb. Mrz Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
        "Jänner Februar Maerz April Mai Juni Juli August September Oktober November Dezember",
    ),
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "jan fév mars avr mai juin juil août sept oct nov déc",
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
        "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    ),
    "pt": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan fev mar abr mai jun jul ago set out nov dez",
    ),
    "it": (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
    ),
    "nl": (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    ),
    "sv": (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
    ),
    "da": (
        "januar februar marts april maj juni juli august september oktober november december",
        "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
    ),
    "no": (
        "januar februar mars april mai juni juli august september oktober november desember",
        "jan. feb. mar. apr. mai jun. jul. aug. sep. okt. nov. des.",
    ),
    "pl": (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    ),
    "zh": (
        "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    ),
    "ja": ("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",),
}
WORDS = [
    pytest.param(number, word, id=f"{tongue}-{word}")
    for tongue, rows in MONTHS.items()
    for row in rows
    for number, word in enumerate(row.split(), 1)
]


def iso(text: str) -> str | None:
    """Return the date of a text as the account shows it."""
    stamp = parse_date(text)
    return stamp.iso() if stamp else None


def test_the_table_is_whole() -> None:
    """A language with eleven months would be tested as if it had twelve."""
    assert {len(row.split()) for rows in MONTHS.values() for row in rows} == {12}


@pytest.mark.parametrize(("number", "word"), WORDS)
def test_every_month_of_every_language(number: int, word: str) -> None:
    """A connection made in this month would have no date."""
    wanted = f"2019-{number:02d}-07"
    assert [iso(one) for one in (f"07 {word} 2019", f"7 {word.upper()} 2019", f"{word} 7, 2019")] == [wanted] * 3
    assert iso(f"7 de {word} de 2019") == wanted
    assert iso(f"{word} 2019") == wanted[:7]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1er juin 2019", "2019-06-01"),
        ("1º de março de 2021", "2021-03-01"),
        ("1.º de março de 2021", "2021-03-01"),
        ("1° gennaio 2020", "2020-01-01"),
        ("September 7th, 2019", "2019-09-07"),
        ("1st May 2019", "2019-05-01"),
        ("2nd May 2019", "2019-05-02"),
        ("3rd May 2019", "2019-05-03"),
        ("den 1. marts 2020", "2020-03-01"),
        ("7er 2019", None),
        ("13月 2019", None),
        ("1 brumaire 2019", None),
    ],
)
def test_ordinals(text: str, wanted: str | None) -> None:
    """The first of a month would have no date in French and Portuguese."""
    assert iso(text) == wanted
