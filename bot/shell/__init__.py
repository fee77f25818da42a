"""One file a door to the outside: mailboxes, servers, ledger, vault, clock."""
