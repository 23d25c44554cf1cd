"""How every model of the library computes: on one thread, without gradients."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator


class _OneThread:
    """Holds torch to one thread while any thread of the process uses the models.

    Torch keeps the number in part for the process, in part for each thread. The number before is
    therefore taken down by the first thread that enters, and every thread sets it back for itself;
    else one of two that overlap would take the other's 1 for what was there before.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._before = 1

    def __enter__(self) -> None:
        import torch

        with self._lock:
            # asked in every thread: that is when torch takes the number over for a new thread
            number = torch.get_num_threads()
            if not self._inside:
                self._before = number
            self._inside += 1
            torch.set_num_threads(1)

    def __exit__(self, *_: object) -> None:
        import torch

        with self._lock:
            self._inside -= 1
            torch.set_num_threads(self._before)


_one_thread = _OneThread()


@contextlib.contextmanager
def inference() -> Iterator[None]:
    """No gradients, and one thread: models this small lose by more, and answers stay the same."""
    import torch

    with _one_thread, torch.inference_mode():
        yield
