"""Law as tables: one file a right, and which table serves which right."""

from bot.core.machine import Workflow
from bot.core.vocabulary import Right
from workflows.access import ACCESS
from workflows.by_hand import BY_HAND
from workflows.objection_marketing import OBJECTION_MARKETING
from workflows.unclassified import UNCLASSIFIED

#: every table; a right that has none of its own is carried out by hand
ALL: dict[str, Workflow] = {
    table.name: table for table in (ACCESS, OBJECTION_MARKETING, BY_HAND, UNCLASSIFIED)
}

#: the rights that go all the way
WHOLE: dict[Right, Workflow] = {
    Right.ACCESS: ACCESS,
    Right.OBJECTION_MARKETING: OBJECTION_MARKETING,
}
