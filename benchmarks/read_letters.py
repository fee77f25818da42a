# ruff: noqa: INP001 - a program that is run by its path, in no package
"""How well the reader reads a file of labelled letters.

    python benchmarks/read_letters.py LETTERS.jsonl [--errors]

Each line holds `id, lang, label` (a list, the main right first; `not_request` alone), `subject`
and `body`. Prints counts for all letters and by language; `--errors` adds one line a letter that
was read otherwise than labelled (its id and rights, never its text).
"""

import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from bot.classify.reader import read_text
from bot.core.vocabulary import Road

_MOSTLY_ALIKE = {"nb": "no", "nn": "no"}


def main(arguments: list[str]) -> int:
    """Prints the figures; 0 also where the file is absent, which is said."""
    paths = [Path(word) for word in arguments if not word.startswith("-")]
    if not paths or not paths[0].is_file():
        _say(f"skipped: no letters at {paths[0] if paths else 'the path given'}")
        return 0
    letters = [json.loads(line) for line in paths[0].read_text("utf-8").splitlines() if line]
    read_text("", "varm upp: hej, what is this?")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    began = time.perf_counter()
    for letter in letters:
        seen, error = _judge(letter)
        for group in ("all", letter["lang"]):
            counts[group].update(seen)
        if error and "--errors" in arguments:
            _say(error)
    spent = (time.perf_counter() - began) / max(len(letters), 1)
    for group, count in counts.items():
        _say(_line(group, count))
    _say(f"{spent * 1000:.2f} ms a letter")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _judge(letter: dict[str, object]) -> tuple[list[str], str]:
    label = [str(right) for right in letter["label"]]  # type: ignore[attr-defined]
    reading = read_text(str(letter.get("subject") or ""), str(letter.get("body") or ""))
    rights = [right.value for right in reading.rights]
    seen = ["letters", f"is {reading.road}"]
    spoken = _MOSTLY_ALIKE.get(str(letter["lang"]), str(letter["lang"]))
    seen += ["language right"] if reading.language == spoken else []
    wrong = ""
    if label == ["not_request"]:
        seen += ["ordinary", f"ordinary {reading.road}"]
        wrong = "" if reading.road is Road.NO else "FALSE"
    else:
        seen += ["requests", f"request {reading.road}"]
        seen += ["main right"] if rights[:1] == label[:1] else []
        seen += ["all rights"] if set(rights) == set(label) else []
        seen += ["main among"] if label[0] in rights else []
        wrong = "MISSED" if not rights else "" if rights[:1] == label[:1] else "OTHER"
        wrong = wrong or ("" if set(rights) == set(label) else "set")
    line = f"{wrong:7}{letter['id']} {reading.road} {reading.language} {label} <- {rights}"
    return seen, line if wrong else ""


def _line(group: str, count: Counter[str]) -> str:
    asked, ordinary = count["requests"], count["ordinary"]
    caught = count["request sure"] + count["request perhaps"]
    return (
        f"{group:4} {count['letters']:4} letters | requests {asked:3}: caught {caught}, "
        f"sure {count['request sure']}, main right {count['main right']}, "
        f"main among {count['main among']}, all rights {count['all rights']} | "
        f"ordinary {ordinary:3}: sure {count['ordinary sure']}, perhaps {count['ordinary perhaps']}"
        f" | language {count['language right']}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
