"""The reader: a mail's own words become rights, language and the words that decided. Pure."""
