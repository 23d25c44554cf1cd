"""An annotated article on disk, in both of the forms that the commands read."""

from __future__ import annotations

import json
import pathlib

TEXT = "“The pier will hold,” said Odile Brand, the captain.\r\nThe “Old Lady” is a clock."
SAID = "The pier will hold,"


def written_attributions(file: pathlib.Path) -> pathlib.Path:
    """One article with an annotated attribution and one without content."""
    source = TEXT.index("Odile")
    row = {
        "id": "pier",
        "text": TEXT,
        "attributions": [
            {"source": [[source, source + 11]], "cue": None, "content": [[0, 21]]},
            {"source": [[source, source + 11]], "cue": [], "content": []},
        ],
    }
    file.write_text(json.dumps(row) + "\n\n", encoding="utf8")
    return file


def written_speakers(folder: pathlib.Path, name: str = "pier") -> pathlib.Path:
    """One article with a quotation and a nickname."""
    spans = [{"start": TEXT.index(w), "end": TEXT.index(w) + len(w)} for w in (SAID, "Old Lady")]
    rows = [
        {
            "role": "speech",
            "speaker": "Odile Brand",
            "speaker_type": "person",
            "mention": "Odile Brand",
            "title": "captain",
            "affiliation": None,
        },
        {"role": "not_speech", "speaker": None, "mention": None},
    ]
    folder.mkdir()
    (folder / f"{name}.txt").write_bytes(TEXT.encode())
    (folder / f"{name}.segs.json").write_text(json.dumps(spans), encoding="utf8")
    (folder / f"{name}.gold.json").write_text(json.dumps(rows), encoding="utf8")
    return folder
