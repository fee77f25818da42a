"""The vault: snapshots, codes, passphrases; chunked, sealed, each with a last day.

It lies in the ledger's database, so that it is saved and seen with it. Sealed with AES-256-GCM
under a key derived from the key file; matter, name and place are bound into each chunk.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from bot.shell.keys import Draw, Keys
from bot.shell.tables import Artefact, Chunk

CHUNK = 64 * 1024
NONCE = 12
_AT_ONCE = 16

# asked for every variable of every mail, so put into words once
_NAMED = select(Artefact).where(
    Artefact.matter == bindparam("of"), Artefact.name == bindparam("name")
)
_CHUNKS = (
    select(Chunk)
    .where(Chunk.artefact == bindparam("of"))
    .order_by(col(Chunk.place))
    .execution_options(yield_per=_AT_ONCE)
)


class Vault:
    """Works inside a transaction that the caller holds."""

    def __init__(self, session: Session, keys: Keys, draw: Draw) -> None:
        self._session = session
        self._cipher = AESGCM(keys.of("vault"))
        self._draw = draw

    def put(
        self,
        matter: str,
        name: str,
        content: bytes | Iterable[bytes],
        last_day: date | None = None,
    ) -> None:
        """Keep bytes, or what comes in pieces, under a name, in the place of what stood there."""
        self.destroy(matter, name)
        artefact = Artefact(matter=matter, name=name, last_day=last_day)
        self._session.add(artefact)
        self._session.flush()
        if artefact.id is None:
            raise RuntimeError("the database gave an artefact no id")
        pieces = [content] if isinstance(content, bytes) else content
        for place, piece in enumerate(_evenly(pieces)):
            sealed = self._seal(piece, artefact, place)
            self._session.add(Chunk(artefact=artefact.id, place=place, sealed=sealed))
            # a long one never lies in memory whole
            self._session.flush()

    def get(self, matter: str, name: str) -> bytes | None:
        """The bytes under a name, or None where nothing is (any longer)."""
        pieces = self.pieces(matter, name)
        return None if pieces is None else b"".join(pieces)

    def pieces(self, matter: str, name: str) -> Iterator[bytes] | None:
        """The same bytes in pieces, for what may be long; to be read in this transaction."""
        artefact = self._find(matter, name)
        return None if artefact is None else self._unsealed(artefact)

    def _unsealed(self, artefact: Artefact) -> Iterator[bytes]:
        for chunk in self._session.exec(_CHUNKS, params={"of": artefact.id}):
            yield self._unseal(chunk, artefact)

    def destroy(self, matter: str, name: str) -> None:
        """Nothing stands under the name afterwards."""
        artefact = self._find(matter, name)
        if artefact is not None:
            self._remove(artefact)

    def destroy_starting(self, matter: str, prefix: str) -> None:
        """Destroy everything of a matter whose name begins so; an empty prefix is everything."""
        for artefact in self._session.exec(select(Artefact).where(Artefact.matter == matter)):
            if artefact.name.startswith(prefix):
                self._remove(artefact)

    def _find(self, matter: str, name: str) -> Artefact | None:
        return self._session.exec(_NAMED, params={"of": matter, "name": name}).first()

    def _remove(self, artefact: Artefact) -> None:
        self._session.exec(delete(Chunk).where(col(Chunk.artefact) == artefact.id))
        self._session.delete(artefact)
        self._session.flush()

    def _seal(self, piece: bytes, artefact: Artefact, place: int) -> bytes:
        nonce = self._draw(NONCE)
        return nonce + self._cipher.encrypt(nonce, piece, _bound(artefact, place))

    def _unseal(self, chunk: Chunk, artefact: Artefact) -> bytes:
        nonce, sealed = chunk.sealed[:NONCE], chunk.sealed[NONCE:]
        return self._cipher.decrypt(nonce, sealed, _bound(artefact, chunk.place))


def _bound(artefact: Artefact, place: int) -> bytes:
    return f"{artefact.matter}|{artefact.name}|{place}".encode()


def _evenly(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one size, the last one shorter."""
    held = b""
    for piece in pieces:
        held += piece
        whole = len(held) - len(held) % CHUNK
        for start in range(0, whole, CHUNK):
            yield held[start : start + CHUNK]
        held = held[whole:]
    if held:
        yield held
