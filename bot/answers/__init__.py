"""What we send on paper or as files: letters and extracts."""
