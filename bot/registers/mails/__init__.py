"""Mailboxes as registers."""
