"""What binds a reply to a case, a step and a person, and the codes that prove an address.

Pure: keys and randomness are arguments. Message ids go without angle brackets.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from bot.mail.codes import ALPHABET, LENGTH, normalise

_SEAL_BYTES = 20  # 160 bits, which base32 writes without padding
_SEAL = "[a-z2-7]{32}"
_GROUP = 4
_PASSPHRASE_GROUPS = 5  # 20 signs of 30: 98 bits
_LEAST_RANDOMNESS = 16


@dataclass(frozen=True)
class Claim:
    """What one staff prompt is about: for whom it is, and for which step of which case.

    `nonce` is drawn when the prompt is gathered and stored with it, so that the token can be
    made again and yet guessed by nobody.
    """

    matter: str
    case: int
    step: int
    person: str
    company: str
    nonce: str


def _seal(key: bytes, purpose: str, parts: Iterable[object]) -> str:
    """HMAC-SHA256 over a purpose and parts, each with its length, so that none runs together."""
    written = "".join(f"{len(text)}:{text}" for text in (purpose, *map(str, parts)))
    digest = hmac.digest(key, written.encode(), "sha256")[:_SEAL_BYTES]
    return base64.b32encode(digest).decode().lower()


def token(key: bytes, claim: Claim) -> str:
    """The token of one prompt: 32 signs of lower-case base32, 160 bits."""
    return _seal(key, "prompt", astuple(claim))


def message_id(prompt_token: str, domain: str) -> str:
    """The Message-ID that carries a prompt's token."""
    return f"t.{prompt_token}@{domain}"


def mail_id(key: bytes, effect_key: str, domain: str) -> str:
    """The Message-ID of a mail without token: the same whenever the same effect is repeated."""
    return f"m.{_seal(key, 'mail', [effect_key])}@{domain}"


def find(ids: Iterable[str], domain: str) -> tuple[str, ...]:
    """Every token among the ids that a reply names, in their order, none twice.

    Some servers change the case of an id on its way; base32 does not mind.
    """
    shape = re.compile(rf"<?t\.({_SEAL})@{re.escape(domain)}>?", re.IGNORECASE)
    found = (shape.fullmatch(each.strip()) for each in ids)
    return tuple(dict.fromkeys(match[1].lower() for match in found if match))


def is_ours(mail_message_id: str, domain: str) -> bool:
    """Whether an id has the shape of one that we gave; proves nothing about who wrote it."""
    shape = rf"<?[tm]\.{_SEAL}@{re.escape(domain)}>?"
    return re.fullmatch(shape, mail_message_id.strip(), re.IGNORECASE) is not None


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def _signs(random: bytes) -> Iterator[str]:
    """An endless, unbiased stream of the alphabet's signs, stretched from enough randomness."""
    if len(random) < _LEAST_RANDOMNESS:
        raise ValueError(f"a secret needs {_LEAST_RANDOMNESS} random bytes, not {len(random)}")
    fair = 256 - 256 % len(ALPHABET)
    block = 0
    while True:
        for byte in hashlib.shake_256(random + block.to_bytes(4)).digest(64):
            if byte < fair:
                yield ALPHABET[byte % len(ALPHABET)]
        block += 1


def _groups(signs: str) -> str:
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def code_from(random: bytes) -> str:
    """A one-time code `XXXX-XXXX` from at least 16 random bytes.

    It has two letters and two digits at least, so that no word and no number looks like one.
    """
    stream = _signs(random)
    while True:
        code = normalise("".join(next(stream) for _ in range(LENGTH)))
        if code is not None:
            return code


def passphrase_from(random: bytes) -> str:
    """A passphrase of five groups of four signs (98 bits) from at least 16 random bytes."""
    stream = _signs(random)
    return _groups("".join(next(stream) for _ in range(_GROUP * _PASSPHRASE_GROUPS)))


def code_hash(key: bytes, code: str) -> str:
    """What is stored instead of a code, however it was typed: HMAC-SHA256 over its normal form."""
    return _seal(key, "code", [normalise(code) or code])
