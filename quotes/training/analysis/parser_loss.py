"""The loss of stanza's graph parser, with labels scored for the true heads alone.

Stanza scores the labels of all pairs of words and then looks at those of the true heads: the same
loss for a quarter more time.
"""

from __future__ import annotations

from typing import Any

_PREFIX = 4


def loss(model: Any, batch: Any) -> Any:
    """The training loss of a batch, as `GraphParser.forward` has it: arcs, labels, order, distance.

    Args:
        model: stanza's `GraphParser`, in training mode.
        batch: as stanza's loader collates it.
    """
    import torch
    from stanza.models.depparse.trainer import unpack_batch
    from torch.nn import functional

    device = next(model.parameters()).device
    inputs, _, order, lengths, word_lengths, text = unpack_batch(batch, device)
    mask, chars, head, relation = inputs[1], inputs[2], inputs[9], inputs[10]
    states = model.embed(*inputs, order, lengths, word_lengths, text)

    def scored(name: str) -> Any:
        layer = getattr(model, name)
        return layer(model.drop(states), model.drop(states)).squeeze(3)

    size = states.size(1)
    places = torch.arange(size, device=device)
    offset = (places.view(1, 1, -1) - places.view(1, -1, 1)).expand(len(states), -1, -1)
    arcs = scored("unlabeled")
    rest = mask[:, 1:]
    known = head.masked_fill(rest, -1).view(-1)
    heads = head.unsqueeze(2)
    total = 0.0
    if model.args["linearization"]:
        turns = scored("linearization")
        arcs = arcs + functional.logsigmoid(turns * torch.sign(offset).float()).detach()
        right = torch.gather(turns[:, 1:], 2, heads).view(-1, 1)
        ahead = torch.gather((offset[:, 1:] > 0).long(), 2, heads)
        total = total + model.crit(torch.cat([-right / 2, right / 2], 1), ahead.view(-1))
    if model.args["distance"]:
        far = 1 + functional.softplus(scored("distance"))
        near = -torch.log((torch.abs(offset).float() - far) ** 2 / 2 + 1)
        arcs = arcs + near.detach()
        total = total - torch.gather(near[:, 1:], 2, heads).sum()
    arcs = arcs.masked_fill(
        torch.eye(size, dtype=torch.bool, device=device).unsqueeze(0), -float("inf")
    )
    arcs = arcs[:, 1:].masked_fill(mask.unsqueeze(1), -float("inf"))
    total = total + model.crit(arcs.reshape(-1, size), known)
    wanted = (relation - _PREFIX).masked_fill(rest, -1).view(-1)
    total = total + model.crit(_labels(model.deprel, model.drop, states, head), wanted)
    return total / chars.size(0)


def _labels(layer: Any, drop: Any, states: Any, head: Any) -> Any:
    """Scores of the labels of each word but the root, given its head: words by labels."""
    import torch

    below = layer.dropout(layer.hidden_func(layer.W1(drop(states[:, 1:]))))
    above = layer.dropout(layer.hidden_func(layer.W2(drop(states))))
    above = torch.gather(above, 1, head.unsqueeze(2).expand(-1, -1, above.size(2)))
    one = below.new_ones(*below.shape[:-1], 1)
    below = torch.cat([below, one], 2).flatten(0, 1)
    above = torch.cat([above, one], 2).flatten(0, 1)
    bilinear = layer.scorer.W_bilin
    wide = below @ bilinear.weight.flatten(1)
    wide = wide.view(len(below), bilinear.weight.size(1), -1)
    return torch.bmm(above.unsqueeze(1), wide).squeeze(1) + bilinear.bias
