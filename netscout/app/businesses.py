"""Fields of business that neither a table nor a name tells: what most contacts at an employer do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netscout.matching.employers import sectors_by_people

if TYPE_CHECKING:
    import pandas as pd


def told_by_people(companies: pd.DataFrame, cells: pd.Series, roles: pd.Series) -> pd.DataFrame:
    """Return the companies with the field of business filled in where the jobs of the contacts there agree.

    Args:
        companies: `tables.COMPANIES`, indexed by the cell as written.
        cells: the company cell of each contact.
        roles: the leaf role of each contact, "" where not understood.
    """
    open_cells = companies[(companies["sector"] == "") & (companies["kind"] == "company")]
    keys = cells.map(open_cells["key"]).astype(object).fillna("")
    found = sectors_by_people(zip(keys, roles, strict=True))
    told = open_cells["key"].map(found).dropna()
    if told.empty:
        return companies
    companies = companies.copy()
    companies.loc[told.index, "sector"] = [sector for sector, _ in told]
    companies.loc[told.index, "reason"] = [f"{people} of your contacts there do this work" for _, people in told]
    return companies
