-- For a table that others made and work with: it gains what searching and sorting millions needs. Its own
-- columns, defaults and rules stay as their programs expect them, so the folded address is not UNIQUE here.
CREATE INDEX IF NOT EXISTS customer_email_folded ON customer (lower(email));
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
