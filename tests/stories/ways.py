"""Stretches of the way that many stories share."""

from correspondence import ACCESS, Correspondence, Letter

from bot.demo.people import KARIN, DemoPerson


def to_the_letter(story: Correspondence, who: DemoPerson = KARIN) -> Letter:
    """She asks, her code comes back, her letter lies in the print folder."""
    customer = story.customer(who)
    customer.writes(ACCESS, "Registerutdrag")
    customer.returns_code()
    return story.letter()


def to_the_approval(story: Correspondence) -> Letter:
    """The letter is posted and answered; staff hold the draft."""
    letter = to_the_letter(story)
    story.winds(days=1)
    story.anna.answers(story.anna.last, "POSTAT")
    story.winds(days=2)
    story.customer(KARIN).writes(f"KOD {letter.code}", "Koden")
    return letter


def to_the_answer(story: Correspondence) -> Letter:
    """Approved and sent."""
    letter = to_the_approval(story)
    story.anna.answers(story.anna.last, "GODKÄNN")
    return letter


def whole_way(story: Correspondence) -> None:
    """From the first mail to the closed matter."""
    to_the_answer(story)
    story.winds(days=12)
