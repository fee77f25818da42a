"""What holds for the door to electronic identification, and for the fake one that ships."""

import pytest

from bot.shell.identity_provider import (
    Assurance,
    Failed,
    FakeIdentityProvider,
    Identified,
    IdentityProvider,
    Invitation,
    Pending,
    ProviderUnavailable,
)

WORDS = Invitation("Öppna appen och tryck på Legitimera.", "Open the app and tap Identify.")
NILS = Identified(Assurance.HIGH, "199001012385", "Nils Wallgrund")


@pytest.fixture
def fake() -> FakeIdentityProvider:
    """A provider with whom nobody has begun."""
    return FakeIdentityProvider("Exempellegget", WORDS)


def test_the_fake_is_a_provider(fake: FakeIdentityProvider) -> None:
    """Whatever takes a provider takes the fake one."""
    provider: IdentityProvider = fake
    assert provider.name == "Exempellegget"
    assert provider.begin("a") == WORDS


def test_nobody_has_identified_until_somebody_does(fake: FakeIdentityProvider) -> None:
    """Then the answer stays the same, however often it is asked for."""
    fake.begin("a")
    assert fake.result("a") == Pending()
    fake.ends(NILS)
    assert [fake.result("a"), fake.result("a")] == [NILS, NILS]


def test_beginning_again_begins_nothing_new(fake: FakeIdentityProvider) -> None:
    """The same reference is the same identification, with what has come of it."""
    fake.begin("a")
    fake.ends(NILS)
    assert fake.begin("a") == WORDS
    assert fake.begun == ("a",)
    assert fake.result("a") == NILS


def test_each_identification_is_one_persons_own(fake: FakeIdentityProvider) -> None:
    """Who identifies does so in the one that was begun last."""
    fake.begin("a")
    fake.begin("b")
    fake.ends(NILS)
    assert fake.result("a") == Pending()
    assert fake.result("b") == NILS


def test_what_never_began_has_failed(fake: FakeIdentityProvider) -> None:
    """Nobody can identify in it, and a test that thinks so is told."""
    assert fake.result("a") == Failed()
    with pytest.raises(ValueError, match="no identification has been opened"):
        fake.ends(NILS)


def test_a_provider_that_is_down_knows_nothing_and_begins_nothing(
    fake: FakeIdentityProvider,
) -> None:
    """Once it is up again it goes on where it was."""
    fake.begin("a")
    fake.down = True
    with pytest.raises(ProviderUnavailable):
        fake.begin("b")
    with pytest.raises(ProviderUnavailable):
        fake.result("a")
    fake.down = False
    assert fake.begun == ("a",)
    assert fake.result("a") == Pending()


def test_who_identified_is_in_no_text_of_the_object() -> None:
    """A log that writes it down holds neither number nor name (law 2018:218, 3:10)."""
    said = f"{NILS} {NILS!r} {[NILS]}"
    assert "2385" not in said
    assert "Nils" not in said


@pytest.mark.people("P28")
@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("Gå till https://legitimera.example och följ stegen.", "a link"),
        ("Öppna bankapp:///?start=1 i telefonen.", "a link"),
        ("Gå till www.legitimera.example och följ stegen.", "a link"),
        ("Skriv 19900101-2385 i appen.", "a personal identity number"),
        (" \n", "it says nothing"),
    ],
)
def test_an_invitation_that_may_not_stand_in_a_mail_is_none(words: str, fault: str) -> None:
    """No link, no personal number, and not nothing; in either language."""
    for texts in ((words, WORDS.en), (WORDS.sv, words)):
        with pytest.raises(ValueError, match=fault) as caught:
            Invitation(*texts)
        assert "2385" not in str(caught.value)
