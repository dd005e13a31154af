"""Stands for OSV's batch query (https://google.github.io/osv.dev/post-v1-querybatch/), with made answers.

Usage: advisories.py KNOWN_JSON [BEHAVIOUR]
KNOWN_JSON: {"NAME": ["ID", …]}. BEHAVIOUR: paged (one advisory a page), fault (500), portal (HTML), short (a result less).
A query that OSV would not understand is answered with 400.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

known = json.loads(sys.argv[1])
behaviour = sys.argv[2] if len(sys.argv) > 2 else ""


def is_query(query):
    package, version = query.get("package", {}), query.get("version", "")
    return (
        package.get("ecosystem") in ("SwiftURL", "PyPI")
        and package.get("name") and "://" not in package["name"] and not package["name"].endswith(".git")
        and version[:1].isdigit()
    )


def result(query):
    found = [{"id": name, "modified": "2026-01-01T00:00:00Z"} for name in known.get(query["package"]["name"], [])]
    if behaviour != "paged":
        return {"vulns": found} if found else {}
    page = int(query.get("page_token", "0"))
    answer = {"vulns": found[page:page + 1]}
    if page + 1 < len(found):
        answer["next_page_token"] = str(page + 1)
    return answer


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_POST(self):
        queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        if behaviour == "fault":
            return self.answer(500, b"")
        if behaviour == "portal":
            return self.answer(200, b"<html>Please sign in</html>")
        if not all(map(is_query, queries)):
            return self.answer(400, b"")
        results = [result(query) for query in queries]
        self.answer(200, json.dumps({"results": results[:-1] if behaviour == "short" else results}).encode())

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(f"port {server.server_address[1]}", flush=True)
server.serve_forever()
