"""The vault: snapshots, codes, passphrases; chunked, sealed, each with a last day.

It lies in the ledger's database, so that it is saved and seen with it. Sealed with AES-256-GCM
under a key derived from the key file; matter, name and place are bound into each chunk.
"""

from datetime import date

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import Session, col, delete, select

from bot.shell.keys import Draw, Keys
from bot.shell.tables import Artefact, Chunk

CHUNK = 64 * 1024
NONCE = 12


class Vault:
    """Works inside a transaction that the caller holds."""

    def __init__(self, session: Session, keys: Keys, draw: Draw) -> None:
        self._session = session
        self._cipher = AESGCM(keys.of("vault"))
        self._draw = draw

    def put(self, matter: str, name: str, content: bytes, last_day: date | None = None) -> None:
        """Keep bytes under a name, in the place of what stood there."""
        self.destroy(matter, name)
        artefact = Artefact(matter=matter, name=name, last_day=last_day)
        self._session.add(artefact)
        self._session.flush()
        if artefact.id is None:
            raise RuntimeError("the database gave an artefact no id")
        for place, start in enumerate(range(0, len(content), CHUNK)):
            piece = content[start : start + CHUNK]
            self._session.add(
                Chunk(artefact=artefact.id, place=place, sealed=self._seal(piece, artefact, place))
            )

    def get(self, matter: str, name: str) -> bytes | None:
        """The bytes under a name, or None where nothing is (any longer)."""
        artefact = self._find(matter, name)
        if artefact is None:
            return None
        chunks = self._session.exec(
            select(Chunk).where(Chunk.artefact == artefact.id).order_by(col(Chunk.place))
        )
        return b"".join(self._unseal(chunk, artefact) for chunk in chunks)

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
        return self._session.exec(
            select(Artefact).where(Artefact.matter == matter, Artefact.name == name)
        ).first()

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
