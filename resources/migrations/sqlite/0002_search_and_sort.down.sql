DROP TABLE customer_search;
CREATE TABLE customer_old (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name VARCHAR(255) NOT NULL,
    email VARCHAR(255) UNIQUE NOT NULL,
    phone VARCHAR(20),
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    is_active BOOLEAN DEFAULT TRUE
);
INSERT INTO customer_old SELECT id, name, email, phone, created_at, updated_at, is_active FROM customer;
DROP TABLE customer;
ALTER TABLE customer_old RENAME TO customer;
CREATE INDEX idx_customer_email ON customer (email);
CREATE INDEX idx_customer_active ON customer (is_active);
