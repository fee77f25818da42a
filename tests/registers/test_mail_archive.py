"""A mailbox as a register, on real servers: hers and nothing of others', copied and erased."""

import tarfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from archive_world import (
    BOX,
    FIRST,
    INVOICES,
    KARIN,
    NILS,
    NOW,
    ODD,
    OWN,
    PEOPLE,
    box,
    lay,
    left,
    letter,
    marks,
    register,
    town,
)
from servers.dovecot import Dovecot
from servers.people import Peopled

from bot.archives import open_archive
from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Act, Category
from bot.registers.erasures.rowplan import Fate, RowPlan, Rules
from bot.registers.mails.mailbox import MailboxRegister
from bot.registers.maps.periods import Kind, Period
from bot.registers.orders import Order
from bot.registers.records import RegisterUnavailable, Snapshot, search_keys, several_people
from bot.shell.mail_archive import PIECE, Envelope, MailArchive

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "mails.tar.xz"
RULES = Rules(
    periods={
        "bookkeeping": Period(kind=Kind.BOOKKEEPING),
        "rights": Period(kind=Kind.EVENT, event="case_closed", months=1),
    },
    closing="12-31",
)


def cells(snapshot: Snapshot) -> str:
    """Everything a copy holds, as one text."""
    return "|".join(cell for table in snapshot.tables for row in table.rows for cell in row)


def rows(snapshot: Snapshot) -> list[dict[str, str]]:
    """The rows of a copy by the names of their columns."""
    return [
        dict(zip((column.name for column in table.columns), row, strict=True))
        for table in snapshot.tables
        for row in table.rows
    ]


def keys_of(plan: RowPlan, fate: Fate) -> list[str]:
    """The folders of the places that a plan gives a fate."""
    found = [str(key) for row in plan.rows if row.fate is fate for key in row.keys]
    return sorted(key.split("\x1f")[0] for key in found)


def planned(mailbox: MailboxRegister, address: str = KARIN, on: datetime = NOW) -> RowPlan:
    """The plan of an erasure, as it comes back from the vault."""
    plan = mailbox.plan(address, RULES, on)
    assert plan is not None
    assert RowPlan.from_json(plan.to_json()) == plan
    return plan


def erasing(plan: RowPlan, address: str = KARIN) -> Order:
    """The order that carries out a plan."""
    return Order(Act.ERASE, address, NOW, plan=plan)


@pytest.mark.people("P20")
def test_exactly_hers_is_found_among_300_mails(dovecot: Dovecot) -> None:
    """Every mail whose From, To or Cc is hers, in every folder; no word of a neighbour's."""
    laid = town()
    lay(dovecot, laid.mails)
    mailbox = register(dovecot)
    everything = frozenset().union(*laid.planted.values())
    for person in PEOPLE:
        copy = mailbox.collect(person, NOW)
        found = {word for word in everything if word in cells(copy)}
        assert found == laid.planted[person]
        assert copy.counts() == {Category.CONTACT: len(found)}
    assert mailbox.collect("nobody@post.example", NOW).tables == ()
    assert mailbox.collect(KARIN, NOW).digest() == mailbox.collect(KARIN.upper(), NOW).digest()
    assert {flag for some in marks(dovecot).values() for flags in some for flag in flags} == set()


@pytest.mark.people("P20")
def test_a_copy_says_what_the_mail_says(mailserver: Peopled) -> None:
    """Day of receipt, the three fields, subject, text, the names of attachments; numbered."""
    first = letter(1, f'"Ek, Karin" <{KARIN}>', BOX, "Räksmörgås", Cc=f"Nils <{NILS}>")
    later = letter(2, BOX, KARIN, "Svar", Subject="=?utf-8?Q?Om_r=C3=A4kan?=")
    lay(mailserver, (("Sent", later, FIRST + timedelta(days=1)), (ODD, first, FIRST)))
    one, two = rows(register(mailserver).collect(KARIN, NOW))
    assert one == {
        "number": "1",
        "date": "2024-01-02T09:00:00+01:00",
        "from": f'"Ek, Karin" <{KARIN}>',
        "to": BOX,
        "cc": f"Nils <{NILS}>",
        "subject": "Ärende 1",
        "text": "Räksmörgås",
        "attachments": "",
        "folders": ODD,
        "unread": "",
    }
    assert (two["number"], two["subject"], two["folders"]) == ("2", "Om räkan", "Sent")


