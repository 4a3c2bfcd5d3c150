"""Firefox and WebKitGTK as one reader's hand: real clicks, real keys, the real clipboard.

Neither needs a browser that was built for tests: Firefox listens to Marionette (a TCP socket, where each message
is its length, a colon and JSON), WebKitGTK to WebDriver (HTTP). The commands are the same. Their libraries would
bring twenty-eight packages more, one of them without a wheel. Both start with a fresh profile and are gone at
the end.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

PATIENCE = 20  # seconds
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name that the standard gives a reference to one
ENTER, CONTROL, ESCAPE, RIGHT = "\ue007", "\ue009", "\ue00c", "\ue014"
SCRATCH = "scratch-of-the-test"
PASTE = f"""
  const box = document.createElement('textarea');
  box.id = '{SCRATCH}';
  (document.querySelector('dialog[open]') ?? document.body).append(box);
  box.style.position = 'fixed';
  box.focus();
"""
PREFERENCES = """
user_pref("marionette.port", {port});
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("app.update.enabled", false);
user_pref("extensions.update.enabled", false);
"""


class Driver(Protocol):
    """What both ways have in common: a command of WebDriver, and what it answers."""

    def go(self, address: str) -> None: ...
    def back(self) -> None: ...
    def run(self, script: str, given: tuple[Any, ...]) -> Any: ...
    def find(self, selector: str) -> str: ...
    def click(self, element: str) -> None: ...
    def keys(self, element: str, text: str) -> None: ...


class Marionette:
    """Firefox's own protocol."""

    def __init__(self, port: int) -> None:
        self.socket = _connect(port)
        self.received = b""
        self.number = 0
        self._message()  # who it is
        self._send("WebDriver:NewSession", {})

    def go(self, address: str) -> None:
        self._send("WebDriver:Navigate", {"url": address})

    def back(self) -> None:
        self._send("WebDriver:Back", {})

    def run(self, script: str, given: tuple[Any, ...]) -> Any:
        return self._send("WebDriver:ExecuteScript", {"script": script, "args": list(given)})["value"]

    def find(self, selector: str) -> str:
        found = self._send("WebDriver:FindElement", {"using": "css selector", "value": selector})
        return str(found["value"][ELEMENT])

    def click(self, element: str) -> None:
        self._send("WebDriver:ElementClick", {"id": element})

    def keys(self, element: str, text: str) -> None:
        self._send("WebDriver:ElementSendKeys", {"id": element, "text": text})

    def _send(self, name: str, values: dict[str, Any]) -> Any:
        self.number += 1
        message = json.dumps([0, self.number, name, values]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._message()
        assert error is None, f"{name}: {error['error']}: {error['message']}"
        return result

    def _message(self) -> Any:
        while b":" not in self.received:
            self._receive()
        length, _, rest = self.received.partition(b":")
        self.received = rest
        while len(self.received) < int(length):
            self._receive()
        message, self.received = self.received[: int(length)], self.received[int(length) :]
        return json.loads(message)

    def _receive(self) -> None:
        piece = self.socket.recv(65536)
        assert piece, "Firefox has gone"
        self.received += piece


class WebDriver:
    """The standard, over HTTP, to a driver that listens at a port."""

    def __init__(self, port: int, options: dict[str, Any]) -> None:
        _connect(port).close()
        self.root = f"http://127.0.0.1:{port}/session"
        capabilities = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self._send("", {"capabilities": capabilities})
        self.root += "/" + session["sessionId"]

    def go(self, address: str) -> None:
        self._send("/url", {"url": address})

    def back(self) -> None:
        self._send("/back", {})

    def run(self, script: str, given: tuple[Any, ...]) -> Any:
        return self._send("/execute/sync", {"script": script, "args": list(given)})

    def find(self, selector: str) -> str:
        return str(self._send("/element", {"using": "css selector", "value": selector})[ELEMENT])

    def click(self, element: str) -> None:
        self._send(f"/element/{element}/click", {})

    def keys(self, element: str, text: str) -> None:
        self._send(f"/element/{element}/value", {"text": text})

    def end(self) -> None:
        with suppress(OSError):
            urllib.request.urlopen(urllib.request.Request(self.root, method="DELETE"), timeout=PATIENCE).close()

    def _send(self, path: str, values: dict[str, Any]) -> Any:
        body = json.dumps(values).encode()
        request = urllib.request.Request(self.root + path, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {json.load(error)['value']}") from error


def _connect(port: int) -> socket.socket:
    """A connection to a program that has just been started."""
    end = time.monotonic() + 60
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except OSError:
            assert time.monotonic() < end, "the browser did not start"
            time.sleep(0.1)


class Hand:
    """One reader in one browser."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.go: Callable[[str], None] = driver.go
        self.back: Callable[[], None] = driver.back

    def run(self, script: str, *given: Any) -> Any:
        """What a piece of JavaScript returns; `given` are its `arguments`."""
        return self.driver.run(script, given)

    def wait(self, condition: str, *given: Any) -> Any:
        """Until an expression is true; what it is then."""
        end = time.monotonic() + PATIENCE
        while not (found := self.run(f"return {condition}", *given)):
            assert time.monotonic() < end, f"it never came: {condition} {given}"
            time.sleep(0.05)
        return found

    def open(self, address: str) -> None:
        """Open a page and wait until its scripts have started."""
        self.go(address)
        self.wait("document.readyState === 'complete'")
        self.wait("(document.documentElement.dataset.started ?? '').includes('header')")

    def text(self, selector: str) -> str:
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector)).strip()

    def click(self, selector: str) -> None:
        """Click on what is there, once it is, in the middle of the screen where no bar stands over it."""
        self.wait("document.querySelector(arguments[0])?.checkVisibility()", selector)
        centre = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' })"
        self.run(centre, selector)
        self.driver.click(self.driver.find(selector))

    def type(self, selector: str, keys: str) -> None:
        self.driver.keys(self.driver.find(selector), keys)

    def choose(self, selector: str, value: str) -> None:
        """Choose in a native list."""
        script = """
          const [select, value] = [document.querySelector(arguments[0]), arguments[1]];
          select.value = value;
          select.dispatchEvent(new Event('input', { bubbles: true }));
          select.dispatchEvent(new Event('change', { bubbles: true }));
        """
        self.run(script, selector, value)

    def pasted(self) -> str:
        """What the clipboard gives to a box that one pastes into."""
        self.run(PASTE)
        self.type(f"#{SCRATCH}", CONTROL + "v")
        self.wait(f"document.getElementById('{SCRATCH}').value")
        return str(self.run(f"const box = document.getElementById('{SCRATCH}'); box.remove(); return box.value"))


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def firefox(path: str) -> Iterator[Hand]:
    port = _free_port()
    profile = Path(tempfile.mkdtemp(prefix="firefox-"))
    (profile / "user.js").write_text(PREFERENCES.format(port=port))
    command = [path, "--headless", "-marionette", "--no-remote", "--width", "1280", "--height", "900",
               "--profile", str(profile)]  # fmt: skip
    quiet = {**os.environ, "MOZ_HEADLESS": "1", "HOME": str(profile)}
    running = subprocess.Popen(command, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Hand(Marionette(port))
    finally:
        running.kill()
        running.wait()
        shutil.rmtree(profile, ignore_errors=True)


@contextmanager
def webkit(path: str, driver_path: str) -> Iterator[Hand]:
    port = _free_port()
    with _display() as display:
        # a sandbox of its own needs rights that a container does not give
        settings = {"DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "GDK_BACKEND": "x11",
                    "WEBKIT_DISABLE_DMABUF_RENDERER": "1", "NO_AT_BRIDGE": "1"}  # fmt: skip
        quiet = {**os.environ, **settings}
        command = [driver_path, f"--port={port}"]
        running = subprocess.Popen(command, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        driver = None
        try:
            driver = WebDriver(port, {"binary": path, "args": ["--automation"]})
            yield Hand(driver)
        finally:
            if driver:
                driver.end()
            running.kill()
            running.wait()


@contextmanager
def _display() -> Iterator[str]:
    """A screen that nobody sees; the server chooses a free number."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    running = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        running.terminate()
        running.wait()
