"""A shop that is not ours: its tables as the well-known sample shops have them, mapped by hand.

Every cell of a person that a test may look for holds a word that nobody else has: `q`, the person,
the cell (`q042007`). Where it was planted is kept beside, not in the register.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from register_shop import column, table
from sqlalchemy import NullPool, create_engine, inspect, text
from sqlalchemy import column as a_column
from sqlalchemy import table as a_table

from bot.registers.erasures.rowplan import Rules
from bot.registers.maps.datamap import Kind, Period, RegisterMap

PEOPLE = 200
COUPLE = (198, 199)
RULES = Rules({"books": Period(kind=Kind.BOOKKEEPING)}, "12-31")
NUMBERS = ("19900101-2385", "20000229-2399", "20240229-2383", "18900101-9802", "19000101-9801")
GIVEN = ("Alva", "Bo", "Cilla", "Dag", "Ebba", "Folke", "Gun", "Hugo", "Ines", "Jon")
FAMILY = ("Ask", "Björk", "Ceder", "Ek", "Gran", "Hassel", "Lind", "Rönn")

SCHEMA = """
CREATE TABLE products (product_code TEXT PRIMARY KEY, title TEXT);
CREATE TABLE employees (employee_id INTEGER PRIMARY KEY, full_name TEXT, work_mail TEXT, desk TEXT);
CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, customer_code TEXT NOT NULL, given TEXT,
    family TEXT, national_id TEXT, mail TEXT, phone TEXT, since TEXT, remark TEXT, manager INTEGER);
CREATE TABLE customer_addresses (address_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL
    REFERENCES customers, street TEXT, postcode TEXT, city TEXT);
CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES
    customers, ordered_on TEXT, gift_note TEXT);
CREATE TABLE order_details (order_id INTEGER NOT NULL REFERENCES orders, line_no INTEGER NOT NULL,
    product_code TEXT, quantity INTEGER, engraving TEXT, PRIMARY KEY (order_id, line_no));
CREATE TABLE payments (payment_id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders,
    paid_on TEXT, amount INTEGER, reference TEXT, payer_note TEXT);
CREATE TABLE receipts (receipt_no TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customers,
    goods TEXT, PRIMARY KEY (receipt_no, customer_id));
CREATE TABLE wishlists (customer_id INTEGER NOT NULL REFERENCES customers, product_code TEXT,
    wish TEXT, PRIMARY KEY (customer_id, product_code));
CREATE TABLE tickets (ticket_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES
    customers, reply_to TEXT, subject TEXT);
CREATE TABLE ticket_messages (message_id INTEGER PRIMARY KEY, ticket_id INTEGER NOT NULL REFERENCES
    tickets, body TEXT);
CREATE TABLE newsletter (reader_id INTEGER PRIMARY KEY, reader TEXT, mail TEXT, topic TEXT);
CREATE TABLE mail_stops (address TEXT PRIMARY KEY, since TEXT NOT NULL)
"""

Row = dict[str, Any]
Place = tuple[str, str, object]
"""A table, a column, and the value of the table's key."""


def _erased(how: str, **fields: str) -> Row:
    """Columns of no meaning to the bot, each with what an erasure does to it."""
    return {name: column("", category, erase=how) for name, category in fields.items()}


