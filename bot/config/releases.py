"""May personal data leave this machine? Not before senders and staff are authenticated."""

from bot.config.crossings import is_loopback
from bot.config.models import Settings


def why_nothing_is_released(settings: Settings) -> str | None:
    """Why no code, letter, sample or extract is made, in one sentence; None when they are."""
    hosts = {f"mailboxes.{key}": box.host for key, box in settings.mailboxes.items()}
    hosts["smtp"] = settings.smtp.host
    if settings.lmtp.enabled:
        hosts["lmtp"] = settings.lmtp.host
    outside = [f"{key} ({host})" for key, host in hosts.items() if not is_loopback(host)]
    if not outside:
        return None
    return (
        f"No personal data is released: {', '.join(outside)} is not on this machine, and senders "
        "and staff are not yet authenticated. Acknowledgements, marketing blocks, prompts and "
        "digests go out; codes, letters, samples and extracts are left to people."
    )


def releases_personal_data(settings: Settings) -> bool:
    """True when every mail server of the settings is on loopback."""
    return why_nothing_is_released(settings) is None
