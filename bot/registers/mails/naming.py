"""Mails that only name a person: what a server is asked for, and whether a text really names her.

A server knows substrings alone, and each reads mails in its own way: what it finds is looked at
again, word by word. It is asked for pieces in ASCII where a key has any, which every server can.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import permutations

from bot.registers.keys import SearchKeys
from bot.registers.mails.archive import Letter
from bot.registers.records import Key

SHORTEST_NUMBER = 4
"""Signs: a shorter customer number stands in nearly every mail by chance."""
_FEWEST_NAMES = 2  # words: a first name alone is everybody's
_MOST_NAMES = 4  # words whose every order is tried
_PIECE = re.compile(r"[!-~]{2,}")
_NO_WORD = re.compile(r"[\W_]+")


def searches(keys: SearchKeys) -> Iterator[tuple[str, ...]]:
    """What to ask a server for: each tuple holds pieces that must all stand in a mail."""
    for address in sorted(keys.addresses):
        yield _ascii(address)
        local, _, domain = address.partition("@")
        yield _ascii(f"{local}+ @{domain}")
    yield from (_ascii(number) for number in sorted(_numbers(keys)))
    yield from ((number[2:8], number[8:]) for number in sorted(keys.personal_numbers))
    yield from (_ascii(name) for name in sorted(_names(keys)))


def named_in(letter: Letter, keys: SearchKeys) -> frozenset[Key]:
    """Of which kinds the keys are that a mail names, word by word, where people can read it."""
    lines = (letter.sender, letter.to, letter.cc, letter.beside, letter.subject, letter.text)
    said = unicodedata.normalize("NFC", "\n".join((*lines, *letter.attachments))).casefold()
    found = {kind for kind, pattern in _patterns(keys) if re.search(pattern, said)}
    spaced = f" {_words(said)} "
    if any(_stands_in(spaced, _words(name).split()) for name in _names(keys)):
        found.add(Key.NAME)
    return frozenset(found)


def _patterns(keys: SearchKeys) -> Iterator[tuple[Key, str]]:
    for address in keys.addresses:
        local, _, domain = address.partition("@")
        # RFC 5233: what stands after a plus is often, and not always, the same person's
        yield (
            Key.ADDRESS,
            rf"(?<![\w.+-]){re.escape(local)}(?:\+[^\s@<>]*)?@{re.escape(domain)}(?![\w-]|\.\w)",
        )
    for number in _numbers(keys):
        yield Key.CUSTOMER_NUMBER, rf"(?<!\w){re.escape(number)}(?!\w)"
    for number in keys.personal_numbers:
        century, birth, last = number[:2], number[2:8], number[8:]
        yield Key.PERSONAL_NUMBER, rf"(?<!\d)(?:{century})?{birth}[-+ ]?{last}(?!\d)"


def _numbers(keys: SearchKeys) -> set[str]:
    return {one for one in keys.customer_numbers if len(one) >= SHORTEST_NUMBER}


def _names(keys: SearchKeys) -> set[str]:
    return {one for one in keys.names if len(one.split()) >= _FEWEST_NAMES}


def _stands_in(spaced: str, name: list[str]) -> bool:
    """Whether the words of a name stand together, the first or the family name first."""
    if len(name) > _MOST_NAMES:
        return all(f" {word} " in spaced for word in name)
    return any(f" {' '.join(order)} " in spaced for order in permutations(name))


def _words(text: str) -> str:
    """Words with one space between them; a hyphen or an apostrophe is one as well."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def _ascii(text: str) -> tuple[str, ...]:
    """The pieces that every server compares; the words themselves where there are none."""
    return tuple(_PIECE.findall(text)) or tuple(text.split())
