"""What each variable of a mail is: one method a variable, computed when the mail is written."""

from bot.core.vocabulary import Mail
from bot.deeds.saying_retention import SayingRetention
from bot.mail.variables import VARIABLES


class Sayings(SayingRetention):
    """The variables of one mail about one matter."""

    def of(self, mail: Mail) -> dict[str, object]:
        """The variables that the template of a mail declares, and no other."""
        return {name: getattr(self, name)() for name in VARIABLES[mail]}
