"""The other side of `quotes.workers`: what the processes do that share its work.

On Linux one process, which has a single thread, loads what is needed and is then forked for each
worker, so that workers share that memory. Elsewhere each worker is a process that loads everything
itself. A worker ends as soon as its connection is closed, whatever it is doing, so that a parent
that is killed, or has seen enough, leaves none behind.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any

from quotes.errors import portable

Act = Callable[[Sequence[Any]], list[Any]]
Prepare = Callable[[], object]
_WATCH = 0.5
"""Seconds between two looks whether the parent is still there."""


def serve(descriptor: int) -> None:
    """Load what workers need, then fork one for every connection that comes over a socket.

    What workers do, and what is called once before, comes over standard input. The process ends
    with the one that started it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent to deal with
    _end_without_parent()
    control = socket.socket(fileno=descriptor)
    act, failure = _loaded(sys.stdin.buffer.read())
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # workers that end are not waited for
    signal.siginterrupt(signal.SIGALRM, True)  # so that waiting is left to look for the parent
    gc.collect()
    gc.freeze()  # a collection would write to all pages, and so copy them for each worker
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            os._exit(0)
        (end,) = descriptors
        if os.fork() == 0:
            control.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                work(Connection(end), act, failure)
            except BaseException:  # nothing may come back to the loop of the process that forked
                sys.excepthook(*sys.exc_info())
            finally:
                os._exit(1)
        os.close(end)


def spawned(connection: Connection, act: Act, prepare: Prepare) -> None:
    """Load for one worker alone what it needs, and work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work(connection, act, _failure(prepare))


def work(connection: Connection, act: Act, failure: BaseException | None) -> None:
    """Answer batches with their results, or with what was raised, until the connection is closed.

    The first answer is what went wrong in loading, None if nothing did.
    """
    batches: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, batches), daemon=True).start()
    answer: object = failure
    while True:
        try:
            connection.send(answer)
        except OSError:  # the parent is gone
            os._exit(0)
        data = batches.get()
        try:
            answer = act(pickle.loads(data))
        except BaseException as error:
            answer = portable(error)


def _receive(connection: Connection, batches: queue.SimpleQueue[bytes]) -> None:
    """Take batches in while others are worked on; end the process once the parent is gone."""
    parent = os.getppid()
    try:
        while os.getppid() == parent:
            if connection.poll(_WATCH):
                batches.put(connection.recv_bytes())
    except (EOFError, OSError):
        pass
    finally:
        os._exit(0)


def _end_without_parent() -> None:
    """End this process soon after its parent, even while it loads, without a thread."""
    parent = os.getppid()

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(0)

    signal.signal(signal.SIGALRM, look)
    signal.siginterrupt(signal.SIGALRM, False)  # files are read by code that may not expect it
    signal.setitimer(signal.ITIMER_REAL, _WATCH, _WATCH)


def _loaded(task: bytes) -> tuple[Act, BaseException | None]:
    """What workers do, once everything is loaded, and what went wrong in that."""
    try:
        act, prepare = pickle.loads(task)
    except Exception as error:
        return list, portable(error)
    return act, _failure(prepare)


def _failure(prepare: Prepare) -> BaseException | None:
    try:
        prepare()
    except Exception as error:
        return portable(error)
    return None
