-- Names in an order that knows more than ASCII. SQLite compares bytes, so names are sorted by the first line of
-- search_text: the name without its case and accents.
DROP INDEX customer_name_order;
CREATE INDEX customer_name_order ON customer (
    coalesce(substr(search_text, 1, instr(search_text, char(10)) - 1), name), name, id);
CREATE INDEX customer_updated_order ON customer (updated_at, id);

-- Whose search_text SQLite has folded, or an older Clientele, though it takes more than they know: Clientele folds
-- it anew as soon as it has the book in its hands.
CREATE TABLE customer_unfolded (id INTEGER PRIMARY KEY);
INSERT INTO customer_unfolded (id) SELECT id FROM customer
    WHERE length(CAST(name || email || coalesce(phone, '') AS BLOB))
          <> length(name || email || coalesce(phone, '')) OR phone GLOB '*[^0-9+(). -]*';

DROP TRIGGER customer_fold_insert;
CREATE TRIGGER customer_fold_insert AFTER INSERT ON customer WHEN new.search_text IS NULL BEGIN
    UPDATE customer SET search_text = lower(name || char(10) || email || char(10) || coalesce(phone, '')
        || char(10) || replace(replace(replace(replace(replace(replace(coalesce(phone, ''),
           '-', ''), ' ', ''), '(', ''), ')', ''), '.', ''), '+', '')) WHERE id = new.id;
    INSERT INTO customer_unfolded (id) SELECT new.id
        WHERE (length(CAST(new.name || new.email || coalesce(new.phone, '') AS BLOB))
               <> length(new.name || new.email || coalesce(new.phone, '')) OR new.phone GLOB '*[^0-9+(). -]*')
              AND new.id NOT IN (SELECT id FROM customer_unfolded);
END;
DROP TRIGGER customer_fold_update;
CREATE TRIGGER customer_fold_update AFTER UPDATE OF name, email, phone ON customer
WHEN new.search_text IS old.search_text
     AND (new.name, new.email, new.phone) IS NOT (old.name, old.email, old.phone) BEGIN
    UPDATE customer SET search_text = lower(name || char(10) || email || char(10) || coalesce(phone, '')
        || char(10) || replace(replace(replace(replace(replace(replace(coalesce(phone, ''),
           '-', ''), ' ', ''), '(', ''), ')', ''), '.', ''), '+', '')) WHERE id = new.id;
    INSERT INTO customer_unfolded (id) SELECT new.id
        WHERE (length(CAST(new.name || new.email || coalesce(new.phone, '') AS BLOB))
               <> length(new.name || new.email || coalesce(new.phone, '')) OR new.phone GLOB '*[^0-9+(). -]*')
              AND new.id NOT IN (SELECT id FROM customer_unfolded);
END;
