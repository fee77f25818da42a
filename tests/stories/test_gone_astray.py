"""An answer that reached the wrong person is an incident, with 72 hours to report it (Art. 33)."""

import pytest
from correspondence import Correspondence
from ways import to_the_answer, whole_way

ASTRAY = "FELSÄNT kuvertet gick till grannen"


@pytest.mark.law("L84")
@pytest.mark.parametrize("way", [to_the_answer, whole_way])
def test_one_word_of_staff_starts_the_72_hours(story: Correspondence, way: object) -> None:
    """On any mail about the matter, also when it is closed; the officer hears at once."""
    way(story)  # type: ignore[operator]
    story.anna.answers(story.anna.last, ASTRAY)
    assert "72 timmar" in story.anna.heard
    told = story.dpo.last
    assert "incident" in told.subject
    assert "artikel 33" in told.text
    assert "kuvertet" not in told.text


@pytest.mark.law("L84")
def test_the_officer_is_reminded_once_when_a_day_is_left(story: Correspondence) -> None:
    """Said twice it is one incident, with the first time."""
    to_the_answer(story)
    story.anna.answers(story.anna.last, ASTRAY)
    first = story.dpo.last
    story.winds(hours=5)
    story.anna.answers(story.anna.last, ASTRAY)
    story.winds(days=4)
    about = [one for one in story.dpo.mail if "incident" in one.subject]
    assert len(about) == 2
    assert "påminnelse" in about[-1].text
    assert about[-1].subject == first.subject
