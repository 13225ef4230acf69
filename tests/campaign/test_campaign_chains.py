"""Who led to whom: pairs, chains that end, dead ends, and whose word on a name counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netscout.campaign.beside import besides
from netscout.campaign.chains import dead_ends, ties, tree
from netscout.model.event import Event
from netscout.model.referral import ALLOWED, NOT_ASKED, REFUSED, Referral, Tie, word_on
from netscout.model.scrub import FORGOTTEN

TODAY = "2026-11-16"


def line(number: int, named: str = "p0003", referrer: str = "p0002", **more: str) -> Referral:
    """Return a line of the ledger, by default of 1 March."""
    on, may = more.get("on", "2026-03-01"), more.get("may", NOT_ASKED)
    return Referral(
        referrer,
        named,
        more.get("name", named),
        on,
        more.get("title", ""),
        more.get("company", ""),
        permission=may,
        permission_on=on if may != NOT_ASKED else "",
        intro=more.get("intro", "me"),
        number=number,
    )


def event(person: str, what: str, on: str) -> Event:
    """Return an entry of a day of March."""
    return Event(person, what, f"2026-03-{on}")


def test_the_newest_word_on_a_name_counts() -> None:
    """A name would be used after its bearer took it back."""
    said = [line(1, may=ALLOWED), line(2, may=REFUSED, on="2026-03-05"), line(3, on="2026-03-09")]
    for lines in (said, said[::-1]):
        found = word_on(lines, "p0003")
        assert found is not None
        assert (found.permission, found.number) == (REFUSED, 2)
    late = [line(1, may=REFUSED, on="2026-03-09"), line(2, may=ALLOWED, on="2026-03-02")]
    assert (found := word_on(late, "p0003")) is not None
    assert found.permission == REFUSED
    assert word_on([line(1)], "p0003") is None
    assert word_on(said, "p0004") is None


def test_a_word_at_large_holds_for_all_but_whom_it_was_refused_for() -> None:
    """A yes for everybody would lift a no for one, or a no for everybody leave a yes for one."""
    large = line(2, "", may=ALLOWED, on="2026-03-05")
    assert word_on([large], "p0009") == large
    assert word_on([line(1, may=REFUSED), large], "p0003") == line(1, may=REFUSED)
    taken = line(3, "", may=REFUSED, on="2026-03-07")
    assert word_on([line(1, may=ALLOWED), large, taken], "p0003") == taken
    again = line(4, may=ALLOWED, on="2026-03-08")
    assert word_on([line(1, may=REFUSED), large, taken, again], "p0003") == again


def test_a_pair_is_one_with_what_came_of_it() -> None:
    """A second word on the same person would be a second referral."""
    lines = [line(1, title="Analyst"), line(2, may=ALLOWED, on="2026-03-04", company="Litware"), line(3, "p0005")]
    logs = {
        "p0003": [event("p0003", "asked", "01"), event("p0003", "met", "10"), event("p0003", "met", "12")],
        "p0002": [event("p0002", "reported-back", "09"), event("p0002", "reported-back", "11")],
    }
    first, second = ties(lines, logs, TODAY)
    assert (first.title, first.company, first.on, first.permission) == ("Analyst", "Litware", "2026-03-01", ALLOWED)
    assert (first.contacted, first.met, first.reported) == ("2026-03-01", "2026-03-10", "2026-03-11")
    assert (second.named, second.contacted, second.permission) == ("p0005", "", NOT_ASKED)
    assert [one.contacted for one in ties(lines, logs, "2026-02-28")] == []
    assert ties(lines, logs, "2026-03-05")[0].met == ""
    odd = [line(4, "p0002"), line(5, "", referrer="", name="Bo Roe"), line(6, "", name="")]
    assert ties(odd, logs, TODAY) == ()


def test_an_answer_counts_where_an_introduction_was_promised() -> None:
    """A promise that was kept would still be waited for."""
    logs = {"p0003": [event("p0003", "replied", "03")]}
    assert ties([line(1, intro="them")], logs, TODAY)[0].contacted == "2026-03-03"
    assert ties([line(1)], logs, TODAY)[0].contacted == ""


def test_who_was_forgotten_or_nobody_is_owed_nothing() -> None:
    """A debt to write to somebody who is not there would never end."""
    lines = [line(1, "", name=FORGOTTEN), line(2, "", name="", may=ALLOWED), line(3, "p0002"), line(4, referrer="")]
    assert besides({}, lines, {}, {}, {}) == {}
    assert besides({}, [*lines, line(5)], {}, {}, {})["p0002"].referrals[0].on.isoformat() == "2026-03-01"


def pair(referrer: str, named: str, **more: str) -> Tie:
    """Return a pair of the ledger."""
    return Tie(referrer, named, named, "2026-03-01", **more)


def test_chains_are_told_once_and_circles_end() -> None:
    """Two people who named each other would be told for ever."""
    chain = [pair("a", "b"), pair("b", "c"), pair("x", "c"), pair("c", "d")]
    assert [(one.depth, one.key, one.again) for one in tree(chain)] == [
        *((0, "a", False), (1, "b", False), (2, "c", False), (3, "d", False)),
        *((0, "x", False), (1, "c", True)),
    ]
    circle = tree([pair("a", "b"), pair("b", "a")])
    assert [(one.depth, one.key, one.again) for one in circle] == [(0, "a", False), (1, "b", False), (2, "a", True)]
    assert tree([]) == ()


def test_dead_ends_are_those_who_led_no_further() -> None:
    """Somebody whose answer is still to come would be called an end, or one who led on."""
    pairs = [pair("a", "b", met="2026-03-02"), pair("b", "c"), pair("a", "d", met="2026-03-03"), pair("a", "e")]
    assert dead_ends(pairs, {"c": "declined", "e": "asked"}) == {"c": "declined", "d": "met"}


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=20))
def test_everybody_is_told_and_each_pair_once(edges: list[tuple[str, str]]) -> None:
    """A referral would be missing from the chains, or the chains be endless."""
    pairs = [pair(*one) for one in dict.fromkeys(edges)]
    found = tree(pairs)
    assert {one.key for one in found} == {end for edge in edges for end in edge}
    above: list[str] = []
    told = []
    for one in found:
        above = [*above[: one.depth], one.key]
        told += [(above[-2], above[-1])] if one.depth else []
    assert sorted(told) == sorted(set(edges))
