# ruff: noqa: E501  # a text stands whole, as it is read
"""Drafts for the tests of `lint`: the ten bad ones of the reference with the record they are held against."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from netscout.model.draft import Draft
from netscout.model.lint import Fact, Permission, Record

TODAY = date(2026, 11, 16)
NORA = Record(
    names=("Nora Quill", "Nora", "Quill"),
    work=("Grid Analyst", "Brightwater Grid"),
    facts=(Fact("connected", "2019-05-04"),),
    permissions=(Permission("Ada Lind", allowed=False),),
    recorded=("Nora Quill", "Brightwater Grid", "Sam Ode"),
    employers=("Halden Foods",),
)
ASKED = replace(NORA, asked="2026-11-09", may_remind="2026-11-18")
MET = replace(
    NORA,
    facts=(*NORA.facts, Fact("met", "2026-11-15")),
    stranger=False,
    talk="2026-11-15",
    notes=("load forecasts at 6 am; read the regulator's yearly report; shift handover",),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A draft, the record it is held against, and the rules that must fire (errors) and may (warnings)."""

    draft: Draft
    record: Record = NORA
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def mail(subject: str, body: str, kind: str = "request", mode: str = "exploring") -> Draft:
    """Return a mail to Nora Quill."""
    return Draft("Nora Quill", kind, "email", mode, subject, body)


def message(body: str, kind: str = "request", channel: str = "message", mode: str = "exploring") -> Draft:
    """Return a text to Nora Quill that has no subject."""
    return Draft("Nora Quill", kind, channel, mode, "", body)


BAD = {
    "B1": Sample(
        mail(
            "Your path into grid analysis",
            "Hi Nora, I am exploring grid analysis and would like to learn how you got in. Could we speak for "
            "45 minutes? No problem if not, any day suits me. Sam",
        ),
        errors=("R2",),
    ),
    "B2": Sample(
        mail(
            "Learning about grid analysis",
            "Hi Nora, I would like to learn about your work as a grid analyst in a 20-minute call. Also, if "
            "Brightwater has any openings, please keep me in mind. No worries if you are busy. Sam",
        ),
        errors=("R4",),
    ),
    "B3": Sample(
        mail(
            "Fellow Westmark graduate",
            "Hi Nora, as a fellow Westmark graduate I would value 20 minutes to learn how you chose grid analysis. If "
            "now is a bad time, no problem. Sam",
        ),
        errors=("R5",),
        warnings=("R26",),
    ),
    "B4": Sample(
        mail(
            "Ada Lind suggested I write",
            "Hi Nora, Ada Lind suggested I talk to you about grid analysis. May I ask you about your work for 20 "
            "minutes? Quite all right if not. Sam",
        ),
        errors=("R6",),
        warnings=("R26",),
    ),
    "B5": Sample(
        mail(
            "Grid analysis: 20 minutes?",
            "Hi Nora, I want to learn what a grid analyst does all day. Please send me three dates this week for a "
            "20-minute call. My CV is attached so you can see my background. Sam",
        ),
        errors=("R7", "R8"),
        warnings=("R26",),
    ),
    "B6": Sample(
        mail("", "Dear Sir or Madam, I would like to pick your brain about your industry. Sam"),
        errors=("R2", "R7", "R10", "R13"),
        warnings=("R11", "R17", "R26"),
    ),
    "B7": Sample(
        message(
            "Hi Nora, I have spent nine years in food logistics and I am now exploring the energy field, above all grid "
            "analysis, which you have been doing for years at Brightwater Grid; I would like to connect and learn how "
            "you came to it. No problem if not. Sam",
            channel="note",
        ),
        errors=("R9",),
    ),
    "B8": Sample(
        mail(
            "Grid analysis",
            "Hi Nora, I am still waiting for an answer to my mail. Did you not see it? I need 20 minutes. If not, fine. "
            "Sam",
            "follow-up",
        ),
        ASKED,
        errors=("R23",),
        warnings=("R22", "R26"),
    ),
    "B9": Sample(
        mail(
            "Thank you",
            "Hi Nora, thank you so much for your time, it was great to meet you and I learned a lot from everything you "
            "told me about your job and career. Could you pass my name to your manager? Best wishes, Sam",
            "thanks",
        ),
        MET,
        errors=("R18", "R19", "R20", "R4"),
    ),
    "B10": Sample(
        mail(
            "Way out of Halden Foods",
            "Hi [First name], my boss at Halden Foods is hopeless and I am leaving in confidence. Can you tell me the "
            "dirt on Brightwater? 20 minutes to learn more would be great, no problem if not. Sam",
        ),
        errors=("R12", "R13", "R16", "R24"),
        warnings=("R26",),
    ),
}
"""The ten bad drafts; R4 may fire on B9, and warnings beside the errors are named where they fire."""
