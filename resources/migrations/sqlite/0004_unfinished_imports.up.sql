-- How far imports got that are under way or broke off, written with the customers themselves: from here an import
-- goes on without doing a row twice. What is finished leaves nothing behind.
CREATE TABLE clientele_import (
    id TEXT PRIMARY KEY,
    machine TEXT NOT NULL, -- whose file it is
    plan TEXT NOT NULL,
    progress TEXT NOT NULL,
    rows_done INTEGER NOT NULL,
    started_at INTEGER NOT NULL -- microseconds since 1970
);
