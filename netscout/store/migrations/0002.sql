-- Address books and notes: what they say stands beside the sighting it was read with.
CREATE TABLE detail (
    sighting INTEGER PRIMARY KEY REFERENCES sighting (id) ON DELETE CASCADE,
    birthday TEXT,
    phones TEXT NOT NULL,
    labels TEXT NOT NULL,
    class_year INTEGER,
    mentor INTEGER
) STRICT;
CREATE TABLE sighting_note (
    id INTEGER PRIMARY KEY,
    sighting INTEGER NOT NULL REFERENCES sighting (id) ON DELETE CASCADE,
    on_day TEXT,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX sighting_note_sighting ON sighting_note (sighting);
DROP TABLE note;
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    text TEXT NOT NULL,
    theme TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT 'user'
) STRICT;
CREATE INDEX note_person ON note (person);
-- Rows that the user set apart from the person the rules made them part of.
CREATE TABLE apart (
    decision INTEGER NOT NULL,
    key TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    PRIMARY KEY (decision, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX apart_person ON apart (person);
CREATE TABLE follow (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (export, place)
) STRICT, WITHOUT ROWID;
-- How each load was read, and proposed events that the user does not want.
ALTER TABLE export ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE export ADD COLUMN stated TEXT NOT NULL DEFAULT '';
CREATE TABLE dismissed (
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    on_day TEXT NOT NULL,
    at TEXT NOT NULL,
    said_on TEXT NOT NULL,
    PRIMARY KEY (person, event, on_day, at)
) STRICT, WITHOUT ROWID;
-- Conversations without an id were called by a digest of who is in them, which told the name of a forgotten person to
-- whoever guessed it; now they are called by their first row.
UPDATE interaction SET conversation = told.word
FROM (
    SELECT conversation AS was, 'from-' || COALESCE(min(at), 'undated') || '-row' || min(id) AS word
    FROM interaction
    WHERE length(conversation) = 21 AND conversation GLOB 'with-[0-9a-f]*'
    GROUP BY conversation
) AS told
WHERE conversation = told.was;
