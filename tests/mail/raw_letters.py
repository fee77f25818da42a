"""Letters as bytes, as a server would hand them over. Every name and address is invented."""

HEAD = {
    "From": "Maja Ek <maja.ek@example.com>",
    "To": "info.gavle@allkontor.example",
    "Subject": "Registerutdrag",
    "Date": "Thu, 5 Mar 2026 09:12:00 +0100",
    "Message-ID": "<m1@example.com>",
}
PLAIN = "text/plain; charset=utf-8"


def letter(text: str = "Hej, jag vill ha ett registerutdrag.", **fields: str | None) -> bytes:
    """One mail; a field is given as Reply_To for Reply-To, and None leaves it out."""
    given = {name.replace("_", "-"): value for name, value in fields.items()}
    head = {**HEAD, "Content-Type": PLAIN, **given}
    lines = [f"{name}: {value}" for name, value in head.items() if value is not None]
    return "\n".join((*lines, "", text)).encode()


def multipart(*parts: tuple[str, str], kind: str = "mixed", **fields: str | None) -> bytes:
    """One mail of several (content type with further fields, body)."""
    inner = "".join(f"--grans\nContent-Type: {head}\n\n{body}\n" for head, body in parts)
    return letter(
        f"{inner}--grans--\n", Content_Type=f'multipart/{kind}; boundary="grans"', **fields
    )
