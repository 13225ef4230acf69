"""targets.toml: read strictly, edited with comments kept, every fault with the next step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netscout.errors import NetscoutError, SettingsError
from netscout.model.caps import CAPS, Cap
from netscout.model.target import Target
from netscout.settings import Plan, Settings, add_target, read_plan, remove_target, set_me

_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip()) and text == text.strip()
)


def plan_of(tmp_path: Path, text: str) -> Plan:
    """Write a targets.toml and read it."""
    path = tmp_path / "targets.toml"
    path.write_text(text, encoding="utf-8")
    return read_plan(path)


def test_a_missing_file_is_an_empty_plan(tmp_path: Path) -> None:
    """A first run that fails because nobody has written targets.toml yet."""
    assert read_plan(tmp_path / "none.toml") == Plan()


def test_everything_is_read(tmp_path: Path) -> None:
    """A key of the documented file that is dropped on reading."""
    plan = plan_of(
        tmp_path,
        """
[me]
name = "Sam Ode"
employer = "Halden Foods"
employer_known = true
emails = ["sam@example.com"]
[calendar]
weekend = ["fri", "sat"]
holidays = [2026-12-25, "2026-12-26"]
[[target]]
name = "grid"
roles = ["Grid Analyst"]
motivation = 5
[[target]]
name = "water"
roles = "Hydrologist"
mode = "job-seeking"
[aliases]
BWG = "Brightwater Grid"
[weights]
diversity = 0.25
per_company = 3
""",
    )
    assert plan.me.employer_known
    assert plan.me.emails == ("sam@example.com",)
    assert [day.isoformat() for day in plan.calendar.holidays] == ["2026-12-25", "2026-12-26"]
    assert plan.targets[1].roles == ("Hydrologist",)
    assert plan.aliases == {"BWG": "Brightwater Grid"}
    assert (plan.settings.diversity, plan.settings.per_company) == (0.25, 3)
    first = plan.target(None)
    assert first is not None
    assert first.name == "grid"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[me\n", "no valid TOML"),
        ('[me]\nnmae = "x"', "Did you mean name?"),
        ("[zzz]\n", "Known keys"),
        ('[me]\nemployer_known = "yes"', "true or false"),
        ("[me]\nname = 3", "text in quotes"),
        ('[[target]]\nname = "x"', "at least one role"),
        ('[[target]]\nname = "x"\nroles = ["a"]\nmotivation = 9', "1 to 5"),
        ('[[target]]\nname = "x"\nroles = ["a"]\nmode = "secret"', "exploring or job-seeking"),
        ('[[target]]\nname = "x"\nroles = ["a"]\nseniority = "boss"', "Choose one of: intern, entry"),
        ('[[target]]\nname = "x\\ny"\nroles = ["a"]', "one line"),
        ('[[target]]\nname = "x"\nroles = [3]', "list of texts"),
        ('[[target]]\nname = "x"\nroles = ["a"]\n[[target]]\nname = "X"\nroles = ["b"]', "one name"),
        ('[target]\nname = "x"', "[[target]]"),
        ("target = [3]", "must be a table"),
        ('me = "x"', "must be a table"),
        ('[weights]\ndiversity = "much"', "must be a number"),
        ("[weights]\nper_company = 1.5", "must be a number"),
        ("[weights]\ndiverity = 1", "Did you mean diversity?"),
        ('[calendar]\nholidays = ["soon"]', "must be a date"),
    ],
)
def test_a_fault_says_what_and_what_next(tmp_path: Path, text: str, said: str) -> None:
    """A wrong file that is read in silence, or refused without the way out."""
    with pytest.raises(SettingsError) as fault:
        plan_of(tmp_path, text)
    assert said in str(fault.value)
    assert fault.value.place.file == "targets.toml"


@pytest.mark.parametrize(
    ("text", "line", "step"),
    [
        ("[me]\nname = \n", 2, "Mend the line named"),
        ("[" * 5000, 1, "Mend the line named"),
        ("x = " + "[" * 5000, None, "Mend it"),
        ('[me]\nname = """x', None, "Mend it"),
        ("x = " + "9" * 5000, None, "Mend it"),
    ],
)
def test_bad_toml_names_its_line_where_there_is_one(tmp_path: Path, text: str, line: int | None, step: str) -> None:
    """A file nested too deep would be a bug of ours, and nobody would learn which line to mend."""
    with pytest.raises(SettingsError, match="no valid TOML") as fault:
        plan_of(tmp_path, text)
    assert fault.value.next_step.startswith(step)
    assert fault.value.place.line == line


def test_an_unknown_target_names_the_nearest(tmp_path: Path) -> None:
    """A typing slip answered without the name that was meant."""
    plan = plan_of(tmp_path, '[[target]]\nname = "grid"\nroles = ["a"]')
    with pytest.raises(SettingsError, match="Did you mean grid"):
        plan.target("gird")
    with pytest.raises(SettingsError, match="Known: none yet"):
        Plan().target("x")


