"""A mail's own words become rights, a language, a road and the words that decided. Pure."""

#: the version of the cues, kept beside every verdict
RULES_VERSION = "2"
