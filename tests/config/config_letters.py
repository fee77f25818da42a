"""What an operator and the program write to each other about a config file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config import ConfigError, Settings, load

Edit = tuple[str, str]
Letter = Callable[..., Settings]

DEMO = """
mode = "demo"
time_zone = "Europe/Stockholm"
folder = "var"
[ledger]
url = "sqlite:///var/ledger.sqlite"
key_file = "var/key"
[printing]
folder = "var/print"
[embedded]
enabled = true
smtp_port = 2525
imap_port = 1143
spool = "var/spool"
catch_all = "world@rightsbot.example"
password = "demo"
[smtp]
host = "127.0.0.1"
port = 2525
security = "none"
domain = "rightsbot.example"
[dpo]
name = "Maria Lindgren"
address = "dpo@allkontor.example"
[companies.gavle]
name = "Allkontor Teknisk Service AB"
short = "Gävle"
org_nr = "556268-6823"
address_lines = ["Södra Skeppsbron 28", "802 84 GÄVLE"]
phone = "026-10 98 77"
[[companies.gavle.staff]]
id = "anna"
name = "Anna Berg"
address = "Anna.Berg@gavle.allkontor.example"
roles = ["handler", "decider"]
[[companies.gavle.staff]]
id = "erik"
name = "Erik Lund"
address = "erik.lund@gavle.allkontor.example"
roles = ["handler"]
[mailboxes.gavle]
company = "gavle"
address = "info.gavle@allkontor.example"
host = "localhost"
port = 1143
security = "none"
user = "info.gavle@allkontor.example"
password = "demo"
start_from = 2026-01-01
[registers.gavle]
company = "gavle"
url = "sqlite:///var/registers/gavle.sqlite"
folder = "var/registers/gavle"
[registers.gavle.marketing]
table = "blocked"
address = "email"
date = "since"
title_sv = "Spärrar"
title_en = "Blocks"
[registers.gavle.marketing.fields]
email = { category = "contact", label_sv = "Adress", label_en = "Address", means = "email" }
since = { category = "contact", label_sv = "Sedan", label_en = "Since" }
[registers.gavle.tables.customers]
whose = "person"
key = "number"
title_sv = "Kunder"
title_en = "Customers"
[registers.gavle.tables.customers.fields.number]
category = "identity"
label_sv = "Kundnummer"
label_en = "Customer number"
means = "customer_number"
"""

TO_LIVE: list[Edit] = [
    ('mode = "demo"', 'mode = "live"'),
    ("enabled = true", "enabled = false"),
    ('catch_all = "world@rightsbot.example"\n', ""),
    ("allkontor.example", "allkontor.se"),
    ('domain = "rightsbot.example"', 'domain = "bot.allkontor.se"'),
    ('password = "demo"\nstart', 'password = {env = "RIGHTSBOT_GAVLE"}\nstart'),
]


def read(home: Path, edits: tuple[Edit, ...], folder: Path | None = None) -> Settings:
    """The settings of the demo file with some edits, written into a folder."""
    text = DEMO
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    (home / "config.toml").write_text(text, encoding="utf-8")
    return load(home / "config.toml", folder)


def answer(letter: Letter, *edits: Edit) -> str:
    """What the program answers to a file that it cannot use."""
    with pytest.raises(ConfigError) as told:
        letter(*edits)
    return str(told.value)
