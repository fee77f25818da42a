"""Access, registerutdrag. GDPR Art. 15 and 12(6).

Art. 15(1): "The data subject shall have the right to obtain from the controller confirmation as
to whether or not personal data concerning him or her are being processed, and, where that is the
case, access to the personal data". Art. 12(6): "where the controller has reasonable doubts
concerning the identity [...] the controller may request [...] additional information".
"""

from bot.core.machine import Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.copying import COPYING_STAGES, copying
from workflows.proofs import opening

ACCESS = Workflow(
    name="access",
    source="Art. 15, Art. 12(6)",
    stages=(*COPYING_STAGES, Stage("ready", Waits.NOBODY, part="access")),
    rules=(opening(), *copying()),
)
