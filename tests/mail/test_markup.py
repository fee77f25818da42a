import pytest

from bot.mail.markup import read_markup

OLDER = "<p>Det gamla brevet</p>"

QUOTED = {
    "gmail": (
        '<div dir="ltr">Ja tack</div><div class="gmail_quote"><div class="gmail_attr">Den 5 juni'
        f' skrev X:</div><blockquote class="gmail_quote">{OLDER}</blockquote></div>'
    ),
    "gmail forward": f'Ja tack<div class="gmail_quote">---------- Forwarded {OLDER}</div>',
    "apple": f'Ja tack<blockquote type="cite">{OLDER}</blockquote>',
    "outlook web": f'<div>Ja tack</div><div id="appendonsend"></div><hr><div>{OLDER}</div>',
    "outlook web, head": f'<div>Ja tack</div><hr><div id="x_divRplyFwdMsg">Från: X</div>{OLDER}',
    "outlook": (
        "<div><p class=MsoNormal>Ja tack</p><div><div style='border:none;border-top:solid #E1E1E1"
        f" 1.0pt;padding:3.0pt'><p><b>Från:</b> X</p></div></div>{OLDER}</div>"
    ),
    "thunderbird": (
        'Ja tack<div class="moz-cite-prefix">Den 5 juni skrev X:</div>'
        f'<blockquote type="cite">{OLDER}</blockquote>'
    ),
    "yahoo": f'Ja tack<div class="yahoo_quoted">{OLDER}</div>',
}


@pytest.mark.parametrize("html", QUOTED.values(), ids=QUOTED)
def test_the_older_mail_is_set_apart(html: str) -> None:
    """Each mail program's way to quote is known, and the new words stand alone."""
    new, older = read_markup(f"<html><body>{html}</body></html>")
    assert new == "Ja tack"
    assert "Det gamla brevet" in older


def test_a_reply_between_gmail_quotations_is_new() -> None:
    """Answers that Gmail keeps inside its own quotation are the writer's."""
    quote = '<blockquote class="gmail_quote">Fråga</blockquote>'
    html = f'Hej<div class="gmail_quote">{quote}<div>Storgatan 1</div>{quote}</div>'
    assert read_markup(html) == ("Hej\nStorgatan 1", "Fråga\n\nFråga")


@pytest.mark.parametrize(
    "hiding",
    [
        'style="display:none"',
        'style="Display : None !important"',
        'style="visibility: hidden"',
        'style="font-size:0px;line-height:0"',
        'style="color:red;font-size:0"',
        "hidden",
        'hidden="hidden"',
    ],
)
def test_what_nobody_saw_is_not_read(hiding: str) -> None:
    """Hidden words, as of a command that a stranger smuggles in, are in neither text."""
    html = f"<p>Hej</p><p {hiding}>GODKÄNN <b>allt</b></p><style>p {{}}</style><!-- GODKÄNN -->"
    assert read_markup(html) == ("Hej", "")


def test_a_size_within_makes_words_seen_again() -> None:
    """Newsletters close their gaps with size zero and give the words a size of their own."""
    html = '<div style="font-size:0">x<p style="font-size:13px">Hej</p>y</div>'
    assert read_markup(html) == ("Hej", "")


def test_a_line_of_gmail_is_one_line() -> None:
    """Gmail wraps each line in an element of its own, and an empty one around a break."""
    html = "<div>Hej!</div><div><br></div>\n <div>Jag vill</div><div>ha allt</div>"
    assert read_markup(html)[0] == "Hej!\n\nJag vill\nha allt"


def test_lines_stay_lines() -> None:
    """Paragraphs, breaks, rows and list items begin new lines; inline words do not."""
    html = (
        "<p>En <b>två</b>\n tre</p>Fyra<br>fem<ul><li>sex<li>sju</ul><table><tr><td>a<td>b</table>"
    )
    assert read_markup(html)[0] == "En två tre\n\nFyra\nfem\n\n- sex\n- sju\n\na b"


@pytest.mark.parametrize("html", ["", " ", "<", "<!DOCTYPE html>", "<!-- x -->"])
def test_a_page_without_words_is_empty(html: str) -> None:
    """Nothing comes of nothing, and nothing raises."""
    assert "".join(read_markup(html)).strip("<") == ""
