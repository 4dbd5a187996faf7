DROP INDEX IF EXISTS customer_search;
ALTER TABLE customer DROP COLUMN IF EXISTS search_text;
DROP FUNCTION IF EXISTS clientele_fold(text);
DROP INDEX IF EXISTS customer_created_order;
DROP INDEX IF EXISTS customer_name_order;
DROP INDEX IF EXISTS customer_email_folded;
