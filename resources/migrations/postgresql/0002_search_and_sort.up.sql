-- Moments with their zone, room for long phone numbers, and what searching and sorting millions needs.
DROP INDEX IF EXISTS idx_customer_email; -- UNIQUE has one of its own

UPDATE customer SET is_active = TRUE WHERE is_active IS NULL;
UPDATE customer SET created_at = CURRENT_TIMESTAMP WHERE created_at IS NULL;
UPDATE customer SET updated_at = created_at WHERE updated_at IS NULL;

-- Only a run that broke off, where changes cannot be rolled back, has left it; phone cannot be altered under it.
ALTER TABLE customer DROP COLUMN IF EXISTS search_text;

ALTER TABLE customer
    ALTER COLUMN phone TYPE VARCHAR(64),
    ALTER COLUMN is_active SET DEFAULT TRUE,
    ALTER COLUMN is_active SET NOT NULL,
    ALTER COLUMN created_at TYPE TIMESTAMP WITH TIME ZONE,
    ALTER COLUMN created_at SET DEFAULT CURRENT_TIMESTAMP,
    ALTER COLUMN created_at SET NOT NULL,
    ALTER COLUMN updated_at TYPE TIMESTAMP WITH TIME ZONE,
    ALTER COLUMN updated_at SET DEFAULT CURRENT_TIMESTAMP,
    ALTER COLUMN updated_at SET NOT NULL;

-- Two addresses that differ in case only are one mailbox to everybody but a few servers.
CREATE UNIQUE INDEX IF NOT EXISTS customer_email_folded ON customer (lower(email));
CREATE INDEX IF NOT EXISTS customer_name_order ON customer (name, id);
CREATE INDEX IF NOT EXISTS customer_created_order ON customer (created_at, id);

-- Case and accents folded: what a person types finds what another wrote. Text of one byte a character has
-- no accents to fold, and most text is so.
CREATE OR REPLACE FUNCTION clientele_fold(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN octet_length(words) = length(words) THEN lower(words)
        ELSE regexp_replace(normalize(lower(normalize(words, NFKC)), NFKD), '[\u0300-\u036f]', '', 'g') END;

-- Generated, so that rows written by other programs are found too. Fields are kept apart by line breaks,
-- which no searched word holds; the phone is there as typed and as digits alone.
ALTER TABLE customer ADD COLUMN IF NOT EXISTS search_text text GENERATED ALWAYS AS (
    clientele_fold(name || E'\n' || email || E'\n' || coalesce(phone, '')) || E'\n'
    || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g')) STORED;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX IF NOT EXISTS customer_search ON customer USING gin (search_text gin_trgm_ops);
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'pg_trgm may not be installed by this user: searches will scan';
END
$$;
