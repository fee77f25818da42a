import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from bot.mail.porter import Known
from bot.reading import read_paths

KNOWN = Known(
    own_addresses=frozenset({"info.gavle@allkontor.example"}),
    staff=frozenset({"anna.berg@gavle.allkontor.example"}),
    command_words=frozenset({"godkänn"}),
)
WISH = "Hej! Jag begär registerutdrag enligt artikel 15 i GDPR. Mvh Maja Ek"
ORDER = "Hej! Vi vill beställa tre kartonger kopieringspapper till kontoret."
KEYS = ["id", "verdict", "rights", "language", "because", "may_answer", "problems"]
Rows = list[dict[str, Any]]


def eml(text: str, sender: str = "maja.ek@example.com") -> bytes:
    """One small mail."""
    head = f"From: {sender}\nTo: info.gavle@allkontor.example\nSubject: Hej\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}".encode()


@pytest.fixture
def read() -> Callable[..., Rows]:
    """Reads paths and gives the rows that were printed."""

    def read(*paths: Path) -> Rows:
        out = StringIO()
        assert read_paths(paths, KNOWN, out) == 0
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return read


def test_a_mail_becomes_one_row(read: Callable[..., Rows], tmp_path: Path) -> None:
    """A file is named by its name, and the row has exactly the agreed keys in their order."""
    path = tmp_path / "begäran.eml"
    path.write_bytes(eml(WISH))
    (row,) = read(path)
    assert list(row) == KEYS
    assert (row["id"], row["verdict"], row["rights"]) == ("begäran.eml", "request", ["access"])
    assert (row["language"], row["may_answer"], row["problems"]) == ("sv", True, [])
    assert row["because"]


def test_a_folder_is_read_in_the_order_of_its_names(
    read: Callable[..., Rows], tmp_path: Path
) -> None:
    """Every file below it, whatever its ending, named from the folder with plain slashes."""
    for name, raw in {"b/2.txt": eml(ORDER), "a.eml": eml(WISH), "b/1": b"\x89PNG\0\0"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    rows = read(tmp_path)
    assert [row["id"] for row in rows] == ["a.eml", "b/1", "b/2.txt"]
    assert [row["verdict"] for row in rows] == ["request", "unreadable", "ordinary"]


def test_a_list_of_texts_needs_no_senders(read: Callable[..., Rows], tmp_path: Path) -> None:
    """A row of id, subject and body is read as a mail; without a sender it may be answered."""
    path = tmp_path / "mails.jsonl"
    rows = [
        {"id": "x", "subject": "Registerutdrag", "body": WISH, "label": "access"},
        {"id": 7, "subject": None, "body": ORDER, "from": "no-reply@example.com"},
        {"id": "s", "body": "GODKÄNN", "from": "Anna <anna.berg@gavle.allkontor.example>"},
        {"id": "a", "subject": "Autosvar: hej\nBcc: x@example.com", "body": WISH},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    found = read(path)
    assert [row["id"] for row in found] == ["x", 7, "s", "a"]
    assert [row["verdict"] for row in found] == ["request", "ordinary", "command", "machine"]
    assert [row["may_answer"] for row in found] == [True, False, True, False]
    assert found[0]["problems"] == []


def test_what_cannot_be_read_is_a_row_too(read: Callable[..., Rows], tmp_path: Path) -> None:
    """Bad lines, empty mails and paths that are not there keep their place in the order."""
    path = tmp_path / "mails.jsonl"
    path.write_bytes(b'{"id": "a"\n\n[1]\n\xff\n{"id": "\\ud800", "body": "Hej"}\n')
    empty = tmp_path / "empty.eml"
    empty.write_bytes(b"")
    rows = read(tmp_path / "missing.eml", path, empty)
    assert [row["id"] for row in rows] == [
        "missing.eml",
        "mails.jsonl:1",
        "mails.jsonl:3",
        "mails.jsonl:4",
        "\ud800",
        "empty.eml",
    ]
    assert [row["verdict"] for row in rows] == [*["unreadable"] * 4, "ordinary", "unreadable"]
    assert all(row["problems"] for row in rows if row["verdict"] == "unreadable")


def test_a_missing_path_is_said_on_stderr(
    read: Callable[..., Rows], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever mistypes a name is told beside the rows."""
    read(tmp_path / "missing.eml")
    assert "missing.eml: there is no such file or folder" in capsys.readouterr().err


@pytest.mark.people("P15")
def test_a_forwarded_request_is_for_a_human(read: Callable[..., Rows], tmp_path: Path) -> None:
    """Whose wish it is when somebody passes it on, the bot does not decide."""
    path = tmp_path / "vb.eml"
    path.write_bytes(eml(f"---------- Forwarded message ---------\nFrån: Maja\n\n{WISH}"))
    (row,) = read(path)
    assert (row["verdict"], row["rights"][:1]) == ("unsure", ["access"])
