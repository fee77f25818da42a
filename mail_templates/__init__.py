"""Every sentence that a person is sent: one folder a language, one file a mail."""
