"""A developer's first hour: every block of the API guide, run in its order against a whole Volte."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tools.stack import Stack

pytestmark = pytest.mark.serial
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "api-guide.md"


TUTORIAL = GUIDE.parents[1] / "tutorial" / "first-return.md"


def blocks(language: str, page: Path = GUIDE) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.S | re.M)


def run(stack: Stack, command: list[str], script: str) -> str:
    environment = {**os.environ, "VOLTE_URL": stack.url, "VOLTE_KEY": stack.shop["key"]}
    done = subprocess.run(
        command, input=script, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_guide_works_as_it_is_written(stack: Stack) -> None:
    shell, python = blocks("bash"), blocks("python")
    assert (len(shell), len(python)) >= (1, 10), "the guide lost its examples"
    assert '"data":[' in run(stack, ["bash", "-e"], "\n".join(shell))
    said = run(stack, [sys.executable, "-"], "\n".join(python))
    assert "accepted" in said
    assert "restock" in said


def test_the_tutorial_sends_an_order_there_is(stack: Stack) -> None:
    finding, sending = blocks("bash", TUTORIAL)
    assert "var/demo.json" in finding, "the key and the address are where make demo leaves them"
    given = f"KEY={stack.shop['key']}\nURL={stack.url}\ncd {GUIDE.parents[2]}\n"
    assert '"my-1"' in run(stack, ["bash", "-e"], given + sending.replace("curl ", "curl --silent --fail-with-body "))
