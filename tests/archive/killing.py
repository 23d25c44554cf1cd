"""Appends to an archive and is killed while it does so, again and again (see `test_killed`).

A process of its own, which forks: each child opens the archive, goes on appending, and is killed
at a moment of chance. What is there afterwards is printed as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time

import quotes
from tests.utterances.building import Story, story

KILLS = 50


def article(number: int) -> Story:
    """One of the articles that are appended; every third repeats the words of the one before."""
    words = f"The gate number {number - number % 3} will hold until spring,"
    return story(f"n{number:05}", f"⟦marsh: “{words}”⟧ ⟦+cue: said⟧ Ada Marsh. ⟦fenn: “It was "
                 f"{number} yards,”⟧ Joel Fenn ⟦+cue: said⟧.", day=number % 28 + 1)  # fmt: skip


def _append(file: str, tell: int) -> None:
    """Append without end; write a byte to `tell` when the first article is there."""
    with quotes.Archive(file) as archive:
        for number in range(len(archive), 10_000):
            one = article(number)
            archive.add([one.article], [one.quotes])
            os.write(tell, b".")


def main(file: str) -> None:
    """Kill fifty times; print how many were killed while they ran, and what is in the archive."""
    chance = random.Random(20)
    killed = 0
    with quotes.Archive(f"{file}.other") as other:  # what loads at first use is there then
        for number in range(3):
            other.add([article(number).article], [article(number).quotes])
    for _ in range(KILLS):
        heard, tell = os.pipe()
        child = os.fork()
        if child == 0:
            _append(file, tell)
            os._exit(0)
        os.read(heard, 1)
        time.sleep(chance.uniform(0.0, 0.05))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        os.close(heard)
        os.close(tell)
    with quotes.Archive(file) as archive:
        held = [a.id for a in archive.articles()]
        whole = all(
            archive.quotes(id or "") == article(number).quotes for number, id in enumerate(held)
        )
        found = sorted((v.article_id, v.quote.id) for u in archive.utterances() for v in u.versions)
    connection = sqlite3.connect(file)
    (health,) = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    print(json.dumps([killed, held, whole, found, health]))


if __name__ == "__main__":
    main(sys.argv[1])
