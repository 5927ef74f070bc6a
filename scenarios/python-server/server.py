"""Answers GET /?name=NAME with a greeting, as JSON."""

import json
import os
import signal
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

GREETING = os.environ.get("GREETING", "Hello")


class Greeter(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        if url.path != "/":
            self.send_error(404)
            return
        name = parse_qs(url.query).get("name", ["world"])[0]
        answer = {"greeting": f"{GREETING}, {name}!", "served_by": socket.gethostname()}
        body = json.dumps(answer, ensure_ascii=False).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


# Process 1 has no default answer to the signal of `docker stop`: without this it would be killed after 10 s.
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
ThreadingHTTPServer(("", 8000), Greeter).serve_forever()
