"""What `rightsbot check` looks at; one file a subject, each look yields remarks."""
