"""Law as tables: one file a right, and which table serves which right."""

from bot.core.machine import Workflow
from bot.core.vocabulary import Right
from workflows.access import ACCESS
from workflows.by_hand import BY_HAND
from workflows.complaint import COMPLAINT
from workflows.consent_withdrawal import CONSENT_WITHDRAWAL
from workflows.erasure import ERASURE
from workflows.objection_li import OBJECTION_LI
from workflows.objection_marketing import OBJECTION_MARKETING
from workflows.portability import PORTABILITY
from workflows.privacy_question import PRIVACY_QUESTION
from workflows.rectification import RECTIFICATION
from workflows.restriction import RESTRICTION
from workflows.retention import RETENTION
from workflows.unclassified import UNCLASSIFIED

#: the table of each right
WHOLE: dict[Right, Workflow] = {
    Right.ACCESS: ACCESS,
    Right.RECTIFICATION: RECTIFICATION,
    Right.ERASURE: ERASURE,
    Right.RESTRICTION: RESTRICTION,
    Right.PORTABILITY: PORTABILITY,
    Right.OBJECTION_MARKETING: OBJECTION_MARKETING,
    Right.OBJECTION_LI: OBJECTION_LI,
    Right.CONSENT_WITHDRAWAL: CONSENT_WITHDRAWAL,
    Right.COMPLAINT: COMPLAINT,
    Right.PRIVACY_QUESTION: PRIVACY_QUESTION,
    Right.HUMAN_ONLY: BY_HAND,
}

#: every table by its name
ALL: dict[str, Workflow] = {
    table.name: table for table in (*WHOLE.values(), UNCLASSIFIED, RETENTION)
}