@pytest.mark.people("P20")
def test_a_mail_in_two_folders_is_copied_once_and_erased_twice(dovecot: Dovecot) -> None:
    """Copies are one row; each place of them is in the plan. A borrowed Message-ID is no copy."""
    raw, other = letter(1, KARIN, BOX, "en"), letter(1, KARIN, BOX, "en annan")
    lay(dovecot, (("INBOX", raw, FIRST), (ODD, raw, FIRST), ("Trash", other, FIRST)))
    mailbox = register(dovecot)
    found = rows(mailbox.collect(KARIN, NOW))
    assert sorted(row["folders"] for row in found) == [f"INBOX, {ODD}", "Trash"]
    assert keys_of(planned(mailbox), Fate.DELETE) == ["INBOX", ODD, "Trash"]


@pytest.mark.people("P01", "P20")
def test_a_record_is_an_address(mailserver: Peopled) -> None:
    """It proves itself alone, names nobody, and its day is that of the last mail but this one."""
    lay(
        mailserver,
        (
            ("INBOX", letter(1, KARIN, BOX, "en"), FIRST),
            ("Sent", letter(2, BOX, f"{KARIN}, {NILS}", "två"), FIRST + timedelta(days=5)),
            (OWN, letter(3, KARIN, BOX, "Vad har ni om mig?"), NOW),
            ("INBOX", letter(3, KARIN, BOX, "Vad har ni om mig?"), NOW),
        ),
    )
    mailbox = register(mailserver)
    karin, nils = mailbox.look_up(search_keys([KARIN, NILS], names=["Karin Ek"]), whole=True)
    assert karin.key == f"mail/{KARIN}"
    assert karin.addresses == {KARIN}
    assert (karin.registered, karin.related) == (date(2024, 1, 2), date(2024, 1, 7))
    assert (karin.names, karin.mail_only) == ((), True)
    assert karin.categories == {Category.CONTACT}
    assert nils.related == date(2024, 1, 7)
    assert not several_people([karin], KARIN)
    assert mailbox.look_up(search_keys(names=["Karin Ek"], customer_numbers=["K-1001"])) == ()


@pytest.mark.people("P01")
def test_our_own_address_is_nobodys_key(mailserver: Peopled) -> None:
    """Every mail has it; whoever proves it gets none of them."""
    lay(mailserver, (("INBOX", letter(1, KARIN, BOX, "en"), FIRST),))
    mailbox = register(mailserver)
    for own in (BOX, BOX.upper(), "anna@allkontor.example"):
        assert mailbox.look_up(search_keys([own])) == ()
        assert mailbox.collect(own, NOW).tables == ()
        assert planned(mailbox, own).rows == ()


@pytest.mark.people("P20")
def test_what_only_names_her_is_a_candidate(dovecot: Dovecot) -> None:
    """Number, name, personnummer or address in a text: counted, and never collected."""
    texts = (
        "Kund K-1001 har ringt.",
        "Karin Ek ringde, hon är arg.",
        "Ek, Karin: se ovan",
        f"Skriv till {KARIN}.",
        "Hon är 19000101-9801.",
        "Personnr 000101 9801",
    )
    others = ("Kund K-10015", "Karin Eklund och Ek", "Karin hälsar", f"x{KARIN}", "Ek")
    said = [letter(n, NILS, BOX, text) for n, text in enumerate((*texts, *others))]
    plus = letter(90, "karin.ek+shop@post.example", BOX, "hej")
    hidden = letter(91, BOX, NILS, "hej", Bcc=KARIN)
    hers = letter(92, KARIN, BOX, "Jag, Karin Ek, kund K-1001")
    lay(dovecot, tuple((ODD, raw, FIRST) for raw in (*said, plus, hidden, hers)))
    mailbox = register(dovecot)
    keys = search_keys([KARIN], ["K-1001", "17"], ["19000101-9801"], ["Karin Ek"])
    found = mailbox.candidates(keys)
    assert [one.place.uid for one in found] == [1, 2, 3, 4, 5, 6, 12, 13]
    assert {one.place.folder for one in found} == {ODD}
    assert {one.day for one in found} == {date(2024, 1, 2)}
    assert len({one.digest for one in found}) == len(found)
    assert "Karin" not in repr(found)
    assert [row["text"].strip() for row in rows(mailbox.collect(KARIN, NOW))] == [
        "Jag, Karin Ek, kund K-1001"
    ]
    assert keys_of(planned(mailbox), Fate.DELETE) == [ODD]


