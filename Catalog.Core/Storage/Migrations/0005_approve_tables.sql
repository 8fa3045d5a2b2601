-- Versions of tables that an officer let through although the policy of their source held them. A version is the bytes
-- that were looked at, so it stays approved however often it is read again.
CREATE TABLE table_approval (
    distribution_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    approved_at TEXT NOT NULL,
    PRIMARY KEY (distribution_id, number),
    FOREIGN KEY (distribution_id, number) REFERENCES file_version (distribution_id, number)
) STRICT, WITHOUT ROWID;
