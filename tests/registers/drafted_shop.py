"""A shop that nobody has mapped, and its draft as people complete it."""

import tomllib
from typing import Any

#: shaped like the sample shops that come with databases: staff beside customers, lines below orders
SHOP = """
CREATE TABLE employees (employee_id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT,
    title TEXT, reports_to INTEGER REFERENCES employees, email TEXT);
CREATE TABLE addresses (address_id INTEGER PRIMARY KEY, street TEXT, postal_code TEXT, city TEXT);
CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, company TEXT, first_name TEXT,
    last_name TEXT, "e-post" TEXT, "Telefon" TEXT, address_id INTEGER REFERENCES addresses,
    support_rep INTEGER REFERENCES employees (employee_id));
CREATE TABLE products (product_id INTEGER PRIMARY KEY, name TEXT, price NUMERIC);
CREATE TABLE orders (order_id INTEGER PRIMARY KEY, employee_id INTEGER REFERENCES employees,
    customer_id INTEGER REFERENCES customers, order_date TEXT, ship_name TEXT);
CREATE TABLE order_lines (order_id INTEGER REFERENCES orders,
    product_id INTEGER REFERENCES products, quantity INTEGER, PRIMARY KEY (order_id, product_id));
CREATE TABLE "search log" (customer_id INTEGER, at TEXT, "sök""ord" TEXT);
CREATE TABLE settings (word TEXT, value TEXT);
CREATE VIEW sales AS SELECT * FROM orders;
INSERT INTO addresses VALUES (5, 'Låtsasgatan 1', '802 55', 'Gefle');
INSERT INTO employees VALUES (1, 'Erik', 'Lund', 'säljare', NULL, 'erik@shop.example');
INSERT INTO customers VALUES (7, NULL, 'Asta', 'Ros', 'asta@ros.example', '070', 5, 1),
    (8, NULL, 'Bengt', 'Ros', 'bengt@ros.example', '071', NULL, 1);
INSERT INTO products VALUES (1, 'papper', 10), (2, 'toner', 90);
INSERT INTO orders VALUES (70, 1, 7, '2025-01-01', 'Asta'), (80, 1, 8, '2025-01-01', 'Bengt');
INSERT INTO order_lines VALUES (70, 1, 1), (70, 2, 1), (80, 1, 4);
INSERT INTO "search log" VALUES (7, '2025-01-01', 'papper');
"""


def tables(text: str) -> dict[str, Any]:
    """The tables of the one register of a draft."""
    (register,) = tomllib.loads(text)["registers"].values()
    return dict(register["tables"])


def completed(text: str) -> str:
    """The draft with what a person writes into its gaps, and nothing else."""
    text = text.replace('whose = ""', 'whose = "person"').replace(
        'category = ""', 'category = "contact"'
    )
    text = text.replace('company = ""', 'company = "gavle"')
    return text.replace('key = "" ', 'key = "word" ')
