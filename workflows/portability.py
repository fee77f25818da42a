"""Data portability, dataportabilitet. GDPR Art. 20.

Art. 20(1): "The data subject shall have the right to receive the personal data concerning him or
her, which he or she has provided to a controller, in a structured, commonly used and
machine-readable format [...] where: (a) the processing is based on consent [...] or on a contract
[...]; and (b) the processing is carried out by automated means." It erases nothing (Art. 20(3)).
"""

from bot.core.machine import Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.copying import COPYING_STAGES, copying
from workflows.proofs import opening

PORTABILITY = Workflow(
    name="portability",
    source="Art. 20, Art. 12(6)",
    stages=(*COPYING_STAGES, Stage("ready", Waits.NOBODY, part="portability")),
    rules=(opening(), *copying()),
)
