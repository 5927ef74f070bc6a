#!/usr/bin/env python3
"""A network driver for Docker in one file: what a plugin is, and how little it takes.

Docker looks for the sockets of plugins under /run/docker/plugins. `docker network create -d labswitch` makes it look
for labswitch.sock and send each of its wishes there, as JSON over HTTP: make a network, plug a container in, unplug it,
remove the network. This driver answers them with a Linux bridge for each network and a virtual cable for each container.

Run it as root on the machine of the engine (python3 plugin.py [NAME]); Ctrl-C ends it. Protocol:
https://github.com/moby/moby/blob/master/libnetwork/docs/remote.md
"""

import http.server
import json
import os
import pathlib
import signal
import socketserver
import subprocess
import sys

SOCKETS = pathlib.Path("/run/docker/plugins")


def run(*words):
    """Runs a command; what it complains about becomes the answer that Docker shows."""
    ran = subprocess.run(words, capture_output=True, text=True)
    if ran.returncode:
        raise RuntimeError(f"{' '.join(words)}: {ran.stderr.strip()}")


def ip(*words):
    run("ip", *words)


def firewall(change, interface):
    """Docker's firewall drops what passes between interfaces that it does not know, and bridges count."""
    run("iptables", "--wait", change, "FORWARD", "-i", interface, "-o", interface, "-j", "ACCEPT")


# The kernel takes 15 characters for an interface's name, Docker's ids have 64.
def bridge(wish):
    return "sw-" + wish["NetworkID"][:12]


def cable(wish):
    return "sp-" + wish["EndpointID"][:12]


def cable_inside(wish):
    return "sc-" + wish["EndpointID"][:12]


def exists(interface):
    return pathlib.Path("/sys/class/net", interface).exists()


def activate(wish):
    """The first question to every plugin: what are you?"""
    return {"Implements": ["NetworkDriver"]}


def capabilities(wish):
    """`local`: each engine looks after its own networks, nothing is agreed upon with other hosts."""
    return {"Scope": "local", "ConnectivityScope": "local"}


def create_network(wish):
    """A bridge, with the addresses of the network's gateways."""
    ip("link", "add", bridge(wish), "type", "bridge")
    try:
        for pool in (wish.get("IPv4Data") or []) + (wish.get("IPv6Data") or []):
            if pool.get("Gateway"):
                ip("address", "add", pool["Gateway"], "dev", bridge(wish))
        ip("link", "set", bridge(wish), "up")
        firewall("--insert", bridge(wish))
    except RuntimeError:
        ip("link", "delete", bridge(wish))
        raise
    return {}


def delete_network(wish):
    if exists(bridge(wish)):
        firewall("--delete", bridge(wish))
        ip("link", "delete", bridge(wish))
    return {}


def create_endpoint(wish):
    """A virtual cable: one end goes into the bridge, Docker puts the other into the container."""
    ip("link", "add", cable(wish), "type", "veth", "peer", "name", cable_inside(wish))
    try:
        wanted = (wish.get("Interface") or {}).get("MacAddress")
        if wanted:
            ip("link", "set", cable_inside(wish), "address", wanted)
        ip("link", "set", cable(wish), "master", bridge(wish), "up")
    except RuntimeError:
        ip("link", "delete", cable(wish))
        raise
    if wanted:
        return {"Interface": {}}
    made = pathlib.Path("/sys/class/net", cable_inside(wish), "address").read_text().strip()
    return {"Interface": {"MacAddress": made}}


def delete_endpoint(wish):
    """When one end of a cable goes, so does the other."""
    if exists(cable(wish)):
        ip("link", "delete", cable(wish))
    return {}


def endpoint_info(wish):
    return {"Value": {"bridge": bridge(wish), "cable": cable(wish)}}


def join(wish):
    """Docker moves the cable's end into the container and calls it eth0, eth1 and so on.

    This network leads nowhere else. Without the last word Docker would plug the container into a second network, for
    its way out.
    """
    interface = {"SrcName": cable_inside(wish), "DstPrefix": "eth"}
    return {"InterfaceName": interface, "DisableGatewayService": True}


def nothing_to_do(wish):
    return {}


ANSWERS = {
    "/Plugin.Activate": activate,
    "/NetworkDriver.GetCapabilities": capabilities,
    "/NetworkDriver.CreateNetwork": create_network,
    "/NetworkDriver.DeleteNetwork": delete_network,
    "/NetworkDriver.CreateEndpoint": create_endpoint,
    "/NetworkDriver.EndpointOperInfo": endpoint_info,
    "/NetworkDriver.DeleteEndpoint": delete_endpoint,
    "/NetworkDriver.Join": join,
    "/NetworkDriver.Leave": nothing_to_do,
    "/NetworkDriver.DiscoverNew": nothing_to_do,
    "/NetworkDriver.DiscoverDelete": nothing_to_do,
    "/NetworkDriver.ProgramExternalConnectivity": nothing_to_do,
    "/NetworkDriver.RevokeExternalConnectivity": nothing_to_do,
}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        wish = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or "{}")
        print(self.path.lstrip("/"), flush=True)
        if self.path not in ANSWERS:
            return self.answer(404, {"Err": f"this driver has no {self.path}"})
        try:
            self.answer(200, ANSWERS[self.path](wish))
        except RuntimeError as failure:
            self.answer(500, {"Err": str(failure)})

    def answer(self, status, reply):
        text = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/vnd.docker.plugins.v1.1+json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *words):
        """Silent: each wish is printed above, and a socket of this kind has no address to print."""


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


def main(name="labswitch"):
    socket = SOCKETS / f"{name}.sock"
    SOCKETS.mkdir(parents=True, exist_ok=True)
    socket.unlink(missing_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with Server(str(socket), Handler) as server:
            os.chmod(socket, 0o600)
            print(f"listening on {socket}", flush=True)
            server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        socket.unlink(missing_ok=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
