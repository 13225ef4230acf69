"""Stages, steps and urgency in words."""

from __future__ import annotations

from datetime import date

from netscout.campaign.stages import WARNINGS
from netscout.lang import fill, texts
from netscout.model.days import long_day
from netscout.model.standing import Standing, Step


def stage_words(standing: Standing) -> str:
    """Return where things stand, in words."""
    values = {
        "meeting": long_day(standing.meeting) if standing.meeting else "",
        "talk": long_day(standing.talk) if standing.talk else "",
    }
    return fill(texts("campaign")[f"stage.{standing.stage}"], values)


def action_words(step: Step, standing: Standing) -> str:
    """Return what to do, in words that fit the stage."""
    words = texts("campaign")
    return words.get(f"action.{step.action}.{standing.stage}", words[f"action.{step.action}"])


def urgency_words(step: Step, today: date) -> str:
    """Return since when or from when something is to be done; "" where there is nothing to do."""
    words, status = texts("campaign"), step.status(today)
    key = "due.today" if status == "due" and step.due == today else status
    text = words.get(f"status.{status}.{step.action}", words[f"status.{key}"])
    values = {
        "due": long_day(step.due) if step.due else "",
        "overdue": long_day(step.overdue) if step.overdue else "",
    }
    return fill(text, values)


def rest_words(standing: Standing) -> str:
    """Return from when a request may be made again; "" where that is no question."""
    if standing.stage != "resting" or standing.may_ask_from is None:
        return ""
    return fill(texts("campaign")["may_ask_from"], {"day": long_day(standing.may_ask_from)})


def warning_words(code: str) -> str:
    """Return what a warning says."""
    return WARNINGS[code]