def mixed() -> tuple[tuple[str, bytes, datetime], ...]:
    """Mail that goes, mail that a law keeps, and mail that is others' too."""
    old = datetime(2016, 5, 2, tzinfo=UTC)
    return (
        ("INBOX", letter(1, KARIN, BOX, "hennes", Cc=NILS), FIRST),
        ("Sent", letter(2, "anna@allkontor.example", KARIN, "vårt svar", Cc=BOX), FIRST),
        (INVOICES, letter(3, BOX, KARIN, "faktura"), FIRST),
        (INVOICES, letter(4, BOX, KARIN, "gammal faktura"), old),
        ("Sent", letter(5, BOX, f"{NILS}, {KARIN}", "till två"), FIRST),
        ("INBOX", letter(6, NILS, BOX, "hans", Cc=KARIN), FIRST),
        (OWN, letter(7, KARIN, BOX, "Radera mig"), NOW - timedelta(days=1)),
        ("INBOX", letter(8, NILS, BOX, "bara hans"), FIRST),
        ("Sent", letter(9, BOX, KARIN, "x", Subject="Faktura 17"), FIRST),
        ("INBOX", letter(10, KARIN, BOX, "x", Subject="Faktura 17 är fel"), FIRST),
        ("INBOX", letter(11, "bill@norrbud.example", KARIN, "x", Cc=BOX), FIRST),
    )


INVOICED = {
    "purpose": "bookkeeping",
    "folders": [INVOICES],
    "subjects": ["faktura "],
    "senders": ["@norrbud.example"],
}


@pytest.mark.people("P20")
def test_a_plan_says_what_goes_what_stays_and_what_is_asked(dovecot: Dovecot) -> None:
    """Bookkeeping until its last day, by folder, sender or our own subject; others' is asked."""
    lay(dovecot, mixed())
    plan = planned(register(dovecot, bookkeeping=INVOICED))
    assert keys_of(plan, Fate.DELETE) == [INVOICES, "INBOX", "INBOX", "Sent"]
    kept = {(row.law, row.until, row.event): len(row.keys) for row in plan.rows if row.law}
    assert kept == {
        ("bookkeeping", date(2031, 12, 31), ""): 3,
        ("rights", None, "case_closed"): 1,
    }
    assert keys_of(plan, Fate.ASK) == ["INBOX", "Sent"]
    assert [row.counts for row in plan.rows if row.fate is Fate.ASK] == [((Category.CONTACT, 2),)]
    assert KARIN not in plan.to_json()


@pytest.mark.people("P20")
def test_what_nobody_has_said_is_asked(dovecot: Dovecot) -> None:
    """No rule of bookkeeping, no period, no fiscal year: people, never a default."""
    lay(dovecot, (("INBOX", letter(1, KARIN, BOX, "en"), FIRST),))
    silent = register(dovecot, bookkeeping=None)
    invoices = register(dovecot, bookkeeping={"purpose": "bookkeeping", "folders": ["INBOX"]})
    cases = (
        (silent, RULES, "bookkeeping"),
        (invoices, Rules(), "purposes.bookkeeping.retention"),
        (invoices, Rules(periods=RULES.periods), "companies.gavle.fiscal_year_end"),
    )
    for mailbox, rules, missing in cases:
        plan = mailbox.plan(KARIN, rules, NOW)
        assert plan is not None
        (row,) = plan.rows
        assert (row.fate, row.missing) == (Fate.ASK, (missing,))
    assert register(dovecot, writable=False).plan(KARIN, RULES, NOW) is None


@pytest.mark.people("P20")
def test_exactly_the_planned_mails_are_erased(mailserver: Peopled) -> None:
    """Nothing else goes, not even what a person marked as deleted; a repetition does no more."""
    lay(mailserver, mixed())
    with mailserver.person(BOX) as person:
        (nils,) = person.search(["HEADER", "Message-ID", "8@post.example"])
        person.add_flags([nils], [rb"\Deleted"])
    mailbox = register(mailserver, bookkeeping=INVOICED)
    plan = planned(mailbox)
    keys = search_keys([KARIN])
    assert [one.rows for one in mailbox.residue(plan, keys)] == [4]
    for _ in range(2):
        assert mailbox.carry_out(erasing(plan))
        numbers = sorted(numbers_of(raw for some in left(mailserver).values() for raw in some))
        assert numbers == [3, 5, 6, 7, 8, 9, 11]
        assert mailbox.residue(plan, keys) == ()


def numbers_of(mails: Iterable[bytes]) -> list[int]:
    """The numbers in the Message-IDs."""
    return [int(raw.split(b"Message-ID: <")[1].split(b"@")[0]) for raw in mails]


