-- How far imports got that are under way or broke off, written with the customers themselves: from here an import
-- goes on without doing a row twice. What is finished leaves nothing behind.
CREATE TABLE IF NOT EXISTS clientele_import (
    id VARCHAR(36) PRIMARY KEY,
    machine VARCHAR(255) NOT NULL, -- whose file it is
    plan TEXT NOT NULL,
    progress TEXT NOT NULL,
    rows_done BIGINT NOT NULL,
    started_at BIGINT NOT NULL -- microseconds since 1970
);
