"""rightsbot: three joint controllers answer every data subject inside the legal month, by mail."""
