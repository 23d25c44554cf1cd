"""Where torch computes."""

from __future__ import annotations

from quotes.errors import OptionError


def usable(device: str) -> str:
    """The name of a device, if torch can compute there: cpu, cuda, cuda:1.

    Raises:
        OptionError: it is no device, or not on this machine.
    """
    import torch

    try:
        torch.zeros(1, device=device).cpu()
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        reason = str(error).partition("\n")[0]
        raise OptionError(f"device: torch cannot compute on {device!r} ({reason})") from error
    return device
