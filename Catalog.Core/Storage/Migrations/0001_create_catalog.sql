-- The catalog: what is published, what it was, whence it came, and in which order it changed.
-- Instants are UTC text, yyyy-MM-ddTHH:mm:ssZ. Ids of datasets and distributions are lower-case UUIDs.

CREATE TABLE dataset (
    id TEXT NOT NULL PRIMARY KEY,
    source_id TEXT NOT NULL,
    identifier TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('published', 'removed')),
    revision INTEGER NOT NULL,
    title TEXT NOT NULL,
    publisher_id TEXT,
    publisher_name TEXT,
    sort_date TEXT NOT NULL,
    document TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    first_published_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    UNIQUE (source_id, identifier)
) STRICT;
CREATE INDEX dataset_by_publisher ON dataset (publisher_id, state);
CREATE INDEX dataset_by_source ON dataset (source_id, state);
CREATE INDEX dataset_by_sort_date ON dataset (state, sort_date);

-- Addresses never die: a slug that a dataset once had leads to it for ever.
CREATE TABLE slug (
    slug TEXT NOT NULL PRIMARY KEY,
    dataset_id TEXT NOT NULL REFERENCES dataset (id)
) STRICT;

CREATE TABLE dataset_sector (
    dataset_id TEXT NOT NULL REFERENCES dataset (id),
    sector_id TEXT NOT NULL,
    PRIMARY KEY (sector_id, dataset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dataset_sector_by_dataset ON dataset_sector (dataset_id);

CREATE TABLE revision (
    dataset_id TEXT NOT NULL REFERENCES dataset (id),
    number INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed', 'restored')),
    document TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (dataset_id, number)
) STRICT, WITHOUT ROWID;

-- One row per distribution of a dataset's current revision, and for ever of those that had a file.
CREATE TABLE distribution (
    id TEXT NOT NULL PRIMARY KEY,
    dataset_id TEXT NOT NULL REFERENCES dataset (id),
    position INTEGER NOT NULL,
    current INTEGER NOT NULL,
    source_url TEXT
) STRICT;
CREATE INDEX distribution_by_dataset ON distribution (dataset_id, position);

-- Every version of the bytes of a distribution; the bytes themselves are in the file store under their SHA-256.
CREATE TABLE file_version (
    distribution_id TEXT NOT NULL REFERENCES distribution (id),
    number INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT,
    file_name TEXT NOT NULL,
    source_url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    PRIMARY KEY (distribution_id, number)
) STRICT, WITHOUT ROWID;

-- What the last check of a distribution's URL found; the file in service is the newest version, however old.
CREATE TABLE file_check (
    distribution_id TEXT NOT NULL PRIMARY KEY REFERENCES distribution (id),
    url TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    checked_at TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT
) STRICT;

CREATE TABLE harvest_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id TEXT NOT NULL,
    trigger TEXT NOT NULL,
    status TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    gathered INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    held INTEGER NOT NULL DEFAULT 0,
    conforming INTEGER NOT NULL DEFAULT 0,
    errors INTEGER NOT NULL DEFAULT 0,
    warnings INTEGER NOT NULL DEFAULT 0,
    files_stored INTEGER NOT NULL DEFAULT 0,
    files_unchanged INTEGER NOT NULL DEFAULT 0,
    files_failed INTEGER NOT NULL DEFAULT 0,
    code TEXT,
    message TEXT,
    catalog_findings TEXT
) STRICT;
CREATE INDEX harvest_run_by_source ON harvest_run (source_id, id);

-- What a run did, record by record; unchanged records leave no row.
CREATE TABLE run_item (
    run_id INTEGER NOT NULL REFERENCES harvest_run (id),
    ordinal INTEGER NOT NULL,
    action TEXT NOT NULL,
    identifier TEXT NOT NULL,
    dataset_id TEXT NOT NULL,
    title TEXT NOT NULL,
    reason TEXT,
    fields TEXT,
    PRIMARY KEY (run_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The last state of every record that a source ever gave (CKAN's harvest object), with the record as it was written.
CREATE TABLE harvest_object (
    source_id TEXT NOT NULL,
    identifier TEXT NOT NULL,
    dataset_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('published', 'rejected', 'held', 'removed')),
    title TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    pointer TEXT NOT NULL,
    conforms INTEGER NOT NULL,
    severity INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    finding_count INTEGER NOT NULL,
    findings TEXT NOT NULL,
    raw BLOB NOT NULL,
    run_id INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (source_id, identifier)
) STRICT;
CREATE INDEX harvest_object_by_dataset ON harvest_object (dataset_id);
-- All that the counts of a source need, so that they do not read its raw records.
CREATE INDEX harvest_object_by_source ON harvest_object (source_id, state, conforms, finding_count);

-- What guards hold back until an officer approves the run.
CREATE TABLE held_item (
    run_id INTEGER NOT NULL REFERENCES harvest_run (id),
    source_id TEXT NOT NULL,
    identifier TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('removal', 'record')),
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (run_id, identifier)
) STRICT, WITHOUT ROWID;

-- The one change log, written in the same transaction as the data; indexes and feeds follow it by cursor.
CREATE TABLE change (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed', 'restored', 'file')),
    dataset_id TEXT NOT NULL REFERENCES dataset (id),
    revision INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
