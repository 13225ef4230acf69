"""Check workspace and targets.toml."""

from __future__ import annotations

from dataclasses import dataclass

from netscout.app.session import Session
from netscout.app.taxonomy import listed
from netscout.errors import SettingsError, StoreError
from netscout.model.taxonomy import TaxonomyNote


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing `doctor` saw: `severity` is error or warning."""

    severity: str
    code: str
    message: str
    next_step: str = ""


def doctor(session: Session) -> list[Finding]:
    """Return what is wrong or worth knowing, errors first; an empty list means all is sound."""
    from netscout.store.check import doctor as check_store

    findings: list[Finding] = []
    months = 0
    try:
        months = session.plan().settings.keep_months
    except SettingsError as fault:
        findings.append(Finding("error", fault.code, f"{fault.place}: {fault.message}", fault.next_step))
    found = check_store(session.workspace, today=session.today, keep_months=months)
    findings += [Finding(one.severity, one.code, one.message, one.next_step) for one in found]
    findings += _consents(session)
    try:
        listed(session)
    except StoreError as fault:
        findings.append(Finding("error", fault.code, f"{fault.place}: {fault.message}", fault.next_step))
    return sorted(findings, key=lambda one: (one.severity != "error", one.code, one.message))


def _consents(session: Session) -> list[Finding]:
    """Return a warning for each further member of the workspace whose agreement is not recorded."""
    from netscout.app.members import without_consent

    try:
        missing = without_consent(session)
    except StoreError:
        return []
    return [
        Finding(
            "warning",
            "no-consent",
            f"{one} is another member, and no day is recorded on which they agreed to their export being here.",
            "Load their export again with --consent DATE, or take it out with `netscout forget`.",
        )
        for one in missing
    ]


def added_taxonomies(session: Session) -> list[TaxonomyNote]:
    """Return the added taxonomies, [] where one of them is damaged, which `doctor` tells of."""
    try:
        return listed(session)
    except StoreError:
        return []
