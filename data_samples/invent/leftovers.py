"""Every other file of a Complete archive: the ego's own profile, and what netscout names as ignored."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from data_samples.invent import owner
from data_samples.invent.linkedin import MESSAGES
from data_samples.invent.write import day_month_year, iso_second, java_second, table, us_minute, utc_second

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data_samples.invent.chance import Dice
    from data_samples.invent.person import Person

MEMBER = "900012016"
_FOLLOWED = ("Halden Freight", "Marlow Grid", "Hamburg Data Evenings", "Nordhalle Messe GmbH", "Papierkran", "NDR")
_SEARCHES = ("data analyst hamburg", "analytics engineer", "dbt course", "halden freight", "sql meetup", "hall plans")
_POSTS = (
    "Spring fair is over. 412 exhibitors, 31,000 visitors, one broken badge printer.",
    "I asked our visitor numbers a question and they answered.\n\nMore of that, please.",
    "Looking for a caterer in Leipzig who knows what a vegan is.",
)
_COMMENTS = ("Well done!", 'My rule: "no slide without a number".', "See you at the\nnorth gate.", "Congratulations!")
_ADS = (
    "Member Age,Company Names,Company Names,Company Names,Job Titles,Member Skills,Member Interests,Company Size",
    [["25-34", "Nordhalle Messe GmbH", "Papierkran", "", "Event Manager", "SQL; Budgeting", "Data; Travel", "51-200"]],
)


def profile_files() -> dict[str, str]:
    """Return the files that say who the ego is."""
    jobs = [[job.company, job.title, job.text, job.place, job.started, job.finished] for job in owner.JOBS]
    summary = "Ten years of fairs and congresses, more and more of them in SQL."
    profile = [owner.FIRST, owner.LAST, "", "", "", owner.HEADLINE, summary]
    profile += ["Events Services", "", "Hamburg, Germany", "", "", ""]
    emails = [[*one, "1/9/23, 8:14 AM" if number else "Not Available"] for number, one in enumerate(owner.EMAILS)]
    return {
        "Profile.csv": table(
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
            "Twitter Handles,Websites,Instant Messengers",
            [profile],
        ),
        "Profile Summary.csv": table("Profile Summary", [[summary]]),
        "Positions.csv": table("Company Name,Title,Description,Location,Started On,Finished On", jobs),
        "Education.csv": table("School Name,Start Date,End Date,Notes,Degree Name,Activities", owner.SCHOOLS),
        "Email Addresses.csv": table("Email Address,Confirmed,Primary,Updated On", emails),
        "Skills.csv": table("Name", [[skill] for skill in owner.SKILLS]),
        "Languages.csv": table("Name,Proficiency", owner.LANGUAGES),
        "PhoneNumbers.csv": table("Extension,Number,Type", []),
        "Certifications.csv": table(
            "Name,Url,Authority,Started On,Finished On,License Number",
            [["SQL for Beginners", "", "VHS Hamburg", "Mar 2026", "", ""]],
        ),
        "Courses.csv": table("Name,Number", [["Descriptive Statistics", ""]]),
        "Projects.csv": table(
            "Title,Description,Url,Started On,Finished On",
            [["Visitor dashboard", "Counts at the gates, hour by hour", "", "Jan 2025", ""]],
        ),
        "Registration.csv": table(
            "Registered At,Registration Ip,Subscription Types", [["10/4/16, 7:02 PM", "192.0.2.16", ""]]
        ),
    }


def ignored_files(people: Sequence[Person], dice: Dice) -> dict[str, str]:
    """Return the files that say nothing of a tie, as a Complete archive holds them."""
    return {**_activity(dice), **_follows(people, dice), **_account(dice), **_assistants(dice), **_jobs(dice)}


def _moments(count: int, dice: Dice) -> list[datetime]:
    """Return moments of the last two years, newest first."""
    days = [dice.day(date(2024, 11, 4), date(2026, 10, 31)) for _ in range(count)]
    return sorted((_at(day, dice) for day in days), reverse=True)


def _at(day: date, dice: Dice) -> datetime:
    return datetime.combine(day, time(dice.between(7, 21), dice.between(0, 59), dice.between(0, 59), tzinfo=UTC))


def _link(dice: Dice) -> str:
    return f"https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A70000000{dice.between(10**8, 10**9)}"


def _activity(dice: Dice) -> dict[str, str]:
    posts = [
        [iso_second(at), _link(dice), "\n".join(f'"{line}"' for line in text.splitlines()), "", "", "MEMBER_NETWORK"]
        for at, text in zip(_moments(len(_POSTS), dice), _POSTS, strict=True)
    ]
    comments = [[iso_second(at), _link(dice), dice.pick(_COMMENTS)] for at in _moments(24, dice)]
    comments[-1][0] = ""
    kinds = ("LIKE", "LIKE", "LIKE", "PRAISE", "EMPATHY")
    return {
        f"Shares_{MEMBER}.csv": table("Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility", posts),
        f"Comments_{MEMBER}.csv": table("Date,Link,Message", comments),
        f"Reactions_{MEMBER}.csv": table(
            "Date,Type,Link", [[iso_second(at), dice.pick(kinds), _link(dice)] for at in _moments(60, dice)]
        ),
        "Rich_Media.csv": table("Date/Time,Media Description,Media Link", []),
        "Saved_Items.csv": table("savedItem,CreatedTime", [[_link(dice), utc_second(at)] for at in _moments(4, dice)]),
        "Articles/Articles/what-a-badge-printer-taught-me.html": (
            "<html><head><title>What a badge printer taught me</title></head>"
            "<body><h1>What a badge printer taught me</h1><p>Always carry a spare cable.</p></body></html>\n"
        ),
    }


def _follows(people: Sequence[Person], dice: Dice) -> dict[str, str]:
    firms = zip(_FOLLOWED, _moments(len(_FOLLOWED), dice), strict=True)
    known = [person for person in people if person.connection]
    members = zip(dice.some(known, 12), _moments(12, dice), strict=True)
    return {
        "Company Follows.csv": table("Organization,Followed On", [[firm, java_second(at)] for firm, at in firms]),
        "Member_Follows.csv": table(
            "Date,FullName,Status", [[iso_second(at), one.name.full, "Active"] for one, at in members]
        ),
    }


def _account(dice: Dice) -> dict[str, str]:
    agent = "Mozilla/5.0 (example)"
    logins = [[java_second(at), "192.0.2.44", agent, "Login"] for at in _moments(20, dice)]
    searches = [[java_second(at), dice.pick(_SEARCHES)] for at in _moments(30, dice)]
    ads = [[iso_second(at), "Expo Cloud: badges without queues"] for at in _moments(3, dice)]
    guesses = [
        ["Career", "Job seeker", "Open to new roles", "No"],
        ["Demography", "Age range", "25-34", "Yes"],
    ]
    return {
        "Ad_Targeting.csv": table(*_ADS),
        "Ads Clicked.csv": table("Ad clicked Date,Ad Title/Id", ads),
        "Inferences_about_you.csv": table("Category,Type of inference,Description,Inference", guesses),
        "SearchQueries.csv": table("Time,Search Query", searches),
        "Logins.csv": table("Login Date,IP Address,User Agent,Login Type", logins),
        "Security Challenges.csv": table("Challenge Date,IP Address,User Agent,Country,Challenge Type", []),
        "Receipts_v2.csv": table(
            "Transaction Made At,Invoice Number,Description,Total Amount,Currency Code",
            [["2/3/26, 9:30 AM", "DEMO-0001", "Premium Career, one month", "29.99", "EUR"]],
        ),
        "Verifications/Verifications.csv": table(
            "First name,Last name,Verification type,Issuing authority,Verified date",
            [[owner.FIRST, owner.LAST, "Workplace", "Nordhalle Messe GmbH", "2025-02-11"]],
        ),
    }


def _assistants(dice: Dice) -> dict[str, str]:
    at = _at(date(2026, 9, 27), dice)
    later = at + timedelta(seconds=9)
    guide = ("2-guide0000000000000000==", "")
    rows = [
        [
            *guide,
            owner.NAME,
            owner.URL,
            "Guide",
            "",
            utc_second(at),
            "",
            "How do I become a data analyst?",
            "INBOX",
            "",
        ],
        [*guide, "Guide", "", owner.NAME, owner.URL, utc_second(later), "", "Begin with SQL.", "INBOX", ""],
    ]
    return {
        "guide_messages.csv": table(MESSAGES, rows, quote_all=True),
        "coach_messages.csv": "No conversations found\n",
        "learning_coach_messages.csv": "No conversations found\n",
        "learning_role_play_messages.csv": "No conversations found\n",
    }


def _jobs(dice: Dice) -> dict[str, str]:
    link = "https://www.linkedin.com/jobs/view/9000000001"
    jobs = ((date(2026, 10, 5), "Marlow Grid", "Data Analyst"), (date(2026, 9, 14), "Halden Freight", "BI Analyst"))
    saved = [[us_minute(_at(day, dice)), link, title, firm] for day, firm, title in jobs]
    applied = [[us_minute(_at(date(2026, 6, 2), dice)), "", "", "Kornblume Bio", "Junior Data Analyst", link, "", ""]]
    courses = [["SQL Essentials", "From SELECT to JOIN", "Course", "2026-02-21 19:10 UTC", "2026-03-01 20:02 UTC", ""]]
    started = day_month_year(date(2026, 10, 19))
    return {
        "Jobs/Saved Jobs.csv": table("Saved Date,Job Url,Job Title,Company Name", saved),
        "Jobs/Job Applications.csv": table(
            "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
            "Question And Answers",
            applied,
        ),
        "Jobs/Job Seeker Preferences.csv": table(
            "Locations,Industries,Company Employee Count,Preferred Job Types,Job Titles,Preferred Start Time Range,"
            "Job Seeker Activity Level",
            [["Hamburg", "Logistics", "", "Full-time", "Data Analyst", started, "Casually looking"]],
        ),
        "Learning.csv": table(
            "Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),"
            "Content Completed At (if completed),Content Saved",
            courses,
        ),
    }