def test_edits_keep_comments(tmp_path: Path) -> None:
    """An edit that throws away what the user wrote beside it."""
    path = tmp_path / "targets.toml"
    path.write_text('# mine\n[me]\nname = "Sam" # short\n', encoding="utf-8")
    add_target(
        path, Target("grid", ("Grid Analyst",), companies=("Northwind",), seniority="senior", mode="job-seeking")
    )
    set_me(path, {"employer": "Halden Foods", "employer_known": True})
    add_target(path, Target("grid", ("Planner",)))
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# short" in text
    assert read_plan(path).targets == (Target("grid", ("Planner",)),)
    assert remove_target(path, "GRID")
    assert not remove_target(path, "grid")
    assert read_plan(path).targets == ()
    assert "# mine" in path.read_text(encoding="utf-8")


def test_a_fresh_file_explains_itself(tmp_path: Path) -> None:
    """A first target that leaves a file without a word of guidance."""
    path = tmp_path / "targets.toml"
    set_me(path, {"name": "Sam"})
    assert "Yours to edit" in path.read_text(encoding="utf-8")
    assert read_plan(path).me.name == "Sam"
    assert not remove_target(path, "none")


@given(name=_TEXT, roles=st.lists(_TEXT, min_size=1, max_size=3), company=_TEXT)
def test_a_target_comes_back_as_written(
    tmp_path_factory: pytest.TempPathFactory, name: str, roles: list[str], company: str
) -> None:
    """A quote, backslash or foreign letter that breaks the file."""
    path = tmp_path_factory.mktemp("plan") / "targets.toml"
    target = Target(name, tuple(roles), companies=(company,), motivation=5)
    add_target(path, target)
    assert read_plan(path).targets == (target,)


def test_the_levels_cover_every_verdict_level() -> None:
    """A named level of role fit without a number."""
    from netscout.model.verdict import LEVELS

    assert tuple(Settings().fit_levels()) == LEVELS
    assert "limits" not in Settings().weights()


def test_errors_join_place_and_next_step() -> None:
    """An error text that loses its file, its line or its next step."""
    from netscout.errors import Place

    fault = NetscoutError("is wrong.", "Mend it.", Place("a.csv", 3), code="bad")
    assert str(fault) == "a.csv line 3: is wrong. Mend it."
    assert (fault.code, str(Place("a.csv")), str(Place())) == ("bad", "a.csv", "")
    assert str(NetscoutError("alone.")) == "alone."


def test_limits_on_asking_are_read(tmp_path: Path) -> None:
    """A limit that was set and does not hold."""
    text = "[campaign]\nopen_per_company = 3\nnew_per_week = 10\nopen_in_all = 20\nrest_days = 90\ntalks_per_day = 1\n"
    assert plan_of(tmp_path, text).limits == {"C2": 3, "C3": 10, "C4": 20, "C6": 90, "C9": 1}
    assert plan_of(tmp_path, "").limits == {}


@pytest.mark.parametrize(("name", "cap"), [(cap.key, cap) for cap in CAPS.values()], ids=list(CAPS))
def test_a_limit_has_its_range(tmp_path: Path, name: str, cap: Cap) -> None:
    """A limit beyond what is decent, or one that is fixed, set all the same."""
    for number in (cap.least - 1, cap.most + 1):
        with pytest.raises(SettingsError) as caught:
            plan_of(tmp_path, f"[campaign]\n{name} = {number}\n")
        assert name in str(caught.value)
    if cap.fixed:
        with pytest.raises(SettingsError, match=f"{name} is fixed at {cap.number}"):
            plan_of(tmp_path, f"[campaign]\n{name} = {cap.number}\n")
    else:
        for number in (cap.least, cap.most):
            assert list(plan_of(tmp_path, f"[campaign]\n{name} = {number}\n").limits.values()) == [number]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[campaign]\nopen_per_companies = 2\n", "Did you mean open_per_company"),
        ("[campaign]\nnew_per_week = true\n", "whole number from 1 to 10"),
        ("[campaign]\nnew_per_week = 2.5\n", "whole number from 1 to 10"),
        ("campaign = 3\n", "must be a table"),
        ('[calendar]\nweekend = ["frei"]\n', "a day that is none"),
        ("[calendar]\nholidays = 3\n", "must be a date"),
        ("[calendar]\nholidays = [3]\n", "must be a date"),
        ("[calendar]\nholidays = [2026-12-25T10:00:00]\n", "must be a date"),
    ],
)
def test_the_campaign_is_read_strictly(tmp_path: Path, text: str, said: str) -> None:
    """A slip in targets.toml that ends in a traceback, or holds nothing without a word."""
    with pytest.raises(SettingsError) as caught:
        plan_of(tmp_path, text)
    assert said in f"{caught.value} {caught.value.next_step}"


def test_a_weekend_of_all_seven_days_is_refused(tmp_path: Path) -> None:
    """Every command would end in a year without a working day."""
    six = '"mon", "tue", "wed", "thu", "fri", "sat"'
    with pytest.raises(SettingsError, match="no working day is left"):
        plan_of(tmp_path, f'[calendar]\nweekend = [{six}, "sun"]\n')
    assert len(plan_of(tmp_path, f"[calendar]\nweekend = [{six}]\n").calendar.weekend) == 6
