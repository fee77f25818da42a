"""Whether the answer is wanted on paper. EDPB 01/2022, 148: unless the person asks otherwise."""

import re
from typing import Final

from bot.classify.words import MOST

_PAPER: Final = re.compile(
    r"\b(?:på papper|pappersform|pappersutskrift|utskrivet|med (?:vanlig|vanligt) (?:post|brev)"
    r"|per (?:post|brev)|(?:med|via|i ett) (?:post|brev) (?:hem|till)|hem i brevlådan"
    r"|(?:skicka|sänd|få|vill ha)\w* (?:det |den |dem |utdraget |svaret |allt )?(?:med|via|per) "
    r"(?:post|brev)|on paper|(?:by|in the) (?:post|mail|letter)\b(?! list)|hard copy|paper copy"
    r"|printed copy)\b"
)


def wants_paper(text: str) -> bool:
    """Whether a text asks for paper or post instead of an electronic answer."""
    return _PAPER.search(" ".join(text[:MOST].casefold().split())) is not None
