-- Documents that metadata or the config name as the schemas of tables, as they were fetched last. Their bytes are in the
-- file store.
CREATE TABLE schema_document (
    source_id TEXT NOT NULL,
    -- A web address, or a path in the source's folder.
    place TEXT NOT NULL,
    -- The last good copy; null when there never was one.
    sha256 TEXT,
    etag TEXT,
    last_modified TEXT,
    checked_at TEXT NOT NULL,
    -- 'ok', or what went wrong at the last look.
    code TEXT NOT NULL,
    message TEXT,
    -- Grows with every change of any copy, so that whoever uses them sees that there is something new.
    position INTEGER NOT NULL,
    PRIMARY KEY (source_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX schema_document_by_position ON schema_document (position);
