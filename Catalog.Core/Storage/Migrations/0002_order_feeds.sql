-- What feeds need: states as they were at any position of the change log, an order in time without ties, and indexes
-- by which a page costs the same wherever it lies.

-- Who published a revision; a later one may be of another body.
ALTER TABLE revision ADD COLUMN publisher_id TEXT;
ALTER TABLE revision ADD COLUMN publisher_name TEXT;
UPDATE revision
SET publisher_id = (SELECT d.publisher_id FROM dataset d WHERE d.id = revision.dataset_id),
    publisher_name = (SELECT d.publisher_name FROM dataset d WHERE d.id = revision.dataset_id);

-- Microseconds since 1970, rising with the sequence: never two alike and never backwards, whatever a clock does.
ALTER TABLE change ADD COLUMN published INTEGER NOT NULL DEFAULT 0;
UPDATE change
SET published = o.published
FROM (
    SELECT sequence, sequence + max(CAST(strftime('%s', at) AS INTEGER) * 1000000 - sequence) OVER (ORDER BY sequence) AS published
    FROM change
) o
WHERE o.sequence = change.sequence;

-- The position in the change log at which a file version became public.
CREATE INDEX change_of_file ON change (dataset_id, at) WHERE kind = 'file';
ALTER TABLE file_version ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
UPDATE file_version
SET sequence = coalesce((
    SELECT min(c.sequence)
    FROM distribution r JOIN change c ON c.dataset_id = r.dataset_id AND c.kind = 'file' AND c.at = file_version.fetched_at
    WHERE r.id = file_version.distribution_id), 0);
DROP INDEX change_of_file;

-- New bytes change what a dataset's documents say.
UPDATE dataset
SET changed_at = max(changed_at, coalesce((
    SELECT max(v.fetched_at) FROM distribution r JOIN file_version v ON v.distribution_id = r.id WHERE r.dataset_id = dataset.id), ''))
WHERE state = 'published';

-- Bodies that no config names are known by what their records call them, in more than one way at times.
CREATE INDEX dataset_publisher_name ON dataset (state, publisher_id, publisher_name);
CREATE INDEX dataset_in_order ON dataset (state, id);
CREATE INDEX dataset_by_change ON dataset (state, changed_at, id);
