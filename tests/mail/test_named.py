"""What a mail names besides its sender: addresses, customer numbers, the number of a cookie."""

import pytest

from bot.mail.incoming import parse
from bot.mail.named import Named, named_in


def named(text: str) -> Named:
    """What these words name, in a mail to one of our mailboxes."""
    raw = f"From: kim@post.example\nTo: info@firm.example\nSubject: Fråga\n\n{text}\n"
    return named_in(parse(raw.encode()), frozenset({"info@firm.example"}))


@pytest.mark.people("P30")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Numret i er cookie är 7f3a-91bc.", ("7f3a-91bc",)),
        ("Cookie: 7f3a91bc20", ("7f3a91bc20",)),
        ("Mitt cookie-nummer är 7f3a-91bc-20d4", ("7f3a-91bc-20d4",)),
        ("kakans nummer: 1234567890", ("1234567890",)),
        ("The cookie id is ab12cd34ef", ("ab12cd34ef",)),
        ("Jag godkänner inte era cookies eller kakor.", ()),
        ("Era cookies stör mig sedan 2024.", ()),
    ],
)
def test_the_number_of_a_cookie_is_read_where_it_is_called_so(
    text: str, number: tuple[str, ...]
) -> None:
    """As she reads it off in her browser; a year or a complaint about cookies is none."""
    assert named(text).cookies == number


def test_an_address_and_a_customer_number_are_named_once_and_ours_never() -> None:
    """Capitals and repetitions make no difference."""
    said = named(
        "Kundnr ab-1042, kundnummer AB-1042, kim@post.example och Info@Firm.example, bo@x.example"
    )
    assert (said.addresses, said.customer_numbers) == (("bo@x.example",), ("AB-1042",))
