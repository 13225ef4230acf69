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
    try:
        session.plan()
    except SettingsError as fault:
        findings.append(Finding("error", fault.code, f"{fault.place}: {fault.message}", fault.next_step))
    findings += [Finding(one.severity, one.code, one.message, one.next_step) for one in check_store(session.workspace)]
    try:
        listed(session)
    except StoreError as fault:
        findings.append(Finding("error", fault.code, f"{fault.place}: {fault.message}", fault.next_step))
    return sorted(findings, key=lambda one: (one.severity != "error", one.code, one.message))


def added_taxonomies(session: Session) -> list[TaxonomyNote]:
    """Return the added taxonomies, [] where one of them is damaged, which `doctor` tells of."""
    try:
        return listed(session)
    except StoreError:
        return []
