-- Tables: what was found in every version of a distribution's file, typed and stored as Parquet under its SHA-256.

-- One row per table of a file version. Its number is the file's, so that a version means the same everywhere.
CREATE TABLE table_version (
    distribution_id TEXT NOT NULL REFERENCES distribution (id),
    number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('published', 'held', 'failed')),
    code TEXT,
    message TEXT,
    row_count INTEGER NOT NULL,
    column_count INTEGER NOT NULL,
    misfits INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    parquet_sha256 TEXT,
    parquet_size INTEGER,
    columns TEXT NOT NULL,
    schema TEXT NOT NULL,
    profile TEXT,
    dialect TEXT,
    report TEXT,
    PRIMARY KEY (distribution_id, number, ordinal)
) STRICT;
CREATE INDEX table_version_by_state ON table_version (distribution_id, ordinal, state, number);

-- That a file version was read, by which recipe (the loader and the contract), and what came of it. Written with the
-- tables in one transaction: without it the file is still to be read.
CREATE TABLE table_load (
    distribution_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    file_sha256 TEXT NOT NULL,
    recipe TEXT NOT NULL,
    tables INTEGER NOT NULL,
    code TEXT,
    message TEXT,
    loaded_at TEXT NOT NULL,
    PRIMARY KEY (distribution_id, number),
    FOREIGN KEY (distribution_id, number) REFERENCES file_version (distribution_id, number)
) STRICT, WITHOUT ROWID;
