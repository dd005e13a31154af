"""A page that pastes what it gets into its SQL: sqlmap must find it, or it would find nothing elsewhere either."""
import http.server
import sqlite3
import sys
import urllib.parse


class Page(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
        with sqlite3.connect(":memory:") as data:
            data.execute("CREATE TABLE herd (name TEXT)")
            data.executemany("INSERT INTO herd VALUES (?)", [("fictive",), ("other",)])
            try:
                rows = data.execute(f"SELECT name FROM herd WHERE name = '{query.get('q', '')}'").fetchall()
            except sqlite3.Error:
                rows = []
        body = ("<html><body>" + "".join(f"<p>{row[0]}</p>" for row in rows) + "</body></html>").encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    print(server.server_address[1], flush=True)
    sys.stdout.close()
    server.serve_forever()
