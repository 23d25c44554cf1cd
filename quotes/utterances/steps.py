"""The steps from articles with their quotes to utterances, each a function of what it is given.

`Utterances` takes all of them in memory; whoever shares the work among machines takes the same
functions, each of a part of the whole:

1. `items_of` makes the quotes of an article ready; `leading` tells which of them are compared.
   `packed` items are few bytes, of which `unpacked` makes the same at a fraction of the cost.
2. `keys_of` gives the keys of a quote. Of those that share a key, in the order of `place`, `met`
   tells who meets, if any of them asks for the key.
3. `hope` tells how much two that meet promise, from an `outline_of` each; of these offers a quote
   chooses its partners by `chosen`. Two are compared if one has chosen the other.
4. `scored` compares; what is below `FLOOR` is no link. Where the links between two articles say
   that one `may_copy` the other, `matching_quotes` are scored again, as copied.
5. `components` are quotes that hang together: by a link of at least the threshold, as parts of one
   quote, or as `repeats`. `clustered` makes groups of one component, `Beside` the groups that were
   made of those that it has links to. Components of which a group is `crossing` are one, and have
   to be looked at again. When nothing crosses, the groups of each stand.
6. `sharing` and `suspected` tell between which articles to look for a `reworded_copy`.
   `settled_of` makes utterances of a group, `People.of` the speakers of all, by which
   `utterance_of` completes each; `order` of its first quote is its place. `utterances_of` is all
   of this at once.
"""

from __future__ import annotations

from quotes.utterances.assembly import (
    Assembled,
    Settled,
    order,
    settled_of,
    sharing,
    suspected,
    utterance_of,
    utterances_of,
)
from quotes.utterances.clusters import Beside, Clustered, clustered
from quotes.utterances.comparisons import Judged, place, scored
from quotes.utterances.copies import matching_quotes, may_copy, reworded_copy
from quotes.utterances.items import Item, Sheet, items_of, sheet_of
from quotes.utterances.joining import components
from quotes.utterances.keys import Key, Outline, hope, keys_of, outline_of
from quotes.utterances.merging import People
from quotes.utterances.packing import packed, unpacked
from quotes.utterances.partners import chosen, met
from quotes.utterances.placing import Voices, voices_of
from quotes.utterances.repeats import leading, repeats
from quotes.utterances.scores import FLOOR, Weights, shipped, similarity_of

__all__ = [
    "FLOOR",
    "Assembled",
    "Beside",
    "Clustered",
    "Item",
    "Judged",
    "Key",
    "Outline",
    "People",
    "Settled",
    "Sheet",
    "Voices",
    "Weights",
    "chosen",
    "clustered",
    "components",
    "hope",
    "items_of",
    "keys_of",
    "leading",
    "matching_quotes",
    "may_copy",
    "met",
    "order",
    "outline_of",
    "packed",
    "place",
    "repeats",
    "reworded_copy",
    "scored",
    "settled_of",
    "sharing",
    "sheet_of",
    "shipped",
    "similarity_of",
    "suspected",
    "unpacked",
    "utterance_of",
    "utterances_of",
    "voices_of",
]