def _tables() -> Row:
    to_customer = {"link": {"customer_id": "customers.customer_id"}, "erase": "rows"}
    number = {"customer_id": column(erase="keep")}
    customers = number | {
        "customer_code": column("customer_number", erase="keep"),
        "given": column("name", erase="replace", replacement="Raderad"),
        "family": column("name", erase="clear"),
        "national_id": column("personal_number", erase="clear"),
        "mail": column("email", "contact", erase="clear"),
        "phone": column("phone", "contact", erase="clear"),
        "since": column("registered", erase="keep"),
        **_erased("clear", remark="identity", manager="identity"),
    }
    orders = {"order_id": column(erase="keep"), **number}
    orders |= {"ordered_on": column("relation", "purchases", erase="keep")}
    orders |= _erased("clear", gift_note="purchases")
    lines = _erased("keep", order_id="purchases", line_no="purchases", product_code="purchases")
    lines |= _erased("keep", quantity="purchases") | _erased("clear", engraving="purchases")
    payments = _erased("keep", payment_id="purchases", order_id="purchases", amount="purchases")
    payments |= {"paid_on": column("booked", "purchases", erase="keep")}
    payments |= _erased("keep", reference="purchases") | _erased("clear", payer_note="purchases")
    mail = column("email", "contact")
    ticket = number | {"ticket_id": column(), "reply_to": mail, "subject": column(free_text=True)}
    reader = {"reader_id": column(), "reader": column("name"), "mail": mail, "topic": column()}
    staff = {"employee_id": column(), "full_name": column("name"), "work_mail": mail}
    place = {"street": column("street"), "postcode": column("postcode"), "city": column("city")}
    return {
        "customers": table("customer_id", customers, erase="rows"),
        "employees": table("employee_id", staff | {"desk": column()}, erase="rows"),
        "newsletter": table("reader_id", reader, erase="rows"),
        "customer_addresses": table(
            "address_id", {"address_id": column()} | number | place, **to_customer
        ),
        "orders": table("order_id", orders, **to_customer),
        "order_details": table(
            "order_id", lines, link={"order_id": "orders.order_id"}, erase="rows"
        ),
        "payments": table(
            "payment_id",
            payments,
            link={"order_id": "orders.order_id"},
            erase="rows",
            kept_by="books",
        ),
        "receipts": table(
            "receipt_no", {"receipt_no": column(), "goods": column()} | number, **to_customer
        ),
        "wishlists": table(
            "customer_id", {"product_code": column(), "wish": column()} | number, **to_customer
        ),
        "tickets": table("ticket_id", ticket, **to_customer),
        "ticket_messages": table(
            "message_id",
            {name: column() for name in ("message_id", "ticket_id", "body")},
            link={"ticket_id": "tickets.ticket_id"},
            erase="rows",
        ),
    }


def shop_map(url: str, company: str = "sample") -> RegisterMap:
    """The map of the shop at a URL."""
    stops = {"address": column("", "consents"), "since": column("", "consents")}
    marketing = {"table": "mail_stops", "address": "address", "date": "since", "fields": stops}
    return RegisterMap.model_validate(
        {
            "company": company,
            "url": url,
            "writable": True,
            "impersonal": ["products"],
            "marketing": marketing | {"title_sv": "x", "title_en": "x"},
            "tables": _tables(),
        }
    )


@dataclass
class Person:
    """One person: the address she writes from, and each word planted for her."""

    number: int
    address: str
    planted: dict[str, Place] = field(default_factory=dict)

    def word(self, name: str, column_name: str, key: object) -> str:
        """A word that stands in this cell and in no other."""
        word = f"q{self.number:03}{len(self.planted):03}"
        self.planted[word] = (name, column_name, key)
        return word


def fill(url: str, seed: int = 4) -> dict[int, Person]:
    """Make the shop in an empty database; its people by number."""
    chance = Random(seed)
    people = {n: Person(n, f"kund{n:03}@post.example") for n in range(PEOPLE)}
    for one in COUPLE:
        people[one].address = "paret@post.example"
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as database:
        for statement in filter(str.strip, SCHEMA.split(";")):
            database.execute(text(statement))
        rows: dict[str, list[Row]] = {}
        for person in people.values():
            for name, row in _rows(person, chance):
                rows.setdefault(name, []).append(row)
        rows["products"] = [{"product_code": f"p{n}", "title": f"Vara {n}"} for n in range(5)]
        for name in [one for one in inspect(database).get_table_names() if one in rows]:
            target = a_table(name, *(a_column(each) for each in rows[name][0]))
            database.execute(target.insert(), rows[name])
    return people


