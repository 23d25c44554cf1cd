"""The named features of candidates, which the ranker weighs."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from quotes.attribution import syntax
from quotes.attribution.candidates import Candidate, Previous
from quotes.attribution.chunks import sort_of
from quotes.attribution.discourse import Discourse
from quotes.attribution.frames import Frame, is_personal, reports, surroundings
from quotes.attribution.scene import Place, Scene
from quotes.attribution.shapes import shapes
from quotes.attribution.span_features import FINAL, Stretch, is_name
from quotes.lexicons.cues import cue_class
from quotes.text.paragraphs import ParagraphKind

_REACH = 20


def bucket(n: int) -> str:
    """A distance as a readable bucket."""
    if n < 0:
        return "-"
    for limit in (0, 1, 2, 3, 5, 8, 12, 20, 40):
        if n <= limit:
            return str(limit)
    return "far"


class Features:
    """Features of the candidates of one marked stretch."""

    def __init__(
        self, scene: Scene, place: Place, previous: Previous | None, discourse: Discourse
    ) -> None:
        self.scene = scene
        self.discourse = discourse
        self.place = place
        self.previous = previous
        self.sentences = scene.reading.sentences
        self.stretch = Stretch(scene, place, discourse)
        self.segment = self.stretch.features
        self.gap = self._gap()
        self.report_near = self._report_near()
        self._cues = sorted(self.report_cues)
        self._shapes: list[list[str]] = []

    def of(self, options: list[Candidate]) -> list[list[str]]:
        """One list of features for each candidate, in the same order."""
        rows = [self._base(option) for option in options]
        order = self._ranks(options)
        rivals = self._rivals(options)
        for option, row, rank in zip(options, rows, order, strict=True):
            if rank:
                row.append(f"rank:{rank}")
            if option.frame is not None:
                row.extend(self._beside(option.frame, rivals))
        shapes_there = sorted({name for row in self._shapes for name in row}) or ["none"]
        for row in rows:
            row.extend(f"{row[0]}:some:{name}" for name in shapes_there)
        return rows

    def _rivals(self, options: list[Candidate]) -> dict[tuple[int, int], list[Frame]]:
        """The frames of each cue."""
        rivals: dict[tuple[int, int], list[Frame]] = {}
        for frame in (option.frame for option in options):
            if frame is not None and frame.cue >= 0:
                rivals.setdefault((frame.sentence, frame.cue), []).append(frame)
        return rivals

    def _beside(self, frame: Frame, rivals: dict[tuple[int, int], list[Frame]]) -> Iterator[str]:
        """The frame against the others of its cue, and its source as a speaker elsewhere."""
        short = frame.relation.split("<")[0]
        others = [f for f in rivals.get((frame.sentence, frame.cue), ()) if f is not frame]
        sorts = sorted({f.relation.split("<")[0] for f in others})
        kinds = sorted({str(f.mention.kind) for f in others})
        yield f"rival:{short}:{'-'.join(sorts[:3])}"
        yield f"rival:{short}:{frame.mention.kind}:{'-'.join(kinds[:3])}"
        said = self.discourse.spoken(frame.mention)
        yield f"spoken:{said}:{frame.mention.kind}"
        yield f"spoken:{said}:{frame.mention.kind}:{reports(frame)}:{short}"

    def _gap(self) -> str:
        """How the stretch stands to the speech before it."""
        if self.previous is None:
            return "none"
        before, here = self.previous.place, self.place
        paragraphs = here.marked.paragraph - before.marked.paragraph
        if paragraphs:
            body = sum(
                self.scene.reading.paragraphs[p].kind is not ParagraphKind.FURNITURE
                for p in range(before.marked.paragraph + 1, here.marked.paragraph)
            )
            return "paragraph+1" if body == 0 else "paragraph+2" if body == 1 else "paragraphs"
        step = here.sentences[0] - before.sentences[-1]
        if step <= 0:
            return "sentence"
        if step == 1:
            return "next"
        return "later"

    def _report_near(self) -> str:
        within = -1 if self.place.marked.parent is None else self.place.marked.parent
        row = self.scene.reading.by_paragraph[self.place.marked.paragraph]
        first, last = self.place.sentences[0], self.place.sentences[-1]
        self.report_cues = {
            self.scene.offset[i] + f.cue: i
            for i in range(max(row[0], first - _REACH), min(row[-1], last + _REACH) + 1)
            for f in self.scene.frames_in(i, within)
            if reports(f)
        }
        if any(i in self.place.sentences for i in self.report_cues.values()):
            return "here"
        return "paragraph" if self.report_cues else "no"

    # -- candidates

    def _base(self, option: Candidate) -> list[str]:
        if option.frame is not None:
            return self._frame(option.frame)
        if option.continues:
            return self._continuation()
        near = self.report_near
        if option.unstated:
            return [
                "unstated",
                f"unstated:near:{near}:{self.segment[0]}",
                f"unstated:gap:{self.gap}:{self.stretch.whole}",
                *(f"unstated:{s}" for s in self.segment),
            ]
        return [
            "nobody",
            f"nobody:near:{near}:{self.segment[0]}",
            *(f"nobody:{s}" for s in self.segment),
            f"nobody:gap:{self.gap}:{self.segment[0]}",
        ]

    def _continuation(self) -> list[str]:
        assert self.previous is not None
        near, gap = self.report_near, self.gap
        frame = self.previous.frame
        between = self._between_paragraphs()
        return [
            "cont",
            f"cont:gap:{gap}",
            f"cont:gap:{gap}:{near}",
            f"cont:gap:{gap}:{between}:{near}",
            f"cont:near:{near}:{self.stretch.whole}",
            f"cont:kind:{self.previous.mention.kind}",
            f"cont:prevframe:{frame is not None}:{gap}",
            f"cont:split:{self._split()}:{gap}",
            f"cont:since:{self._since()}:{gap}",
            f"cont:since:{self._since()}:{near}:{self.stretch.whole}",
            f"cont:person:{self.stretch.first_person}:{self.previous.mention.kind}:{gap}",
            *(f"cont:{s}:{gap}" for s in self.segment[:5]),
            *(f"cont:{s}" for s in self.segment),
        ]

    def _split(self) -> str:
        """How the speech before ends and how this begins: *“It is,” he said, “so.”*"""
        assert self.previous is not None
        text, before = self.scene.reading.folded, self.previous.place.marked
        end = text[before.inner_start : before.inner_end].rstrip()[-1:]
        opening = text[self.place.marked.inner_start]
        case = "lower" if opening.islower() else "upper" if opening.isupper() else "other"
        return f"{end if end in FINAL else 'none'}:{case}"

    def _since(self) -> str:
        """How many parties are named since the speech before, and how many cues report."""
        assert self.previous is not None
        low = self.previous.place.sentences[-1]
        high = self.place.sentences[0]
        if high - low > _REACH:
            return "far"
        after = self.previous.place.marked.end
        people: set[int] = set()
        cues: set[int] = set()
        for number in range(low, high + 1):
            for frame in self.scene.frames_in(number):
                if after <= frame.mention.start < self.place.marked.start:
                    if frame.mention.kind in ("person", "organization"):
                        people.add(frame.mention.start)
                    if reports(frame):
                        cues.add(frame.start)
        return f"{min(2, len(people))}:{min(2, len(cues))}"

    def _between_paragraphs(self) -> str:
        """Whether the stretch opens its paragraph and the speech before closed its own."""
        assert self.previous is not None
        here, before = self.place.marked, self.previous.place.marked
        paragraphs = self.scene.reading.paragraphs
        opens = here.start <= paragraphs[here.paragraph].start + 1
        closed = before.end >= paragraphs[before.paragraph].end - 1
        return f"{'opens' if opens else 'inside'}-{'closed' if closed else 'inside'}"

    def _frame(self, frame: Frame) -> list[str]:
        scene, place = self.scene, self.place
        sentence = self.sentences[frame.sentence]
        start = scene.offset[frame.sentence]
        mention = frame.mention
        anchor = frame.cue if frame.cue >= 0 else mention.head
        where = self._where(frame.sentence)
        side = "before" if start + anchor <= place.before else "after"
        at = f"{where}:{side}"
        distance = self._distance(start + anchor, start + max(anchor + 1, frame.cue_stop))
        mention_distance = self._distance(start + mention.first, start + mention.stop)
        near_edge = min(distance, mention_distance)
        if frame.cue < 0:
            order, gap = "none", 0
        elif mention.first > frame.cue:
            order, gap = "cue-mention", mention.first - frame.cue_stop
        else:
            order, gap = "mention-cue", frame.cue - mention.stop
        klass = "none" if frame.cue < 0 else str(cue_class(frame.lemma, noun=frame.by_noun))
        tag = sentence.words[frame.cue].xpos if frame.cue >= 0 else "-"
        relation = frame.relation
        short = relation.split("<")[0]
        head = sentence.words[mention.head]
        who = head.lower if mention.kind == "pronoun" else str(mention.kind)
        size = self.segment[0]
        under = self._syntax(frame)
        edge = self._edge(start + anchor, start + max(anchor + 1, frame.cue_stop), side)
        others = self._others_between(start + anchor)
        between = self._reports_between(frame, start + anchor)
        left, right = surroundings(sentence, frame)
        sort = sort_of(head.lemma) if mention.kind == "nominal" else str(mention.kind)
        row = [
            "frame",
            f"at:{at}",
            f"at:{at}:{size}",
            f"at:{at}:dist:{bucket(distance)}",
            f"at:{at}:near:{bucket(near_edge)}:{order}",
            f"at:{at}:mdist:{bucket(mention_distance)}",
            f"rel:{relation}",
            f"rel:{short}:{at}:{klass}",
            f"rel:{short}:{order}:{bucket(gap)}",
            f"lemma:{frame.lemma}",
            f"lemma:{frame.lemma}:{side}",
            f"lemma:{frame.lemma}:{short}",
            f"class:{klass}:{at}",
            f"class:{klass}:{at}:{bucket(distance)}",
            f"class:{klass}:{short}:{order}",
            f"tag:{tag}:{at}:{klass}",
            f"who:{who}",
            f"who:{who}:{short}",
            f"who:{who}:{klass}:{at}",
            "head:name" if is_name(sentence, mention.head) else f"head:{head.lemma.lower()}",
            f"sort:{sort}:{klass}:{short}",
            f"sort:{sort}:{at}:{klass}",
            f"around:{left}:{right}:{order}",
            f"around:{left}:{order}:{klass}:{side}",
            f"around:{right}:{order}:{klass}:{side}",
            f"around:{left}:{right}:{short}:{bucket(gap)}",
            f"joint:{self._joint(frame)}:{short}:{klass}",
            f"syntax:{under}",
            f"syntax:{under}:{klass}",
            f"syntax:{under}:{at}:{size}",
            f"edge:{edge}:{klass}",
            f"edge:{edge}:{side}:{size}",
            f"between:{between}:{at}",
            f"between:{between}:{klass}:{short}:{where}",
            f"between:{between}:{others}:{klass}:{side}",
            f"others:{others}:{at}",
            f"others:{others}:{klass}:{where}",
            f"gap:{self.gap}:{at}:{klass}",
            *(f"frame:{s}:{where}" for s in self.segment[:4]),
            *(f"frame:{s}" for s in self.segment[:9]),
            *(f"frame:{s}:{klass}" for s in self.segment[-6:] if s.startswith(("hang", "govern"))),
            f"person:{self.stretch.first_person}:{who}:{where}",
            *syntax.of_frame(scene, self.stretch.hanging, frame),
        ]
        self._shapes.append(shapes(scene, place, frame))
        for name in self._shapes[-1] or ("none",):
            row += (f"shape:{name}", f"shape:{name}:{is_personal(sentence, frame)}")
        if self.previous is not None:
            same: bool | str = (
                mention == self.previous.mention
                or self.previous.mention.start <= mention.start < self.previous.mention.end
            )
            if not same and self.discourse.namesakes(mention, self.previous.mention):
                same = "namesake"
            cue = self.previous.frame is not None and frame.cue == self.previous.frame.cue
            row.append(f"previous:{same}:{cue}:{self.gap}:{at}")
            row.append(f"previous:{same}:{self.gap}:{klass}")
            row.append(f"previous:{same}:{self._split()}:{self.gap}:{where}")
            row.append(f"previous:{same}:{cue}:{self.gap}:{self.segment[2]}")
        return row

    def _where(self, number: int) -> str:
        sentences = self.place.sentences
        if number in (sentences[0], sentences[-1]):
            return "here"
        if self.sentences[number].paragraph != self.place.marked.paragraph:
            return "paragraph-before" if number < sentences[0] else "paragraph-after"
        step = number - sentences[0] if number < sentences[0] else number - sentences[-1]
        return f"{step:+d}" if -3 < step < 3 else "off"

    def _distance(self, first: int, stop: int) -> int:
        """Words outside marks between two stretches of words."""
        if stop <= self.place.first:
            low, high = stop, self.place.before + 1
        else:
            low, high = self.place.after, first
        return self.scene.outside(low, min(high, low + 80))

    def _edge(self, first: int, stop: int, side: str) -> str:
        """The words that stand between the cue and the mark, if they are few."""
        low, high = (stop, self.place.before + 1) if side == "before" else (self.place.after, first)
        if high - low > 3:
            i = self.place.before if side == "before" else self.place.after
            return (
                f"…{self.stretch.word(i)[0]}"
                if self.stretch.word(i)[1] in (",", ":", "IN", "DT", "TO", ".", "RB")
                else "…"
            )
        return "_".join(self.stretch.word(i)[0] for i in range(low, high))

    def _others_between(self, anchor: int) -> int:
        """How many other marked stretches stand between the cue and this one (up to 2)."""
        low, high = sorted((anchor, self.place.first))
        own = self.place.marked.index
        return min(2, len(self.scene.tops(low, high) - {-1, own}))

    def _joint(self, frame: Frame) -> str:
        """The words between mention and cue, if they are few."""
        words = self.sentences[frame.sentence].words
        if frame.cue < 0:
            return "none"
        if frame.mention.first > frame.cue:
            low, high = frame.cue_stop, frame.mention.first
        else:
            low, high = frame.mention.stop, frame.cue
        if high - low > 2:
            return "…"
        return "_".join(
            w.text if not w.text[:1].isalnum() else w.xpos for w in words[low : max(low, high)]
        )

    def _reports_between(self, frame: Frame, anchor: int) -> int:
        """How many other cues that report stand between the cue and the stretch (up to 2)."""
        low, high = sorted((anchor, self.place.first))
        cues = self._cues
        between = bisect.bisect_left(cues, high) - bisect.bisect_right(cues, low)
        return min(2, max(0, between))

    def _syntax(self, frame: Frame) -> str:
        """The relation in the parse between the cue and the marked words."""
        sentence = self.sentences[frame.sentence]
        if not sentence.parsed or frame.cue < 0 or frame.sentence not in self.place.sentences:
            return "none"
        start = self.scene.offset[frame.sentence]
        low = max(0, self.place.first - start)
        high = min(len(sentence.words), self.place.stop - start)
        best = "none"
        for i in range(low, high):
            word = sentence.words[i]
            if word.head < 0 or not low <= word.head < high:
                if word.deprel == "punct":
                    continue
                if word.head == frame.cue:
                    return f"under:{word.deprel}"
                above = sentence.words[word.head].head if word.head >= 0 else -1
                if above == frame.cue:
                    best = f"under2:{sentence.words[word.head].deprel}"
        cue = sentence.words[frame.cue]
        if low <= cue.head < high:
            return f"over:{cue.deprel}"
        return best

    def _ranks(self, options: list[Candidate]) -> list[str]:
        """For frames: the rank by distance among those that report, on each side."""
        keyed: list[tuple[int, int, str]] = []
        for i, option in enumerate(options):
            frame = option.frame
            if frame is None or not reports(frame):
                continue
            start = self.scene.offset[frame.sentence]
            anchor = start + frame.cue
            side = "before" if anchor <= self.place.before else "after"
            gap = self.place.first - anchor if side == "before" else anchor - self.place.stop
            keyed.append((gap, i, f"{self._where(frame.sentence)}:{side}"))
        ranks = [""] * len(options)
        keyed.sort()
        cues: list[int] = []
        for gap, i, at in keyed:
            if gap not in cues:
                cues.append(gap)
            ranks[i] = f"{min(3, cues.index(gap))}:{at}:{min(3, len(keyed))}"
        return ranks
