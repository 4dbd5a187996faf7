DROP TRIGGER customer_fold_update;
DROP TRIGGER customer_fold_insert;
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
DROP TABLE customer_unfolded;
DROP INDEX customer_updated_order;
DROP INDEX customer_name_order;
CREATE INDEX customer_name_order ON customer (name COLLATE NOCASE, id);
