"""Tokens, message ids, codes: unguessable, repeatable, and the same however they come back."""

import string
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest

from bot.mail.codes import ALPHABET, candidates, normalise
from bot.mail.tokens import (
    Claim,
    code_from,
    code_hash,
    find,
    is_ours,
    mail_id,
    message_id,
    passphrase_from,
    same,
    token,
)

KEY = b"k" * 32
DOMAIN = "rightsbot.example"
CLAIM = Claim(matter="17", case=1, step=2, person="anna", company="gavle", nonce="n1")


def randomness(number: int) -> bytes:
    """Thirty-two bytes, always the same for a number."""
    return sha256(str(number).encode()).digest()


def test_a_token_can_be_made_again() -> None:
    """The same claim and key give the same token, 160 bits of base32."""
    made = token(KEY, CLAIM)
    assert made == token(KEY, replace(CLAIM))
    assert len(made) == 32
    assert set(made) <= set(string.ascii_lowercase + "234567")


@pytest.mark.people("P09")
@pytest.mark.parametrize(
    "other",
    [
        {"matter": "18"},
        {"case": 2},
        {"step": 3},
        {"person": "bo"},
        {"company": "mora"},
        {"nonce": "n2"},
    ],
)
def test_a_token_belongs_to_one_prompt_and_one_person(other: dict[str, str]) -> None:
    """Change any part of the claim and the token is another."""
    assert token(KEY, CLAIM) != token(KEY, replace(CLAIM, **other))  # type: ignore[arg-type]


def test_a_token_needs_the_key() -> None:
    """Who knows all of the claim but not the key cannot make it."""
    assert token(KEY, CLAIM) != token(b"x" * 32, CLAIM)


def test_parts_never_run_together() -> None:
    """`ab` and `c` are another claim than `a` and `bc`."""
    one = replace(CLAIM, person="ab", company="c")
    assert token(KEY, one) != token(KEY, replace(CLAIM, person="a", company="bc"))


def test_a_token_is_found_among_the_ids_of_a_reply() -> None:
    """Also with brackets, in another case, twice, and beside others' ids."""
    made = token(KEY, CLAIM)
    ours = message_id(made, DOMAIN)
    ids = ["x@y.example", ours.upper(), f"<{ours}>", mail_id(KEY, "send:1", DOMAIN)]
    assert find(ids, DOMAIN) == (made,)


@pytest.mark.parametrize(
    "domain", ["evil.example", "rightsbot.example.evil.example", "rightsbotxexample"]
)
def test_an_id_of_another_domain_holds_no_token(domain: str) -> None:
    """The right side must be ours to the letter."""
    assert find([message_id(token(KEY, CLAIM), domain)], DOMAIN) == ()


def test_a_repeated_effect_has_the_same_message_id() -> None:
    """A crash between sending and marking gives one mail twice and not two mails."""
    assert mail_id(KEY, "ack:17", DOMAIN) == mail_id(KEY, "ack:17", DOMAIN)
    assert mail_id(KEY, "ack:17", DOMAIN) != mail_id(KEY, "ack:18", DOMAIN)


def test_our_ids_are_known_by_their_shape() -> None:
    """Prompts and plain mails alike; a stranger's id is none."""
    assert is_ours(message_id(token(KEY, CLAIM), DOMAIN), DOMAIN)
    assert is_ours(f"<{mail_id(KEY, 'a', DOMAIN)}>", DOMAIN)
    assert not is_ours("m.abc@rightsbot.example", DOMAIN)
    assert not is_ours(mail_id(KEY, "a", "other.example"), DOMAIN)


def test_secrets_are_compared_as_they_are() -> None:
    """Equal is equal, also with letters outside ASCII."""
    assert same("å1", "å1")
    assert not same("å1", "å2")


@pytest.mark.law("L73")
def test_a_code_is_one_that_the_reader_knows_again() -> None:
    """Every code has two letters, two digits, no look-alike, and is found in a reply."""
    for number in range(500):
        code = code_from(randomness(number))
        assert normalise(code) == code
        assert candidates(f"KOD {code}") == (code,)


@pytest.mark.law("L73")
def test_codes_favour_no_sign() -> None:
    """Over four thousand codes each letter, and each digit, comes about equally often."""
    counts = Counter(
        sign for number in range(4000) for sign in code_from(randomness(number)) if sign != "-"
    )
    assert set(counts) == set(ALPHABET)
    for kind in (string.digits, string.ascii_uppercase):
        seen = [count for sign, count in counts.items() if sign in kind]
        assert max(seen) < 1.3 * min(seen)


def test_no_two_draws_give_one_code() -> None:
    """Other randomness, another code."""
    assert len({code_from(randomness(number)) for number in range(2000)}) == 2000


def test_a_passphrase_has_eighty_bits_and_is_easily_typed() -> None:
    """Five groups of four from the same alphabet: 98 bits."""
    groups = passphrase_from(randomness(1)).split("-")
    assert [len(group) for group in groups] == [4] * 5
    assert set("".join(groups)) <= set(ALPHABET)
    assert len(ALPHABET) ** 20 > 2**80


def test_too_little_randomness_is_refused() -> None:
    """Eight bytes do not make a secret."""
    with pytest.raises(ValueError, match="16 random bytes, not 8"):
        code_from(b"12345678")


def test_a_code_is_one_however_it_was_typed() -> None:
    """Case, dash and blanks do not matter; the hash tells nothing without the key."""
    stored = code_hash(KEY, "K7RM-2QXP")
    assert {code_hash(KEY, typed) for typed in ("k7rm2qxp", " K7RM 2QXP ", "k7rm–2qxp")} == {stored}
    assert code_hash(KEY, "K7RM-2QXR") != stored
    assert code_hash(b"x" * 32, "K7RM-2QXP") != stored
    assert "K7RM" not in stored.upper()
