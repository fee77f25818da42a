"""The shapes of the ledger over time."""
