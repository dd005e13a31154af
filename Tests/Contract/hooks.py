"""What schemathesis has to be told: how lines of JSON are sent."""

import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def ndjson(_context, value):
    return value if isinstance(value, bytes) else (json.dumps(value, default=str) + "\n").encode()
