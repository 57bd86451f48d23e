"""Make sure this computer has a Chrome, Chromium or Edge: for exported images, the browser tests and the screenshots.

Prints the path of the browser. One that the image exporter finds is taken as it is. Where there is none, Debian's
administrator (a container of a CI service) gets Debian's package, everybody else a Chrome of their own, without rights.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import kaleido

from scoreboard.export import browser

DEBIAN_PACKAGE = "chromium"


def install_browser() -> None:
    """Try the way that suits this computer; whether it worked, `browser.find` tells."""
    if is_debian_administrator():
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (("update",), ("install", "-y", "--no-install-recommends", DEBIAN_PACKAGE)):
            subprocess.run(["apt-get", "-qq", *step], env=environment, check=False)
    if browser.find() is None:
        try:
            kaleido.get_chrome_sync()
        except (OSError, RuntimeError) as reason:
            print(reason, file=sys.stderr)


def is_debian_administrator() -> bool:
    """Whether the packages of this Debian are ours to install."""
    release = Path("/etc/os-release")
    return release.is_file() and "\nID=debian" in f"\n{release.read_text('utf-8')}" and os.geteuid() == 0


def main() -> int:
    """Find or install a browser; 1 when there is none in the end."""
    if browser.find() is None:
        print("Đang cài trình duyệt … / Installing a browser …", flush=True)
        install_browser()
    path = browser.find()
    if path is None:
        print(
            "Không có trình duyệt để xuất ảnh và kiểm thử: hãy cài Chrome, Chromium hoặc Edge, hoặc đặt BROWSER_PATH.\n"
            "No browser: install Chrome, Chromium or Edge, or set BROWSER_PATH to one.",
            file=sys.stderr,
        )
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