@pytest.mark.people("P20")
def test_what_hides_from_an_erasure_is_residue(dovecot: Dovecot) -> None:
    """A mail that was moved before the erasure is found by her address; a new one is not old."""
    lay(dovecot, (("INBOX", letter(1, KARIN, BOX, "en"), FIRST),))
    mailbox = register(dovecot)
    plan = planned(mailbox)
    with dovecot.person(BOX) as person:
        person.move(person.search("ALL"), ODD)
    lay(dovecot, (("INBOX", letter(2, KARIN, BOX, "INTE JAG"), NOW + timedelta(hours=1)),))
    assert mailbox.carry_out(erasing(plan))
    assert [(one.table, one.rows) for one in mailbox.residue(plan, search_keys([KARIN]))] == [
        ("mail", 1)
    ]
    assert mailbox.carry_out(erasing(planned(mailbox)))
    assert mailbox.residue(plan, search_keys([KARIN])) == ()


def test_a_mail_that_is_moved_while_the_folders_are_read_is_found(dovecot: Dovecot) -> None:
    """Out of a folder not yet read into one that was: a second look finds it there."""
    lay(dovecot, (("Trash", letter(1, KARIN, BOX, "en"), FIRST),))

    class Busy(MailArchive):
        """A mailbox in which somebody sorts mail meanwhile."""

        def envelopes(self, folder: str, after: int = 0) -> Iterator[Envelope]:
            """As ever; afterwards what is in the last folder goes to INBOX."""
            yield from super().envelopes(folder, after)
            if folder == "Sent":
                with dovecot.person(BOX, "Trash") as person:
                    if uids := person.search("ALL"):
                        person.move(uids, "INBOX")

    address = dovecot.address(BOX)
    mailbox = open_archive("post", box(address), address.password, door=Busy)
    assert [row["folders"] for row in rows(mailbox.collect(KARIN, NOW))] == ["INBOX"]


def test_a_renumbered_folder_is_planned_anew(dovecot: Dovecot) -> None:
    """UIDs that mean other mails now are never followed."""
    lay(dovecot, town(20).mails)
    mailbox = register(dovecot)
    plan, before = planned(mailbox), left(dovecot)
    dovecot.renumber()
    for ask in (
        lambda: mailbox.carry_out(erasing(plan)),
        lambda: mailbox.residue(plan, search_keys([KARIN])),
    ):
        with pytest.raises(RegisterUnavailable, match="plan it anew"):
            ask()
    assert left(dovecot) == before
    assert mailbox.carry_out(erasing(planned(mailbox)))


def test_a_plan_of_one_person_erases_nothing_of_another(dovecot: Dovecot) -> None:
    """An order for an address whose mails the planned ones are not stops before the first."""
    lay(dovecot, (("INBOX", letter(1, KARIN, BOX, "en"), FIRST),))
    mailbox = register(dovecot)
    with pytest.raises(RegisterUnavailable, match="plan the erasure anew"):
        mailbox.carry_out(erasing(planned(mailbox), NILS))
    assert len(left(dovecot)["INBOX"]) == 1


def test_people_do_what_the_mailbox_cannot(dovecot: Dovecot) -> None:
    """Without UIDPLUS or leave to write nothing is touched; other acts are people's, too."""
    lay(dovecot, (("INBOX", letter(1, KARIN, BOX, "en"), FIRST),))
    plan = planned(register(dovecot))
    assert not register(dovecot, frozenset({b"UIDPLUS"})).carry_out(erasing(plan))
    assert not register(dovecot, writable=False).carry_out(erasing(plan))
    mailbox = register(dovecot)
    assert not mailbox.carry_out(Order(Act.ERASE, KARIN, NOW))
    for act in set(Act) - {Act.ERASE}:
        assert not mailbox.carry_out(Order(act, KARIN, NOW, plan=plan))
    assert marks(dovecot)["INBOX"] == [()]
    assert mailbox.block_marketing(KARIN, NOW) is BlockOutcome.NOWHERE
    with pytest.raises(ValueError, match="address"):
        mailbox.block_marketing("Karin", NOW)


def test_a_server_that_is_down_is_said_without_a_name(dovecot: Dovecot) -> None:
    """No address and no password in the fault, whatever the server was asked for."""
    mailbox = register(dovecot)
    dovecot.stop()
    keys = search_keys([KARIN])
    for ask in (
        lambda: mailbox.look_up(keys),
        lambda: mailbox.collect(KARIN, NOW),
        lambda: mailbox.candidates(keys),
        lambda: mailbox.plan(KARIN, RULES, NOW),
    ):
        with pytest.raises(RegisterUnavailable) as fault:
            ask()
        assert str(fault.value).startswith("register post: the mail server does not answer")
        assert fault.value.__cause__ is None
        assert "@" not in str(fault.value)


