"""For sqlmap: each request comes from another address and bears another key, so that no limit answers for the page."""
import random
import uuid


def preprocess(req):
    req.add_header("X-Forwarded-For", ".".join(["10"] + [str(random.randint(1, 250)) for _ in range(3)]))
    req.add_header("Idempotency-Key", str(uuid.uuid4()))
