"""`rightsbot read`: what the bot would make of mails, touching nothing.

Takes mails as files, folders of them, or lists of texts; gives one JSON object a mail, in order.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Final

from bot.classify.authorities import is_supervisor
from bot.classify.reader import read_text
from bot.core.vocabulary import Concern, Right, Road, Verdict
from bot.mail.charsets import one_line
from bot.mail.incoming import parse
from bot.mail.porter import Known, judge
from bot.mail.shapes import IncomingMail, Reading

_FORWARDS: Final = ("vb:", "fw:", "fwd:", "vs:", "wg:")
# a list of texts need not say who wrote them: then the text alone is judged
_SOMEBODY: Final = "somebody@rightsbot.invalid"


def read_paths(paths: Sequence[Path], known: Known, out: IO[str]) -> int:
    """Judge every mail below the paths and write one line of JSON each; the exit code, always 0.

    A `.jsonl` is a list of `{id, subject, body}`, `from` and `to` at will; any other file is one
    mail; of a folder every file, in the order of their names. A path that is not there and a mail
    that cannot be read are a line too, with the verdict `unreadable` and the problem.
    """
    for path in paths:
        for line in _lines(path, known):
            text = json.dumps(line, ensure_ascii=False)
            # half a sign, as in a file name that is no UTF-8, is printed as its JSON escape
            out.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
    return 0


def read_mail(mail: IncomingMail, *, in_matter: bool = False) -> Reading:
    """What a mail's words ask for; a forwarded mail is read too, but a human must say so.

    Whose wish it is when somebody passes it on without a wish of their own, no program knows: it
    takes nothing back. What an authority that supervises us sends is for a person, whatever it
    says, unless it is a letter to many. `in_matter`: it answers a mail of ours to a requester.
    """
    reading = read_text(mail.subject, mail.new_text, mail.quoted_text, in_matter=in_matter)
    if is_supervisor(mail.sender) and not mail.bulk_signals:
        return Reading(
            Road.SURE,
            (Right.HUMAN_ONLY,),
            reading.language,
            reading.because,
            concerns=(Concern.AUTHORITY,),
        )
    passed_on = not mail.new_text or mail.subject.casefold().startswith(_FORWARDS)
    if reading.road is not Road.NO or not (passed_on and mail.quoted_text):
        return reading
    below = read_text("", mail.quoted_text)
    return reading if below.road is Road.NO else _passed_on(below)


def _passed_on(below: Reading) -> Reading:
    return replace(below, road=Road.PERHAPS, only=False, withdraws=False, regrets=False)


def _lines(path: Path, known: Known) -> Iterator[dict[str, Any]]:
    if path.is_dir():
        files = [item for item in path.rglob("*") if item.is_file()]
        for item in sorted(files, key=lambda item: item.relative_to(path).as_posix()):
            yield _file(item, item.relative_to(path).as_posix(), known)
    elif not path.is_file():
        sys.stderr.write(f"{path}: there is no such file or folder\n")
        yield _unreadable(path.name or str(path), "no such file or folder")
    elif path.suffix.lower() == ".jsonl":
        yield from _list(path, known)
    else:
        yield _file(path, path.name, known)


def _file(path: Path, name: str, known: Known) -> dict[str, Any]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return _unreadable(name, f"cannot be opened: {error.strerror}")
    return _line(name, parse(raw), known)


def _list(path: Path, known: Known) -> Iterator[dict[str, Any]]:
    try:
        rows = path.read_bytes().split(b"\n")
    except OSError as error:
        yield _unreadable(path.name, f"cannot be opened: {error.strerror}")
        return
    for number, row in enumerate(rows, start=1):
        if row.strip(b" \t\r\xef\xbb\xbf"):
            yield _row(row, f"{path.name}:{number}", known)


def _row(row: bytes, place: str, known: Known) -> dict[str, Any]:
    try:
        found = json.loads(row.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return _unreadable(place, "not a line of JSON")
    if not isinstance(found, dict):
        return _unreadable(place, "not a JSON object")
    return _line(found.get("id", place), parse(_as_mail(found)), known)


def _as_mail(row: dict[str, Any]) -> bytes:
    """A mail of the few things that a list says of it, so that it is read as any other mail."""
    head = {
        "From": _said(row, "from") or _SOMEBODY,
        "To": _said(row, "to"),
        "Subject": _said(row, "subject"),
        "Content-Type": "text/plain; charset=utf-8",
    }
    lines = [f"{name}: {one_line(value)}" for name, value in head.items() if value]
    return "\n".join((*lines, "", _said(row, "body"))).encode("utf-8", "replace")


def _said(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)


def _line(name: object, mail: IncomingMail, known: Known) -> dict[str, Any]:
    try:
        reading = read_mail(mail)
    except Exception as error:  # noqa: BLE001 - one mail that breaks the reader must not hide the next
        return _unreadable(name, f"not read: {type(error).__name__}")
    judgement = judge(mail, reading, known)
    ordinary = judgement.verdict is Verdict.ORDINARY
    return {
        "id": name,
        "verdict": judgement.verdict.value,
        "rights": [right.value for right in judgement.rights],
        "language": reading.language,
        "because": list(judgement.because or (() if ordinary else judgement.why[:1])),
        "may_answer": judgement.may_answer,
        "problems": list(mail.problems),
    }


def _unreadable(name: object, problem: str) -> dict[str, Any]:
    return {
        "id": name,
        "verdict": Verdict.UNREADABLE.value,
        "rights": [],
        "language": "und",
        "because": [],
        "may_answer": False,
        "problems": [problem],
    }
