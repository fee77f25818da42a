from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from register_shop import Query

from bot.answers.glossary import contents, used_for
from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Category
from bot.demo.people import BO, EVA, KARIN, LEAP, NILS, PER, SIRI, THIEF, UNKNOWN
from bot.demo.person import REGISTERS
from bot.demo.unusual import SHIELDED
from bot.registers.records import Key, Register, Snapshot, search_keys

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
Registers = dict[str, Register]


def cells(snapshot: Snapshot) -> str:
    """Everything a copy holds, as one text."""
    return "|".join(cell for table in snapshot.tables for row in table.rows for cell in row)


def test_a_record_is_reached_by_each_of_its_keys(standing: Registers) -> None:
    """Address, number and name lead to the same row, in three unlike registers."""
    for name, register in standing.items():
        number = KARIN.customer_number(name)
        by = (
            search_keys(addresses=["KARIN.Forsbeck@post.example"]),
            search_keys(customer_numbers=[number.lower()]),
            search_keys(names=["Forsbeck Karin"]),
        )
        assert len({register.look_up(keys)[0].key for keys in by}) == 1
        assert [next(iter(register.look_up(keys)[0].hit_by)) for keys in by] == [
            Key.ADDRESS,
            Key.CUSTOMER_NUMBER,
            Key.NAME,
        ]


@pytest.mark.people("P01")
def test_a_personnummer_reaches_every_record_that_bears_it(standing: Registers) -> None:
    """However the register writes it, and whoever wrote it there."""
    keys = search_keys(personal_numbers=[NILS.personal_number])
    assert [record.addresses for record in standing["mora"].look_up(keys)] == [{THIEF.address}]
    short = search_keys(personal_numbers=[LEAP.personal_number.removeprefix("20")])
    assert [record.names for record in standing["borlange"].look_up(short)] == [(LEAP.name,)]


def test_a_record_says_what_identity_is_weighed_by(standing: Registers) -> None:
    """The name as on an envelope, the postal lines, and credit."""
    karin = standing["borlange"].look_up(search_keys([KARIN.address]))[0]
    assert karin.names == ("Karin Forsbeck",)
    assert karin.postal == ("Påhittsgatan 14", "802 55 Gävle")
    assert karin.more_postal == ()
    assert not karin.has_credit
    assert standing["gavle"].look_up(search_keys([NILS.address]))[0].has_credit
    siri = standing["mora"].look_up(search_keys([SIRI.address]))[0]
    assert (siri.postal, siri.customer_numbers) == ((), frozenset())
    assert karin.phones == {"0701740605"}


@pytest.mark.law("L36")
def test_a_copy_holds_every_row_that_is_hers(standing: Registers, query: Query) -> None:
    """Through every link: the lines of her purchases too, letter by letter."""
    snapshot = standing["gavle"].collect(KARIN.address, NOW)
    lines = query(
        "gavle",
        "SELECT l.id, purchase_id, article_no, quantity, amount FROM purchase_lines l"
        " JOIN purchases p ON p.id = purchase_id JOIN customers c ON c.id = customer_id"
        " WHERE customer_no = ?",
        KARIN.customer_number("gavle"),
    )
    copied = next(table for table in snapshot.tables if table.title == "Köpta varor")
    assert sorted(copied.rows) == sorted(tuple(map(str, line)) for line in lines)
    assert KARIN.phone in cells(snapshot)


@pytest.mark.law("L28")
def test_a_category_without_data_is_absent(standing: Registers) -> None:
    """The wide card has columns for credit; she has none."""
    held = standing["borlange"].collect(KARIN.address, NOW).counts()
    assert Category.CREDIT not in held
    assert held[Category.IDENTITY] == 1


def test_a_file_is_copied_as_the_spreadsheet_wrote_it(standing: Registers) -> None:
    """å, ×, inch marks and decimal commas come through windows-1252 unharmed."""
    bought = [t for t in standing["mora"].collect(EVA.address, NOW).tables if t.title == "Köp"]
    assert bought[0].rows
    assert all("," in row[5] and row[2] == EVA.customer_number("mora") for row in bought[0].rows)


@pytest.mark.people("P01")
def test_the_couples_mailbox_shows_neither_to_the_other(standing: Registers) -> None:
    """Two persons behind one address: the copy is empty."""
    assert standing["gavle"].collect(BO.address, NOW).tables == ()


@pytest.mark.people("P01")
def test_the_thief_sees_nothing_of_the_victim(standing: Registers) -> None:
    """The proof of the thief's mailbox opens the thief's own record and no other."""
    for register in standing.values():
        copy = cells(register.collect(THIEF.address, NOW))
        assert NILS.address not in copy
        assert "Låtsasvägen" not in copy
    assert standing["gavle"].collect(THIEF.address, NOW).tables == ()


def test_a_snapshot_survives_being_stored(standing: Registers) -> None:
    """Same content, same digest; one letter changed, another."""
    snapshot = standing["mora"].collect(KARIN.address, NOW)
    again = Snapshot.from_json(snapshot.to_json())
    assert again == snapshot
    assert again.digest() == snapshot.digest()
    assert Snapshot.from_json(snapshot.to_json().replace("Karin", "Carin")).digest() != (
        snapshot.digest()
    )


