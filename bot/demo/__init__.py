"""An invented world and a story played in it with a wound clock."""
