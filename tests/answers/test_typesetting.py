"""Documents are typeset in a process of their own, which may die without a word."""

from pathlib import Path

import pytest

from bot.answers.typesetting import Typesetter, TypesettingError

PAGE = "#json(bytes(sys.inputs.data)).said"
ENDLESS = "#for a in range(30000) { for b in range(30000) { let c = a * b } }"
GREEDY = "#let it = range(1000)\n#while true { it = it + it }"


def page(folder: Path, source: str) -> Path:
    """A template with this source."""
    template = folder / "page.typ"
    template.write_text(source, "utf-8")
    return template


@pytest.mark.parametrize(
    ("source", "setter"),
    [(ENDLESS, Typesetter(most_seconds=0.5)), (GREEDY, Typesetter(most_memory=600_000_000))],
    ids=["endless", "greedy"],
)
def test_a_document_without_end_is_an_error_and_the_next_one_is_set(
    tmp_path: Path, source: str, setter: Typesetter
) -> None:
    """Neither time nor memory is taken from the bot; the error names the template alone."""
    with pytest.raises(TypesettingError) as caught:
        setter(page(tmp_path, source), '{"said": "Låtsasson"}', tmp_path)
    assert str(caught.value).startswith("mail_templates/page.typ")
    assert "Låtsasson" not in str(caught.value)
    assert setter(page(tmp_path, PAGE), '{"said": "x"}', tmp_path).startswith(b"%PDF")
    setter.close()


def test_a_process_that_was_killed_between_two_documents_is_started_again(tmp_path: Path) -> None:
    """Whoever ends it, the next document is set, and is the same."""
    setter = Typesetter()
    documents = []
    for _ in range(2):
        documents.append(setter(page(tmp_path, PAGE), '{"said": "Låtsasson"}', tmp_path))
        setter.close()
    first, second = documents
    assert first.startswith(b"%PDF")
    # but for the second in which it was made
    assert len(first) == len(second)


def test_a_long_document_leaves_no_process_behind(tmp_path: Path) -> None:
    """The memory that it took is given back."""
    setter = Typesetter()
    setter(page(tmp_path, PAGE), f'{{"said": "{"x " * 150_000}"}}', tmp_path)
    assert not setter.is_running
    setter(page(tmp_path, PAGE), '{"said": "x"}', tmp_path)
    assert setter.is_running
    setter.close()
