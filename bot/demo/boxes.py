"""The info addresses of the demo's three companies."""

GAVLE_BOX = "info.gavle@allkontor.example"
BORLANGE_BOX = "info.borlange@allkontor.example"
MORA_BOX = "info.mora@allkontor.example"