def _rows(one: Person, chance: Random) -> Iterator[tuple[str, Row]]:
    n, key = one.number, one.number + 1000
    mine = {"customer_id": key}
    given, family = chance.choice(GIVEN), chance.choice(FAMILY)
    number = NUMBERS[n] if n < len(NUMBERS) else None
    named = {"given": given, "family": family if n % 9 else None, "national_id": number}
    phone = one.word("customers", "phone", key) if n % 7 else None
    contact = {"mail": _spelt(one, f"{given} {family}"), "phone": phone}
    code = f"C-{one.word('customers', 'customer_code', key)}"
    more = {"customer_code": code, "since": "2012-02-03", "manager": 1 if n % 4 else None}
    remark = one.word("customers", "remark", key)
    yield "customers", {**mine, **named, **contact, **more, "remark": remark}
    for at in (key * 10 + each for each in range(chance.randint(1, 2))):
        street = one.word("customer_addresses", "street", at)
        place = {"street": f"{street}vägen 1", "postcode": "802 84", "city": "GÄVLE"}
        yield "customer_addresses", {"address_id": at, **mine, **place}
    for at in (key * 10 + each for each in range(n % 3)):
        yield from _order(one, at, f"{(2014, 2024)[at % 2]}-05-{n % 28 + 1:02}")
    goods = one.word("receipts", "goods", f"r{n // 2}")
    yield "receipts", {"receipt_no": f"r{n // 2}", **mine, "goods": goods}
    for code in chance.sample(["p1", "p2", "p3"], n % 3):
        wish = one.word("wishlists", "wish", key)
        yield "wishlists", {**mine, "product_code": code, "wish": wish}
    yield from _beside(one, given, family)


def _beside(one: Person, given: str, family: str) -> Iterator[tuple[str, Row]]:
    """What she wrote, what she reads, and that she works here too."""
    n, key = one.number, one.number + 1000
    mine = {"customer_id": key}
    if n % 6 == 4 or n % 5 == 0:
        subject = one.word("tickets", "subject", key)
        ticket = {"ticket_id": key, **mine, "reply_to": one.address, "subject": subject}
        yield "tickets", ticket
        for at in (key * 10, key * 10 + 1):
            body = f"Hej! {one.word('ticket_messages', 'body', at)} /{given}"
            yield "ticket_messages", {"message_id": at, "ticket_id": key, "body": body}
    if n % 4 == 0:
        topic = one.word("newsletter", "topic", key)
        reader = f"{family}, {given}" if n % 9 else given
        yield (
            "newsletter",
            {"reader_id": key, "reader": reader, "mail": one.address, "topic": topic},
        )
    if n % 50 == 1:
        desk = one.word("employees", "desk", key)
        staff = {"employee_id": key, "full_name": f"{given} {family}", "work_mail": one.address}
        yield "employees", staff | {"desk": desk}


def _order(one: Person, at: int, day: str) -> Iterator[tuple[str, Row]]:
    order = {"order_id": at, "customer_id": one.number + 1000, "ordered_on": day}
    yield "orders", order | {"gift_note": one.word("orders", "gift_note", at)}
    for line in (1, 2):
        code, engraving = f"p{line}", one.word("order_details", "engraving", at)
        bought = {"line_no": line, "product_code": code, "quantity": line, "engraving": engraving}
        yield "order_details", {"order_id": at, **bought}
    paid = {"payment_id": at, "order_id": at, "paid_on": day, "amount": 100 + at}
    words = {name: one.word("payments", name, at) for name in ("reference", "payer_note")}
    yield "payments", paid | words


def _spelt(one: Person, name: str) -> str | None:
    """Her address as people write one: in capitals, with a name, beside another, or not at all."""
    if one.number in COUPLE:
        return one.address
    way = one.number % 6
    if way == 3:
        older = one.word("customers", "mail", one.number + 1000)
        return f"{one.address}; {older}@old.example"
    spaced = f"  {one.address.title()} "
    plain = one.address
    return (plain, plain.upper(), f'"{name}" <{plain}>', "", None, spaced)[way]
