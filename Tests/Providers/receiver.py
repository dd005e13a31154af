"""A receiver of webhooks, which checks signatures with the Standard Webhooks library. It answers what it is told to, and
tells what it got.

    POST /hook          a call of Vigie
    POST /behave        {"status": 500, "seconds": 0, "headers": {…}, "secret": "whsec_…"}: how to answer from now on
    GET /calls          what came: identifier, body, whether the signature is right

Usage: receiver.py [FOLDER CERTIFICATE]
With a folder it listens a second time over TLS, behind a certificate of the authority that it writes to
FOLDER/authority.pem (good, ended, other-name), or of another one (unknown). FOLDER/port names that port.
"""

import json
import ssl
import sys
import threading
import time
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks.webhooks import Webhook

import certificates

state = {"status": 204, "seconds": 0, "headers": {}, "secret": None}
calls, lock = [], threading.Lock()


def signed(secret, body, headers):
    """What a receiver does, but for the age of the call: tests have a clock of their own."""
    try:
        when = datetime.fromtimestamp(int(headers["webhook-timestamp"]), tz=timezone.utc)
        expected = Webhook(secret).sign(msg_id=headers["webhook-id"], timestamp=when, data=body.decode())
        return expected in headers["webhook-signature"].split(" ")
    except (KeyError, TypeError, ValueError):
        return False


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/behave":
            with lock:
                state.update(json.loads(body))
            return self.answer(200, {}, b"{}")
        with lock:
            now = dict(state)
            calls.append({
                "path": self.path, "id": self.headers.get("webhook-id"), "body": json.loads(body),
                "signed": bool(now["secret"]) and signed(now["secret"], body, self.headers),
                "signatures": len(self.headers.get("webhook-signature", "").split()),
            })
        time.sleep(now["seconds"])
        self.answer(now["status"], now["headers"], b"")

    def do_GET(self):
        with lock:
            self.answer(200, {}, json.dumps(calls).encode())

    def answer(self, status, headers, body):
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass  # who asked has gone


def listen_over_tls(folder, kind):
    house, stranger = (certificates.issue(name, is_authority=True) for name in ("Maison", "Inconnue"))
    house.write(f"{folder}/authority.pem")
    shown = certificates.issue(
        "receiver",
        ["ailleurs.example"] if kind == "other-name" else certificates.LOCAL,
        authority=stranger if kind == "unknown" else house,
        hours=(-48, -24) if kind == "ended" else (-1, 24),
    )
    shown.write(f"{folder}/certificate.pem", f"{folder}/key.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/certificate.pem", f"{folder}/key.pem")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # The handshake is each connection's own, so that a refused one keeps nobody waiting.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    with open(f"{folder}/port", "w") as file:
        file.write(str(server.server_address[1]))
    threading.Thread(target=server.serve_forever, daemon=True).start()


if len(sys.argv) > 2:
    listen_over_tls(sys.argv[1], sys.argv[2])
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(f"port {server.server_address[1]}", flush=True)
server.serve_forever()