@pytest.mark.law("L50")
def test_a_block_switches_every_channel_off(registers: Registers, query: Query) -> None:
    """E-mail, SMS, letter and profiling of the one person; nobody else's."""
    before = query(
        "gavle", "SELECT sum(email), sum(sms), sum(letter), sum(profiling) FROM consents"
    )
    assert registers["gavle"].block_marketing(PER.address, NOW) is BlockOutcome.FOUND
    after = query("gavle", "SELECT sum(email), sum(sms), sum(letter), sum(profiling) FROM consents")
    assert after[0] == tuple(count - 1 for count in before[0])
    assert registers["borlange"].block_marketing(PER.address, NOW) is BlockOutcome.FOUND
    number = int(PER.customer_number("borlange"))
    channels = "SELECT samtycke_epost, samtycke_sms, samtycke_brev FROM kund WHERE kundnr = ?"
    assert query("borlange", channels, number) == [("N", "N", "N")]


@pytest.mark.people("P14")
def test_an_address_that_no_list_holds_is_blocked_all_the_same(
    registers: Registers, query: Query
) -> None:
    """And again without harm: one row, the first day."""
    later = datetime(2026, 4, 1, tzinfo=UTC)
    for day in (NOW, later):
        outcome = registers["mora"].block_marketing(UNKNOWN.address.upper(), day)
        assert outcome is BlockOutcome.NOWHERE
    assert query("mora", "SELECT * FROM stop_list") == [(UNKNOWN.address, "2026-03-05")]


@pytest.mark.people("P01")
def test_a_shared_address_loses_its_mailings_and_nobody_loses_letters(
    registers: Registers, query: Query
) -> None:
    """E-mail to the couple's mailbox stops; SMS and letters wait for a human."""
    theirs = (
        "SELECT {} FROM consents s JOIN contacts c USING (customer_id) WHERE c.email = ?"
        " ORDER BY s.id"
    )
    before = query("gavle", theirs.format("sms, letter, profiling"), BO.address)
    assert registers["gavle"].block_marketing(BO.address, NOW) is BlockOutcome.SHARED
    assert query("gavle", theirs.format("s.email"), BO.address) == [(0,), (0,)]
    assert query("gavle", theirs.format("sms, letter, profiling"), BO.address) == before


@pytest.mark.people("P01")
def test_an_address_shared_elsewhere_loses_its_mailings_alone(
    registers: Registers, query: Query
) -> None:
    """Mora knows Eva only; that Gävle knows both spares her letters."""
    letters = "SELECT by_sms, by_post FROM newsletter WHERE member_no = ?"
    before = query("mora", letters, EVA.customer_number("mora"))
    outcome = registers["mora"].block_marketing(EVA.address, NOW, email_only=True)
    assert outcome is BlockOutcome.SHARED
    assert query("mora", letters, EVA.customer_number("mora")) == before


@pytest.mark.people("P05")
def test_a_block_says_that_it_met_a_protected_identity(registers: Registers, query: Query) -> None:
    """Blocked as everybody else is; the register that has not heard of it says what it knows."""
    outcomes = [registers[name].block_marketing(SHIELDED.address, NOW) for name in REGISTERS]
    assert set(outcomes) == {BlockOutcome.PROTECTED, BlockOutcome.FOUND, BlockOutcome.NOWHERE}
    listed = 'SELECT "e-post" FROM "spärrlista"'
    assert query("borlange", listed) == [(SHIELDED.address,)]


@pytest.mark.law("L27")
def test_a_block_belongs_to_the_copy(registers: Registers) -> None:
    """What the block list holds of her is hers to see; who has no block is told of none."""

    def used() -> list[str]:
        copy = registers["mora"].collect(KARIN.address, NOW)
        return sorted(used_for(map(contents, copy.tables))[Category.CONSENTS] or ())

    assert used() == ["consent_record"]
    registers["mora"].block_marketing(KARIN.address, NOW)
    titles = [table.title for table in registers["mora"].collect(KARIN.address, NOW).tables]
    assert titles[-1] == "Spärrlista för utskick"
    assert used() == ["consent_record", "marketing_block"]


def test_what_is_no_address_is_not_blocked(registers: Registers) -> None:
    """A phone number in the wrong place would block nobody and look done."""
    with pytest.raises(ValueError, match="mail address"):
        registers["gavle"].block_marketing("070-174 06 05", NOW)


def test_letters_of_every_alphabet_find_each_other(one_table: Callable[..., Register]) -> None:
    """SQLite folds A to Z alone; the search folds the rest."""
    register = one_table(
        "corner", (1, "ÖBERG, ÅSA", None, "ÅSA@Öberg.Example"), (2, "Osa Oberg", "", "")
    )
    assert len(register.look_up(search_keys(["åsa@öberg.example"]))) == 1
    assert len(register.look_up(search_keys(names=["Åsa Öberg"]))) == 1


def test_a_wildcard_in_an_address_is_a_letter(one_table: Callable[..., Register]) -> None:
    """The underscore and the per cent sign match themselves."""
    register = one_table("corner", (1, "A", "", "aXb@x.example"), (2, "B", "", "a_b@x.example"))
    assert [r.names for r in register.look_up(search_keys(["a_b@x.example"]))] == [("B",)]
    assert not register.look_up(search_keys(["%@x.example"]))


def test_an_address_within_an_address_is_another(one_table: Callable[..., Register]) -> None:
    """anna@ does not find hanna@."""
    register = one_table("corner", (1, "Hanna", "", "hanna@x.example"))
    assert not register.look_up(search_keys(["anna@x.example"]))


def test_two_addresses_in_one_cell_both_lead_there(one_table: Callable[..., Register]) -> None:
    """As a clerk types them, with a comma between."""
    register = one_table("corner", (1, "Anna", "", "anna@x.example, anna@work.example"))
    assert register.look_up(search_keys(["anna@work.example"]))[0].names == ("Anna",)
