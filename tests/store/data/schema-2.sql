BEGIN TRANSACTION;
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
CREATE TABLE apart (
    decision INTEGER NOT NULL,
    key TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    PRIMARY KEY (decision, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE avoid (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    avoid INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT 'user'
) STRICT;
INSERT INTO "avoid" VALUES(1,3,1,'2026-03-02','asked me not to','user');
CREATE TABLE cleaning (
    id INTEGER PRIMARY KEY,
    on_day TEXT NOT NULL
) STRICT;
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    answer TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    on_day TEXT NOT NULL
) STRICT;
CREATE TABLE detail (
    sighting INTEGER PRIMARY KEY REFERENCES sighting (id) ON DELETE CASCADE,
    birthday TEXT,
    phones TEXT NOT NULL,
    labels TEXT NOT NULL,
    class_year INTEGER,
    mentor INTEGER
) STRICT;
CREATE TABLE dismissed (
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    on_day TEXT NOT NULL,
    at TEXT NOT NULL,
    said_on TEXT NOT NULL,
    PRIMARY KEY (person, event, on_day, at)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "event" VALUES(1,2,'asked','2026-03-03',NULL,NULL,NULL,NULL,'by message',NULL,'user','2026-03-03');
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
INSERT INTO "export" VALUES(1,1,'89b5504c9c9f192a3e6f90de98bfaaf7221b141d164653be8d263cea8f8f9492','2026-01-05','2026-03-24',1,'Robin Example','profile','Analyst','Retail','{"duplicates": 0, "messages": 4, "others": 1, "people": 2, "possible_duplicates": 1, "rows": 2}','[]','[]','','');
INSERT INTO "export" VALUES(2,1,'6111855aa0b81563e9bf9b8185e9faa356ed2830c7b1ecd5d11df3dbfd035d93','2026-02-05','2026-03-24',1,'Robin Example','profile','Analyst','Retail','{"duplicates": 0, "messages": 2, "others": 0, "people": 1, "possible_duplicates": 1, "rows": 1}','[{"code": "many-gone", "count": 1, "file": "", "line": null, "message": "1 of the 2 connections of your previous export are missing; this one may be incomplete. `netscout unload 2` takes it out again; `netscout merge` joins people who are in it under another name."}]','[]','','');
CREATE TABLE export_file (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    source INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (export, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "export_file" VALUES(1,0,0,'Connections.csv');
INSERT INTO "export_file" VALUES(1,1,0,'messages.csv');
INSERT INTO "export_file" VALUES(1,2,0,'Invitations.csv');
INSERT INTO "export_file" VALUES(1,3,0,'Endorsement_Received_Info.csv');
INSERT INTO "export_file" VALUES(1,4,0,'Recommendations_Received.csv');
INSERT INTO "export_file" VALUES(2,0,0,'Connections.csv');
INSERT INTO "export_file" VALUES(2,1,0,'messages.csv');
INSERT INTO "export_file" VALUES(2,2,0,'Invitations.csv');
INSERT INTO "export_file" VALUES(2,3,0,'Endorsement_Received_Info.csv');
INSERT INTO "export_file" VALUES(2,4,0,'Recommendations_Received.csv');
CREATE TABLE follow (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (export, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE forgotten (
    hash TEXT PRIMARY KEY,
    on_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
INSERT INTO "interaction" VALUES(1,1,1,1,'message','out',1700000000,'2023-11-14',1,'c1',40,'',1);
INSERT INTO "interaction" VALUES(2,1,1,1,'message','in',1700000900,'2023-11-14',1,'c1',12,'',1);
INSERT INTO "interaction" VALUES(3,3,1,1,'message','in',NULL,NULL,1,'c2',0,'inmail',0);
INSERT INTO "interaction" VALUES(4,2,1,3,'endorsement','in',1600000000,'2020-09-13',1,'',0,'SQL',0);
INSERT INTO "interaction" VALUES(5,4,1,1,'message','out',1700000000,'2023-11-14',1,'c1',40,'',0);
INSERT INTO "interaction" VALUES(6,4,1,1,'message','in',1700000900,'2023-11-14',1,'c1',12,'',0);
CREATE TABLE label (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    on_day TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT 'user'
) STRICT;
INSERT INTO "label" VALUES(1,2,'know','2026-03-01','a course','user');
CREATE TABLE merge_decision (
    id INTEGER PRIMARY KEY,
    decision TEXT NOT NULL,
    one INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL
) STRICT;
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('workspace','w9e263e');
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    text TEXT NOT NULL,
    theme TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT 'user'
) STRICT;
CREATE TABLE owner (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    born INTEGER NOT NULL,
    consent_on TEXT
) STRICT;
INSERT INTO "owner" VALUES(1,1,1,NULL);
CREATE TABLE owner_key (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (export, kind, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "owner_key" VALUES(1,'email',0,'robin@mail.example');
INSERT INTO "owner_key" VALUES(1,'slug',0,'robin-example');
INSERT INTO "owner_key" VALUES(2,'email',0,'robin@mail.example');
INSERT INTO "owner_key" VALUES(2,'slug',0,'robin-example');
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
INSERT INTO "person" VALUES(1);
INSERT INTO "person" VALUES(2);
INSERT INTO "person" VALUES(3);
INSERT INTO "person" VALUES(4);
CREATE TABLE person_alias (
    alias INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT;
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
INSERT INTO "position" VALUES(1,0,'Northwind','Analyst','2019-03','',1);
INSERT INTO "position" VALUES(2,0,'Northwind','Analyst','2019-03','',1);
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
INSERT INTO "profile" VALUES(1,2,'ana','Ana Example','ana example','Ana','Example','','[]','[]','Fabrikam','Senior Data Analyst','','2020-01-02','connections',0);
INSERT INTO "profile" VALUES(1,3,'bo','Bo Lind','bo lind','Bo','Lind','','["PhD"]','["bo@mail.example"]','','','',NULL,'connections',1);
INSERT INTO "profile" VALUES(1,4,'bo-2','Bo Lind','bo lind','Bo','Lind','','[]','[]','','','',NULL,'messages',0);
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
INSERT INTO "ranking" VALUES(1,'data','practitioners','i','s','v','2026-03-03','{}');
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
CREATE TABLE reflection (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    energy INTEGER,
    fit INTEGER,
    evidence TEXT NOT NULL DEFAULT '',
    logged_on TEXT NOT NULL
) STRICT;
CREATE TABLE school (
    export INTEGER NOT NULL REFERENCES export (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    degree TEXT NOT NULL,
    started_on TEXT NOT NULL,
    finished_on TEXT NOT NULL,
    PRIMARY KEY (export, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "school" VALUES(1,0,'Example College','BA','2005','2008');
INSERT INTO "school" VALUES(2,0,'Example College','BA','2005','2008');
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
INSERT INTO "sighting" VALUES(1,1,1,2,2,0,4,'connection','ana','Ana','Example','Ana Example','ana example','[]','[]','Northwind','Data Analyst','','2020-01-02','');
INSERT INTO "sighting" VALUES(2,1,1,3,3,0,5,'connection','bo','Bo','Lind','Bo Lind','bo lind','["PhD"]','["bo@mail.example"]','','','',NULL,'');
INSERT INTO "sighting" VALUES(3,1,1,4,4,1,0,'message','bo-2','Bo','Lind','Bo Lind','bo lind','[]','[]','','','',NULL,'');
INSERT INTO "sighting" VALUES(4,2,1,2,2,0,4,'connection','ana','Ana','Example','Ana Example','ana example','[]','[]','Fabrikam','Senior Data Analyst','','2020-01-02','');
CREATE TABLE sighting_note (
    id INTEGER PRIMARY KEY,
    sighting INTEGER NOT NULL REFERENCES sighting (id) ON DELETE CASCADE,
    on_day TEXT,
    text TEXT NOT NULL
) STRICT;
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
INSERT INTO "source_file" VALUES(1,1,1,0,'export-2026-01-05.zip','linkedin','efacb86bd0c3546eadbd0c83b0c5cb62fd91ac0d8494490b58ff0b5b90a6dccc','{"files": [{"counts": {"duplicates": 0, "empty": 0, "hidden": 0, "people": 2, "unreadable": 0}, "kind": "connections", "name": "Connections.csv", "rows": 2, "sha256": ""}], "ignored": []}');
INSERT INTO "source_file" VALUES(2,2,1,0,'export-2026-02-05.zip','linkedin','2d85555a7d5a2428c24dcb3994975c8101a15c017da80491d883523061b24749','{"files": [{"counts": {"duplicates": 0, "empty": 0, "hidden": 0, "people": 1, "unreadable": 0}, "kind": "connections", "name": "Connections.csv", "rows": 1, "sha256": ""}], "ignored": []}');
CREATE TABLE title_link (
    taxonomy TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (taxonomy, version, title)
) STRICT, WITHOUT ROWID;
CREATE TABLE user_alias (
    kind TEXT NOT NULL,
    alias TEXT NOT NULL,
    person INTEGER REFERENCES person (id) ON DELETE CASCADE,
    value TEXT NOT NULL DEFAULT '',
    on_day TEXT NOT NULL,
    PRIMARY KEY (kind, alias)
) STRICT, WITHOUT ROWID;
CREATE TABLE written_file (
    path TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    on_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_alias_person ON person_alias (person);
CREATE INDEX export_owner ON export (owner);
CREATE INDEX source_file_export ON source_file (export);
CREATE INDEX source_file_sha256 ON source_file (sha256);
CREATE INDEX sighting_person ON sighting (person);
CREATE INDEX sighting_export ON sighting (export);
CREATE VIEW identity AS
SELECT DISTINCT 'slug' AS kind, slug AS key, person FROM sighting WHERE slug IS NOT NULL
UNION ALL
SELECT DISTINCT 'name', name_key, person FROM sighting WHERE name_key <> ''
UNION ALL
SELECT DISTINCT 'email', address.value, person FROM sighting, json_each(sighting.emails) AS address
WHERE sighting.emails <> '[]';
CREATE INDEX profile_person ON profile (person);
CREATE INDEX interaction_sighting ON interaction (sighting);
CREATE INDEX sighting_note_sighting ON sighting_note (sighting);
CREATE INDEX event_person ON event (person);
CREATE INDEX event_retracts ON event (retracts);
CREATE INDEX referral_referrer ON referral (referrer);
CREATE INDEX referral_named ON referral (named);
CREATE INDEX referral_event ON referral (event);
CREATE INDEX advice_person ON advice (person);
CREATE INDEX advice_event ON advice (event);
CREATE INDEX reflection_person ON reflection (person);
CREATE INDEX note_person ON note (person);
CREATE INDEX label_person ON label (person);
CREATE INDEX avoid_person ON avoid (person);
CREATE INDEX user_alias_person ON user_alias (person);
CREATE INDEX merge_decision_one ON merge_decision (one);
CREATE INDEX merge_decision_other ON merge_decision (other);
CREATE INDEX apart_person ON apart (person);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('person',4);
INSERT INTO "sqlite_sequence" VALUES('label',1);
INSERT INTO "sqlite_sequence" VALUES('avoid',1);
INSERT INTO "sqlite_sequence" VALUES('event',1);
COMMIT;
