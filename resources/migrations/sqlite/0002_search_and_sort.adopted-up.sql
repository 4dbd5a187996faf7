-- For a table that others made and work with: it gains what searching and sorting millions needs. Its own
-- columns, defaults and rules stay as their programs expect them, so the folded address is not UNIQUE here.
ALTER TABLE customer ADD COLUMN search_text TEXT;
UPDATE customer SET search_text =
           lower(name || char(10) || email || char(10) || coalesce(phone, '') || char(10)
                 || replace(replace(replace(replace(replace(replace(coalesce(phone, ''),
                    '-', ''), ' ', ''), '(', ''), ')', ''), '.', ''), '+', ''));
CREATE INDEX customer_email_folded ON customer (lower(email));
CREATE INDEX customer_name_order ON customer (name COLLATE NOCASE, id);
CREATE INDEX customer_created_order ON customer (created_at, id);

CREATE VIRTUAL TABLE customer_search USING fts5 (
    search_text, content = 'customer', content_rowid = 'id', tokenize = 'trigram');
INSERT INTO customer_search (customer_search) VALUES ('rebuild');

CREATE TRIGGER customer_search_insert AFTER INSERT ON customer WHEN new.search_text IS NOT NULL BEGIN
    INSERT INTO customer_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER customer_search_delete AFTER DELETE ON customer BEGIN
    INSERT INTO customer_search (customer_search, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER customer_search_update AFTER UPDATE OF search_text ON customer
WHEN new.search_text IS NOT old.search_text BEGIN
    INSERT INTO customer_search (customer_search, rowid, search_text)
        SELECT 'delete', old.id, old.search_text WHERE old.search_text IS NOT NULL;
    INSERT INTO customer_search (rowid, search_text)
        SELECT new.id, new.search_text WHERE new.search_text IS NOT NULL;
END;

-- Other programs know nothing of search_text: what they write is folded as far as SQLite can.
CREATE TRIGGER customer_fold_insert AFTER INSERT ON customer WHEN new.search_text IS NULL BEGIN
    UPDATE customer SET search_text = lower(name || char(10) || email || char(10) || coalesce(phone, '')
        || char(10) || replace(replace(replace(replace(replace(replace(coalesce(phone, ''),
           '-', ''), ' ', ''), '(', ''), ')', ''), '.', ''), '+', '')) WHERE id = new.id;
END;
CREATE TRIGGER customer_fold_update AFTER UPDATE OF name, email, phone ON customer
WHEN new.search_text IS old.search_text
     AND (new.name, new.email, new.phone) IS NOT (old.name, old.email, old.phone) BEGIN
    UPDATE customer SET search_text = lower(name || char(10) || email || char(10) || coalesce(phone, '')
        || char(10) || replace(replace(replace(replace(replace(replace(coalesce(phone, ''),
           '-', ''), ' ', ''), '(', ''), ')', ''), '.', ''), '+', '')) WHERE id = new.id;
END;
