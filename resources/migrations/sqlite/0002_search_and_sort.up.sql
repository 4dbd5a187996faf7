-- Room for long phone numbers, and what searching and sorting millions needs. SQLite cannot alter a column,
-- so the table is made anew (sqlite.org/lang_altertable.html, section 7).
CREATE TABLE customer_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name VARCHAR(255) NOT NULL,
    email VARCHAR(255) UNIQUE NOT NULL,
    phone VARCHAR(64),
    created_at TIMESTAMP NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
    updated_at TIMESTAMP NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    search_text TEXT -- case and accents folded by Clientele; the triggers stand in for other programs
);
INSERT INTO customer_new (id, name, email, phone, created_at, updated_at, is_active, search_text)
    SELECT id, name, email, phone,
           coalesce(created_at, strftime('%Y-%m-%d %H:%M:%f', 'now')),
           coalesce(updated_at, created_at, strftime('%Y-%m-%d %H:%M:%f', 'now')),
           coalesce(is_active, TRUE),
           lower(name || char(10) || email || char(10) || coalesce(phone, '') || char(10)
                 || replace(replace(replace(replace(replace(replace(coalesce(phone, ''),
                    '-', ''), ' ', ''), '(', ''), ')', ''), '.', ''), '+', ''))
    FROM customer;
DROP TABLE customer;
ALTER TABLE customer_new RENAME TO customer;

-- Two addresses that differ in case only are one mailbox to everybody but a few servers.
CREATE UNIQUE INDEX customer_email_folded ON customer (lower(email));
CREATE INDEX idx_customer_active ON customer (is_active);
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
