"""Reference for the figure `risks`: pytm on devices with three links each.

    python3 pytm_model.py 1000     prints one line of JSON
"""
import json
import sys

from pytm import TM, Dataflow, Server

count = int(sys.argv[1])
model = TM("devices")
devices = [Server(f"device-{at}") for at in range(count)]
links = [
    Dataflow(devices[at], devices[(at + step * step) % count], f"link-{at}-{step}")
    for at in range(count)
    for step in (1, 2, 3)
]
model.resolve()
register = json.dumps([{"id": one.id, "threat": one.threat_id, "target": one.target} for one in model.findings])
print(json.dumps({"devices": len(devices), "links": len(links), "findings": len(model.findings),
                  "register_bytes": len(register)}))
