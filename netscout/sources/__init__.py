"""Reading exports: `read` makes one `netscout.model.export.Export` of archives, folders and files of one owner.

A file goes through six steps, each a module: `opening` and `archive` guard the container, `text` decodes lines,
`recognise` finds the header, `classify` says which files are read and as what, `reading` makes a record of every row
(`vcard` of every card), `assemble` finds out who is who and writes down the contacts. Nothing is stored and no message
text is kept.

**A new kind of file** is one small module in `netscout/sources/linkedin/`, or in `netscout/sources/contacts/` for
contacts of another program (docs/how-to/new-source.md has a worked example), and a sample in `tests/sources/data/`.
The module declares a tuple `TABLES`; the registry (`recognise.tables`) finds it by itself::

    def record(cells, desk):                    # raw cells in the order of the columns, "" where the file has none
        first, last, url = cells
        name, slug = name_of(first, last), desk.slug(url)
        if not (name.shown or slug):
            return "the row names nobody"       # counted as unreadable, with its line
        return Contact(slug, name, (), "", "", "")

    TABLES = (
        Table(
            kind="connections",                 # word of the account; people come from this kind
            columns=(
                column("first", "Given", "Given Name", needed=True),     # every spelling of its header
                column("last", "Family", "Family Name", needed=True),
                column("url", "Profile"),
            ),
            record=record,
            rank=95,                            # tables are tried in this order, the most specific first
            network=True,
        ),
    )

The records a row may become stand in `records`; a kind of its own also needs a line in `assemble`.
"""

from __future__ import annotations

from netscout.sources.asked import known_sources
from netscout.sources.load import deliveries, fingerprints, read

__all__ = ["deliveries", "fingerprints", "known_sources", "read"]
