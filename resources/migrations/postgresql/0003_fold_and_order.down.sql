DROP INDEX IF EXISTS customer_updated_order;
ALTER TABLE customer DROP COLUMN IF EXISTS search_text;
CREATE OR REPLACE FUNCTION clientele_fold(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN octet_length(words) = length(words) THEN lower(words)
        ELSE regexp_replace(normalize(lower(normalize(words, NFKC)), NFKD), '[\u0300-\u036f]', '', 'g') END;

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
