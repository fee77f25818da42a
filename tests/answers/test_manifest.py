"""No file leaves that is not hers, not this answer's, or not as it was made."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from answers_world import HELD, extract, shipped_map

from bot.answers.archive import seal
from bot.answers.manifest import PDF, ZIP, File, Manifest, Sending, Stamp, Wrong, listed, wrong
from bot.answers.parcel import Names, Wrapper, for_mail

PHRASE = "TALL-7K2M-9QXW-4HRD"
STAMP = Stamp("2026-0001", "kerstins-hash")
DIGESTS = {"gavle": "d1", "borlange": "d2"}
SENDING = Sending(STAMP, "kerstins-hash", DIGESTS, PHRASE)


def made(stamp: Stamp = STAMP, passphrase: str = PHRASE) -> tuple[File, ...]:
    """The extract and the portable copy of an answer."""
    wrapper = Wrapper(stamp, Names("registerutdrag-1", "uppgifter-1"), passphrase)
    both = [wrapper.access(extract()), wrapper.portability(extract(), shipped_map())]
    return for_mail(both, wrapper, 10_000_000)


FILES = made()
MANIFEST = listed(STAMP, DIGESTS, FILES, PHRASE)


@pytest.mark.law("L72")
def test_her_own_files_are_sent() -> None:
    """Two files, each listed with its hash, size and pages; the list holds nothing personal."""
    assert wrong(MANIFEST, FILES, SENDING) == ()
    assert [(one.name, one.size) for one in MANIFEST.files] == [
        (name, len(content)) for name, content, _ in FILES
    ]
    assert all(one.pages for one in MANIFEST.files)
    assert Manifest.from_json(MANIFEST.to_json()) == MANIFEST
    assert "post.example" not in MANIFEST.to_json()


@pytest.mark.law("L72")
@pytest.mark.parametrize(
    ("sending", "reason"),
    [
        (replace(SENDING, stamp=Stamp("2026-0002", STAMP.holder)), Wrong.OTHER_MATTER),
        (replace(SENDING, stamp=Stamp("2026-0001", "nils-hash")), Wrong.OTHER_PERSON),
        (replace(SENDING, recipient="nils-hash"), Wrong.OTHER_RECIPIENT),
        (replace(SENDING, collected={**DIGESTS, "mora": "d3"}), Wrong.OTHER_DATA),
        (replace(SENDING, passphrase="TALL-0000-0000-0000"), Wrong.UNREADABLE),
    ],
)
def test_what_the_files_were_not_made_for_stops_them(sending: Sending, reason: Wrong) -> None:
    """Another matter, another person, another address, other data, another passphrase."""
    assert reason in wrong(MANIFEST, FILES, sending)


@pytest.mark.law("L72")
@pytest.mark.parametrize(
    ("missing", "given", "reasons"),
    [
        (["mora"], DIGESTS, set()),
        ([], DIGESTS, {Wrong.MISSING_DATA}),
        (["borlange"], DIGESTS, {Wrong.MISSING_DATA}),
        (["mora"], {**DIGESTS, "mora": "d3"}, {Wrong.OTHER_DATA}),
    ],
)
def test_of_each_register_the_files_hold_the_copy_or_say_that_it_is_missing(
    missing: list[str], given: dict[str, str], reasons: set[Wrong]
) -> None:
    """What a silent register laid there before it fell silent is no copy of it."""
    sending = replace(SENDING, registers=frozenset({*DIGESTS, "mora"}), silent=frozenset({"mora"}))
    assert set(wrong(listed(STAMP, given, FILES, PHRASE, missing), FILES, sending)) == reasons
    never_asked = replace(sending, silent=frozenset())
    assert Wrong.MISSING_DATA in wrong(MANIFEST, FILES, never_asked)


def _swapped(files: tuple[File, ...]) -> tuple[File, ...]:
    """The name stays, the content is another person's of the same passphrase."""
    other = made(Stamp("2026-0009", "nils-hash"))
    return ((files[0][0], other[0][1], PDF), *files[1:])


def _changed(files: tuple[File, ...]) -> tuple[File, ...]:
    name, content, kind = files[0]
    return ((name, content + b"\n", kind), *files[1:])


@pytest.mark.law("L72")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_swapped, Wrong.CHANGED),
        (_swapped, Wrong.OTHER_STAMP),
        (_changed, Wrong.CHANGED),
        (lambda files: files[:1], Wrong.OTHER_FILES),
        (lambda files: (*files, files[0]), Wrong.OTHER_FILES),
    ],
)
def test_a_file_that_is_not_the_listed_one_stops_all(
    change: Callable[[tuple[File, ...]], tuple[File, ...]], reason: Wrong
) -> None:
    """Another person's, a changed, a missing and an added one."""
    assert reason in wrong(MANIFEST, change(FILES), SENDING)


@pytest.mark.law("L72")
def test_a_wrong_file_is_found_from_the_inside_though_the_list_was_made_from_it() -> None:
    """A list that was made of another's file says hers; the file itself says whose it is."""
    others = made(Stamp("2026-0009", "nils-hash"))
    assert wrong(listed(STAMP, DIGESTS, others, PHRASE), others, SENDING) == (Wrong.OTHER_STAMP,)
    packed = io.BytesIO()
    seal({"export.json": (b"{}",)}, PHRASE, packed)
    unsaid: tuple[File, ...] = (("x.zip", packed.getvalue(), ZIP),)
    assert wrong(listed(STAMP, DIGESTS, unsaid, PHRASE), unsaid, SENDING) == (Wrong.OTHER_STAMP,)


def test_an_answer_that_is_not_locked_is_looked_at_as_well() -> None:
    """Level 1: all that is held hangs on the address itself."""
    files = made(passphrase="")
    assert {kind for _, _, kind in files} == {PDF, ZIP}
    open_one = replace(SENDING, passphrase="")
    assert wrong(listed(STAMP, DIGESTS, files, ""), files, open_one) == ()
    assert HELD
