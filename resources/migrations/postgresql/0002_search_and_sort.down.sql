DROP INDEX IF EXISTS customer_search;
ALTER TABLE customer DROP COLUMN IF EXISTS search_text;
DROP FUNCTION IF EXISTS clientele_fold(text);
DROP INDEX IF EXISTS customer_created_order;
DROP INDEX IF EXISTS customer_name_order;
DROP INDEX IF EXISTS customer_email_folded;
ALTER TABLE customer
    ALTER COLUMN phone TYPE VARCHAR(20),
    ALTER COLUMN is_active DROP NOT NULL,
    ALTER COLUMN created_at DROP NOT NULL,
    ALTER COLUMN created_at TYPE TIMESTAMP,
    ALTER COLUMN updated_at DROP NOT NULL,
    ALTER COLUMN updated_at TYPE TIMESTAMP;
CREATE INDEX IF NOT EXISTS idx_customer_email ON customer (email);
