"""Registers kept as files: CSV, XLSX and JSON, read and written safely."""
