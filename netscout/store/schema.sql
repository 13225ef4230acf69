-- Schema 2. Persons are numbers here and `p0042` outside. Days are `YYYY-MM-DD`; `at` is the UTC second since 1970.
-- Lists inside a cell are JSON. Nothing holds the text, subject or title of a message.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A number is never given twice, even after its person was deleted.
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

CREATE TABLE person_alias (
    alias INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX person_alias_person ON person_alias (person);

CREATE TABLE owner (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    born INTEGER NOT NULL,
    consent_on TEXT
) STRICT;

-- One load of one owner and day; `id` is the load sequence, `digest` that of its sources. `way` is a digest of how the
-- user said to read them, `stated` of whose they said it is; '' where they said nothing.
CREATE TABLE export (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES owner (id),
    digest TEXT NOT NULL,
    export_date TEXT,
    loaded_on TEXT NOT NULL,
    has_connections INTEGER NOT NULL,
    owner_name TEXT NOT NULL,
    owner_how TEXT NOT NULL,
    owner_headline TEXT NOT NULL,
    owner_industry TEXT NOT NULL,
    counts TEXT NOT NULL,
    notices TEXT NOT NULL,
    unreadable TEXT NOT NULL,
    way TEXT NOT NULL DEFAULT '',
    stated TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX export_owner ON export (owner);

-- What each export says of its owner: `kind` is slug or email.
CREATE TABLE owner_key (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (export, kind, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE position (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    company TEXT NOT NULL,
    title TEXT NOT NULL,
    started_on TEXT NOT NULL,
    finished_on TEXT NOT NULL,
    current INTEGER NOT NULL,
    PRIMARY KEY (export, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE school (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    degree TEXT NOT NULL,
    started_on TEXT NOT NULL,
    finished_on TEXT NOT NULL,
    PRIMARY KEY (export, place)
) STRICT, WITHOUT ROWID;

-- Organisations the owner follows.
CREATE TABLE follow (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (export, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_file (
    id INTEGER PRIMARY KEY,
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    owner INTEGER NOT NULL REFERENCES owner (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    ledger TEXT NOT NULL
) STRICT;
CREATE INDEX source_file_export ON source_file (export);
CREATE INDEX source_file_sha256 ON source_file (sha256);

-- The tables inside the sources; sightings and interactions name them by `place`.
CREATE TABLE export_file (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    source INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (export, place)
) STRICT, WITHOUT ROWID;

-- One row's claim about one person. `born` is the number it was first given by the rules alone, `person` whose it is
-- now, the user's merges counted in.
CREATE TABLE sighting (
    id INTEGER PRIMARY KEY,
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    owner INTEGER NOT NULL REFERENCES owner (id),
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    born INTEGER NOT NULL,
    file INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    slug TEXT,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    credentials TEXT NOT NULL,
    emails TEXT NOT NULL,
    company TEXT NOT NULL,
    title TEXT NOT NULL,
    headline TEXT NOT NULL,
    connected_on TEXT,
    middle_name TEXT NOT NULL
) STRICT;
CREATE INDEX sighting_person ON sighting (person);
CREATE INDEX sighting_export ON sighting (export);

-- Every key by which a person is known.
CREATE VIEW identity AS
SELECT DISTINCT 'slug' AS kind, slug AS key, person FROM sighting WHERE slug IS NOT NULL
UNION ALL
SELECT DISTINCT 'name', name_key, person FROM sighting WHERE name_key <> ''
UNION ALL
SELECT DISTINCT 'email', address.value, person FROM sighting, json_each(sighting.emails) AS address
WHERE sighting.emails <> '[]';

-- The present state of a person in the network of an owner, made of the sightings at each import.
CREATE TABLE profile (
    owner INTEGER NOT NULL REFERENCES owner (id),
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    slug TEXT,
    display_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    middle_name TEXT NOT NULL,
    credentials TEXT NOT NULL,
    emails TEXT NOT NULL,
    company TEXT NOT NULL,
    title TEXT NOT NULL,
    headline TEXT NOT NULL,
    connected_on TEXT,
    known_from TEXT NOT NULL,
    gone INTEGER NOT NULL,
    PRIMARY KEY (owner, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_person ON profile (person);

-- `repeated` marks a contact that another export of the same owner tells as well; it counts once.
CREATE TABLE interaction (
    id INTEGER PRIMARY KEY,
    sighting INTEGER NOT NULL REFERENCES sighting (id) ON DELETE CASCADE,
    owner INTEGER NOT NULL REFERENCES owner (id),
    file INTEGER NOT NULL,
    kind TEXT NOT NULL,
    direction TEXT NOT NULL,
    at INTEGER,
    day TEXT,
    recipients INTEGER NOT NULL,
    conversation TEXT NOT NULL,
    length INTEGER NOT NULL,
    detail TEXT NOT NULL,
    repeated INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX interaction_sighting ON interaction (sighting);

-- What address books say of a sighting's person besides: birthday, groups, year of class. Lists are JSON.
CREATE TABLE detail (
    sighting INTEGER PRIMARY KEY REFERENCES sighting (id) ON DELETE CASCADE,
    birthday TEXT,
    phones TEXT NOT NULL,
    labels TEXT NOT NULL,
    class_year INTEGER,
    mentor INTEGER
) STRICT;

-- Notes of the user's own that stood in a file: private.
CREATE TABLE sighting_note (
    id INTEGER PRIMARY KEY,
    sighting INTEGER NOT NULL REFERENCES sighting (id) ON DELETE CASCADE,
    on_day TEXT,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX sighting_note_sighting ON sighting_note (sighting);

-- Append only; `retracts` names the event that a `retracted` row cancels.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    on_day TEXT NOT NULL,
    for_day TEXT,
    at TEXT,
    zone TEXT,
    minutes INTEGER,
    note TEXT NOT NULL DEFAULT '',
    retracts INTEGER REFERENCES event (seq) ON DELETE CASCADE,
    source TEXT NOT NULL DEFAULT 'user',
    logged_on TEXT NOT NULL
) STRICT;
CREATE INDEX event_person ON event (person);
CREATE INDEX event_retracts ON event (retracts);

-- Who named whom: `named` is the person once known, NULL before; a forgotten end becomes NULL.
CREATE TABLE referral (
    id INTEGER PRIMARY KEY,
    event INTEGER REFERENCES event (seq) ON DELETE SET NULL,
    referrer INTEGER REFERENCES person (id) ON DELETE SET NULL,
    named INTEGER REFERENCES person (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    company TEXT NOT NULL DEFAULT '',
    slug TEXT,
    on_day TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    may_use_name TEXT NOT NULL DEFAULT 'not asked',
    permission_on TEXT,
    permission_words TEXT NOT NULL DEFAULT '',
    intro TEXT NOT NULL DEFAULT 'me',
    obtained TEXT NOT NULL DEFAULT '',
    logged_on TEXT NOT NULL
) STRICT;
CREATE INDEX referral_referrer ON referral (referrer);
CREATE INDEX referral_named ON referral (named);
CREATE INDEX referral_event ON referral (event);

CREATE TABLE advice (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    event INTEGER REFERENCES event (seq) ON DELETE CASCADE,
    text TEXT NOT NULL,
    due TEXT,
    state TEXT NOT NULL DEFAULT 'open',
    closed_on TEXT,
    outcome TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX advice_person ON advice (person);
CREATE INDEX advice_event ON advice (event);

CREATE TABLE reflection (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    energy INTEGER,
    fit INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    logged_on TEXT NOT NULL
) STRICT;
CREATE INDEX reflection_person ON reflection (person);

-- What the user typed: private.
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    text TEXT NOT NULL,
    theme TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT 'user'
) STRICT;
CREATE INDEX note_person ON note (person);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    answer TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    on_day TEXT NOT NULL
) STRICT;

-- Append only, as events: the newest row of a person holds; a label of '' takes it back.
CREATE TABLE label (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    on_day TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT 'user'
) STRICT;
CREATE INDEX label_person ON label (person);

-- Proposed events that the user does not want in the log.
CREATE TABLE dismissed (
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    on_day TEXT NOT NULL,
    at TEXT NOT NULL,
    said_on TEXT NOT NULL,
    PRIMARY KEY (person, event, on_day, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE avoid (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    avoid INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT 'user'
) STRICT;
CREATE INDEX avoid_person ON avoid (person);

-- Names the user calls a person or a company by (`kind` is person or company).
CREATE TABLE user_alias (
    kind TEXT NOT NULL,
    alias TEXT NOT NULL,
    person INTEGER REFERENCES person (id) ON DELETE CASCADE,
    value TEXT NOT NULL DEFAULT '',
    on_day TEXT NOT NULL,
    PRIMARY KEY (kind, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_alias_person ON user_alias (person);

-- `merge` says that the persons born under two numbers are one; `split` takes that back; the newest row holds.
CREATE TABLE merge_decision (
    id INTEGER PRIMARY KEY,
    decision TEXT NOT NULL,
    one INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL
) STRICT;
CREATE INDEX merge_decision_one ON merge_decision (one);
CREATE INDEX merge_decision_other ON merge_decision (other);

-- What the user set apart from the person the rules made it part of: `key` is a digest of what a row says, `person`
-- who the rows became; of several decisions on one key the newest holds.
CREATE TABLE apart (
    decision INTEGER NOT NULL,
    key TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    PRIMARY KEY (decision, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX apart_person ON apart (person);

CREATE TABLE title_link (
    taxonomy TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (taxonomy, version, title)
) STRICT, WITHOUT ROWID;

CREATE TABLE ranking (
    owner INTEGER NOT NULL REFERENCES owner (id) ON DELETE CASCADE,
    target TEXT NOT NULL,
    list TEXT NOT NULL,
    inputs TEXT NOT NULL,
    settings TEXT NOT NULL,
    version TEXT NOT NULL,
    day TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (owner, target, list)
) STRICT, WITHOUT ROWID;

-- Salted hashes of the keys of forgotten people, so that an import does not bring them back unasked.
CREATE TABLE forgotten (
    hash TEXT PRIMARY KEY,
    on_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A cleaning that a `forget` began and a later command must finish.
CREATE TABLE cleaning (
    id INTEGER PRIMARY KEY,
    on_day TEXT NOT NULL
) STRICT;

-- Where reports, exports and backups were written outside the workspace.
CREATE TABLE written_file (
    path TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    on_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
