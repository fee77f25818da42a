import pytest
from config_letters import Edit, Letter, answer

SLIPS = [
    # what the operator wrote, and what she reads
    (
        ("port = 1143\ns", "prot = 1143\ns"),
        "mailboxes.gavle.prot: found an unknown key; write `port`",
    ),
    (("[printing]", "[print]"), "print: found an unknown key; write `printing`"),
    (("[printing]", "[print]"), "printing: found nothing; write the table [printing] with folder"),
    (
        ("[mailboxes.gavle]", '[mailboxes."Gävle"]'),
        'mailboxes.Gävle: found "Gävle"; write a name in lower case',
    ),
    (
        ("start_from = 2026-01-01", ""),
        "mailboxes.gavle.start_from: found nothing; write the first day",
    ),
    (
        ("start_from = 2026-01-01", 'start_from = "soon"'),
        'start_from: found "soon"; write the first day',
    ),
    (
        ('company = "gavle"\na', 'company = "gavel"\na'),
        'found "gavel"; write the key of a company: gavle',
    ),
    (
        ('company = "gavle"\nu', 'company = "mora"\nu'),
        'registers.gavle.company: found "mora"; write the key',
    ),
    (
        ("Europe/Stockholm", "Europe/Stokholm"),
        'time_zone: found "Europe/Stokholm"; write "Europe/Stockholm"',
    ),
    (('mode = "demo"', 'mode = "test"'), 'mode: found "test"; write "demo" or "live"'),
    (
        ("port = 1143\ns", "port = 99999\ns"),
        "mailboxes.gavle.port: found 99999; write a port number from 1",
    ),
    (("port = 1143\ns", 'port = "imap"\ns'), 'port: found "imap"; write a port number'),
    (
        ("imap_port = 1143", "imap_port = 2525"),
        'embedded.imap_port: found "2525", which also stands in embedded.smtp_port',
    ),
    (("dpo@allkontor.example", "Maria <dpo@allkontor.example>"), 'dpo.address: found "Maria <dpo@'),
    (
        ("dpo@allkontor.example", "dpo at allkontor"),
        "write one address alone, such as info@company.se",
    ),
    (('host = "localhost"', 'host = "imap://localhost:143"'), "without port or ://"),
    (
        ("556268-6823", "556268-6832"),
        'org_nr: found "556268-6832"; write the company\'s registration',
    ),
    (
        ("026-10 98 77", "call us"),
        'companies.gavle.phone: found "call us"; write a telephone number',
    ),
    (
        ('id = "erik"', 'id = "anna"'),
        'companies.gavle.staff.anna.id: found "anna", which also stands in',
    ),
    (
        ('id = "erik"', 'id = "Örjan"'),
        'companies.gavle.staff.Örjan.id: found "Örjan"; write a short word',
    ),
    (('id = "erik"\n', ""), "companies.gavle.staff.2.id: found nothing; write a short word"),
    (('roles = ["handler"]', 'roles = ["boss"]'), 'found "boss"; write ["handler"] or'),
    (
        ("erik.lund@gavle", "anna.berg@gavle"),
        "which also stands in companies.gavle.staff.anna.address",
    ),
    (
        ("erik.lund@gavle.a", "info.gavle@a"),
        "which also stands in mailboxes.gavle.address; write another one",
    ),
    (
        ("erik.lund@gavle.a", "DPO@a"),
        'staff.erik.address: found "dpo@allkontor.example", which also stands in dpo.address',
    ),
    (("Anna Berg", "Anna\\r\\nBcc: x@y.se"), "one line of text without tabs or control characters"),
    (
        ('password = "demo"\n[smtp]', "[smtp]"),
        "embedded: found a table; write catch_all (an address) and password",
    ),
    (
        ('domain = "rightsbot.example"', 'domain = "rightsbot.example"\nuser = "x"'),
        "smtp: found a table; write user and password together",
    ),
    (
        ("sqlite:///var/ledger.sqlite", "sqlit:///var/ledger.sqlite"),
        'ledger.url: found "sqlit:///var/ledger.sqlite"; write a known database',
    ),
    (("sqlite:///var/ledger.sqlite", "sqlite://"), "memory is lost at every stop"),
    (
        ("sqlite:///var/registers/gavle.sqlite", "gavle.sqlite"),
        'registers.gavle.url: found "gavle.sqlite"; write a SQLAlchemy URL',
    ),
    (
        ("sqlite:///var/registers/gavle.sqlite", "oracle://h/db"),
        "write it again once the driver is installed",
    ),
    (
        ('means = "customer_number"', 'meens = "customer_number"'),
        "fields.number.meens: found an unknown key; write `means`",
    ),
    (
        ('category = "identity"', 'category = "identiti"'),
        "category: found \"identiti\"; write 'identity'",
    ),
    (
        ('var/print"', 'var/print"\n[categories.identiti]'),
        'categories.identiti: found "identiti"; write',
    ),
    (
        ('var/print"', 'var/print"\n[purposes.customer]\nretentoin_sv = "x"'),
        "purposes.customer.retentoin_sv: found an unknown key; write `retention_sv`",
    ),
    (
        ('var/print"', 'var/print"\n[purposes.customer]\nretention_sv = "enligt lag"'),
        "purposes.customer: found a table; write it anew: retention_sv: an end date",
    ),
    (
        ('var/print"', 'var/print"\n[purposes.a]\nmarketing = true\npersonal_number = true'),
        "purposes.a: found a table; write it anew: marketing without personal_number",
    ),
    (
        (
            'var/print"',
            'var/print"\n[purposes.a]\nrecipients = ["clud"]\n[recipients.cloud]\nname = "Moln AB"',
        ),
        'purposes.a.recipients: found "clud"; write the key of a recipient: cloud',
    ),
    (
        ('var/print"', 'var/print"\n[recipients.cloud]\nname = "Moln AB"\naddress = "moln"'),
        'recipients.cloud.address: found "moln"; write one e-mail address alone',
    ),
    (
        (
            'var/print"',
            'var/print"\n[recipients.x]\nname = "X"\naddress = "info.gavle@allkontor.example"',
        ),
        "which also stands in",
    ),
    (
        ('var/print"', 'var/print"\n[statements]\ncookies_sv = "Vi använder cookies."'),
        "statements.cookies_sv: found",
    ),
    (
        ('var/print"', 'var/print"\n[controllers]\nbackup_days = 0'),
        "controllers.backup_days: found 0; write a number of days",
    ),
    (
        ('phone = "026-10 98 77"', 'phone = "026-10 98 77"\nfiscal_year_end = "31/12"'),
        'companies.gavle.fiscal_year_end: found "31/12"; write month and day',
    ),
    (
        ('roles = ["handler"]', 'roles = ["handler"]\ndeputy = "yes"'),
        'staff.erik.deputy: found "yes"; write true or false',
    ),
    (
        ('folder = "var/print"', "folder = 7"),
        "printing.folder: found 7; write a path in double quotes",
    ),
    (("start_from", 'folder = "inbox"\nstart_from'), "another folder than INBOX"),
]


@pytest.mark.parametrize(("slip", "words"), SLIPS, ids=range(len(SLIPS)))
def test_a_slip_of_the_pen_is_answered_with_what_to_write(
    demo: Letter, slip: Edit, words: str
) -> None:
    """File, dotted key, what was found, what to write instead."""
    told = answer(demo, slip)
    assert words in told
    assert all("config.toml: " in line for line in told.splitlines())


def test_every_fault_is_told_at_once(demo: Letter) -> None:
    """Wrong shapes and wrong company, four faults in four lines, however they hang together."""
    told = answer(
        demo,
        ("\nport = 1143", "\nport = 0"),
        ('company = "gavle"\na', 'company = "falun"\na'),
        ("dpo@allkontor.example", "dpo@allkontor.se"),
        ("sqlite:///var/ledger.sqlite", "rubbish"),
    )
    assert [line.partition("config.toml: ")[2].partition(":")[0] for line in told.splitlines()] == [
        "mailboxes.gavle.port",
        "mailboxes.gavle.company",
        "dpo.address",
        "ledger.url",
    ]