@pytest.mark.people("P15")
def test_a_check_names_what_is_not_searched(dovecot: Dovecot) -> None:
    """A folder with mail that the map does not read, one that is not there, a missing UIDPLUS."""
    lay(dovecot, ((ODD, letter(1, KARIN, BOX, "en"), FIRST),))
    assert register(dovecot).problems() == []
    some = register(dovecot, folders=["INBOX", "Sänt"], impersonal=["Trash"], own_folder="Ärenden")
    said = some.problems()
    assert [one for one in said if '"Sänt"' in one and "there is no folder" in one]
    assert [one for one in said if '"Ärenden"' in one]
    assert [one for one in said if f'"{ODD}" holds mail and is not searched' in one]
    assert len(said) == 3
    (lacking,) = register(dovecot, frozenset({b"UIDPLUS"})).problems()
    assert "UIDPLUS" in lacking
    silent = register(dovecot, bookkeeping=None, own_kept_by=None).problems()
    assert ["bookkeeping" in silent[0], "own_kept_by" in silent[1]] == [True, True]
    dovecot.stop()
    (down,) = register(dovecot).problems()
    assert "password" in down


def test_a_large_mail_is_read_in_pieces(mailserver: Peopled) -> None:
    """Its text and the name of what hangs on it are there; what hangs on it is never decoded."""
    head, _, tail = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n"
        b"From: karin.ek@post.example\r\nTo: info.gavle@allkontor.example\r\n\r\n"
        b"--q\r\n\r\nplanterat ord\r\n--q\r\nContent-Type: application/pdf\r\n"
        b'Content-Disposition: attachment; filename="stor.pdf"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n@\r\n--q\r\n\r\nsist\r\n--q--\r\n"
    ).partition(b"@\r\n--q\r\n\r\n")
    raw = head + b"A" * 76 + (b"\r\n" + b"A" * 76) * (2 * PIECE // 78) + b"\r\n--q\r\n\r\n" + tail
    lay(mailserver, (("INBOX", raw, FIRST),))
    (row,) = rows(register(mailserver).collect(KARIN, NOW))
    assert (row["text"], row["attachments"], row["unread"]) == (
        "planterat ord\n\nsist",
        "stor.pdf",
        "",
    )


def test_odd_folders_are_read(dovecot: Dovecot) -> None:
    """A parent that holds no mail, signs that IMAP writes otherwise, and a name in digits."""
    folders = ("Kunder/A&B", "2024", 'Citat"tecken', "Å/Ä/Ö", "Skräp post (gammal)")
    with dovecot.person(BOX) as person:
        for number, folder in enumerate(folders):
            person.create_folder(folder)
            person.append(folder, letter(number, KARIN, BOX, f"i {number}"), msg_time=FIRST)
    mailbox = register(dovecot)
    assert {row["folders"] for row in rows(mailbox.collect(KARIN, NOW))} == set(folders)
    assert mailbox.carry_out(erasing(planned(mailbox)))
    assert mailbox.collect(KARIN, NOW).tables == ()


@pytest.mark.skipif(not CORPUS.exists(), reason=f"needs {CORPUS.name} of the shared corpus")
def test_odd_mails_neither_hide_hers_nor_stop_the_search(dovecot: Dovecot) -> None:
    """Among 661 odd and hostile mails hers are found, and any of them could be copied."""
    with tarfile.open(CORPUS) as archive:
        odd = [
            file.read()
            for member in archive
            if member.isfile()
            if (file := archive.extractfile(member))
        ]
    mails = [("INBOX", raw, FIRST) for raw in odd if raw and b"\0" not in raw]
    lay(dovecot, (*mails, (ODD, letter(1, KARIN, BOX, "planterat ord"), FIRST)))
    mailbox = register(dovecot)
    assert [row["folders"] for row in rows(mailbox.collect(KARIN, NOW))] == [ODD]
    assert mailbox.candidates(search_keys([KARIN], names=["Karin Ek"])) == ()
    with MailArchive(dovecot.address(BOX)) as opened:
        every = [one.uid for one in opened.envelopes("INBOX")]
        read = [opened.letter("INBOX", uid) for uid in every[::7]]
    assert len(every) == len(mails)
    assert [one.digest for one in read if one.unread == "broken"] == []
