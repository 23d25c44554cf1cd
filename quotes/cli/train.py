"""`python -m quotes train`: make the weights that the library comes with anew.

Each command hands over to `quotes.training`, which is imported only then.
"""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from quotes.cli.progress import shown
from quotes.cli.shared import Models, told_in_one_line
from quotes.render.writing import write

app = typer.Typer(
    no_args_is_help=True,
    help="Train the models and weights that the library comes with.",
    epilog="What each needs, and what to expect of it: docs/models.md.",
)

Data = Annotated[
    pathlib.Path,
    typer.Option(
        metavar="FOLDER",
        help="Holds ud/en_train.conllu, ud/en_dev.conllu, ner/train.bio, ner/dev.bio and, if "
        "there is any, silver/*.conllu.gz.",
    ),
]
Out = Annotated[pathlib.Path, typer.Option(metavar="FOLDER", help="Where to write what is made.")]
Seed = Annotated[
    int, typer.Option(metavar="N", min=0, max=2**31 - 1, help="Decides everything random.")
]
Steps = Annotated[int | None, typer.Option(metavar="N", min=1, help="How long to train.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a run that was cut off.")]
Device = Annotated[str, typer.Option(metavar="DEVICE", help="Where to compute: cpu, cuda, cuda:1.")]
Polnear = Annotated[
    pathlib.Path, typer.Option(metavar="FILE", help="Annotated attributions: PolNeAR, JSON Lines.")
]
Speakers = Annotated[
    pathlib.Path, typer.Option(metavar="FOLDER", help="Articles with annotated speakers.")
]

Folds = Annotated[
    pathlib.Path,
    typer.Option(metavar="FILE", help="Which annotated articles belong together, as to evaluate."),
]
Coreference = Annotated[
    pathlib.Path | None,
    typer.Option(metavar="FILE", help="Their chains of coreference, JSON Lines."),
]


def _processor(name: str) -> Callable[..., None]:
    """The command that trains one of the networks by the common loop."""

    def command(
        data: Data,
        out: Out,
        start: Annotated[
            pathlib.Path | None,
            typer.Option(metavar="FOLDER", help="A package of models to begin with."),
        ] = None,
        steps: Steps = None,
        seed: Seed = 1,
        resume: Resume = False,
        device: Device = "cpu",
    ) -> None:
        _trained(name, data, out, start=start, steps=steps, seed=seed, resume=resume, device=device)

    return command


_NETWORKS = {
    "tagger": "Parts of speech: OUT/en/pos.",
    "parser": "Syntax, from tags with the usual errors: OUT/en/depparse.",
    "ner": "Named entities: OUT/en/ner.",
}


@app.command(help="Word vectors for tagger, parser and ner: OUT/en/pretrain.")
def vectors(
    data: Data,
    out: Out,
    encoder: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FOLDER", help="A BERT encoder, for more of each vector."),
    ] = None,
    seed: Seed = 1,
) -> None:
    """Word vectors."""
    _trained("vectors", data, out, seed=seed, encoder=encoder)


@app.command(help="Words and sentences: OUT/en/tokenize.")
def tokenizer(
    data: Data, out: Out, steps: Steps = None, seed: Seed = 1, device: Device = "cpu"
) -> None:
    """The tokenizer."""
    _trained("tokenizer", data, out, steps=steps, seed=seed, device=device)


@app.command(help="Dictionary forms: OUT/en/lemma. Nothing about it is random.")
def lemmatizer(data: Data, out: Out) -> None:
    """The lemmatizer."""
    _trained("lemmatizer", data, out)


for _name, _help in _NETWORKS.items():
    app.command(_name, help=_help)(_processor(_name))


def _trained(
    name: str,
    data: pathlib.Path,
    out: pathlib.Path,
    *,
    start: pathlib.Path | None = None,
    steps: int | None = None,
    seed: int = 1,
    resume: bool = False,
    device: str = "cpu",
    encoder: pathlib.Path | None = None,
) -> None:
    with told_in_one_line(), shown() as bar:
        import attrs
        import torch

        from quotes.training.analysis.loop import Plan
        from quotes.training.analysis.processors import PLANS, train

        plan = PLANS.get(name)
        if steps:
            plan = attrs.evolve(plan or Plan(steps=0, rate=0.0), steps=steps)
        # Numbers next to zero make a step on a CPU several times slower.
        torch.set_flush_denormal(True)
        try:
            figures = train(
                name, data, out,
                start=start, plan=plan, seed=seed, resume=resume, device=device, progress=bar,
                encoder=encoder,
            )  # fmt: skip
        finally:
            torch.set_flush_denormal(False)
        _told(figures)


@app.command(help="A package of what was trained, in half precision.")
def pack(
    out: Annotated[
        pathlib.Path, typer.Option(metavar="FOLDER", help="Where the trained models are.")
    ],
    package: Annotated[
        pathlib.Path, typer.Option(metavar="FOLDER", help="Where to write the package.")
    ],
    models: Annotated[
        str,
        typer.Option(metavar="MODELS", help="Gives what was not trained: bundled, or a folder."),
    ] = "bundled",
) -> None:
    """A package."""
    with told_in_one_line():
        from quotes.language.packages import find
        from quotes.training.analysis.package import pack

        pack(out, package, find(models).path)


@app.command(help="The rankers of sources and reports: OUT/*.npz.")
def attribution(
    polnear: Polnear,
    out: Out,
    speakers: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FOLDER", help="Articles with annotated speakers, to learn from too."),
    ] = None,
    apart: Annotated[
        bool,
        typer.Option("--apart", help="Rankers without a quarter each too: for the confidence."),
    ] = False,
    models: Models = "bundled",
    seed: Seed = 0,
    resume: Resume = False,
    device: Device = "cpu",
) -> None:
    """The rankers."""
    with told_in_one_line(), shown() as bar:
        from quotes.training.rankers import fit_rankers

        _told(
            fit_rankers(
                polnear, out,
                speakers=speakers, models=models, seed=seed, resume=resume, device=device,
                apart=apart, progress=bar,
            )
        )  # fmt: skip


@app.command(
    help="What reads quoted words in their article: OUT/encoder.npz.",
    epilog="Without each fold, too: OUT/without-fold-N.npz.",
)
def encoder(
    polnear: Polnear,
    folds: Folds,
    start: Annotated[
        pathlib.Path,
        typer.Option(metavar="FOLDER", help="A BERT encoder to begin with: all-MiniLM-L6-v2."),
    ],
    out: Out,
    coreference: Coreference = None,
    models: Models = "bundled",
    steps: Steps = None,
    seed: Seed = 0,
    resume: Resume = False,
    device: Device = "cpu",
) -> None:
    """The encoder."""
    with told_in_one_line(), shown() as bar:
        import attrs

        from quotes.training.encoder.body import PLAN
        from quotes.training.encoder.fit import fit_encoder

        plan = attrs.evolve(PLAN, steps=steps) if steps else PLAN
        _told(
            fit_encoder(
                polnear, folds, start, out,
                coreference=coreference, models=models, plan=plan, seed=seed, resume=resume,
                device=device, progress=bar,
            )
        )  # fmt: skip


@app.command(
    help="What ranker and encoder weigh together: OUT/joint.json. Nothing about it is random.",
    epilog="Fitted to what both say of articles that they have not learned from.",
)
def joint(
    folds: Folds,
    encoders: Annotated[
        pathlib.Path, typer.Option(metavar="FOLDER", help="What `train encoder` made.")
    ],
    out: Out,
    rankers: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FOLDER", help="What `evaluate cross-fitted` kept."),
    ] = None,
    models: Models = "bundled",
    resume: Resume = False,
) -> None:
    """The weights of both."""
    with told_in_one_line(), shown() as bar:
        from quotes.training.joint import fit_joint

        _told(
            fit_joint(
                folds, encoders, out, rankers=rankers, models=models, resume=resume, progress=bar
            )
        )


@app.command(
    help="Whom pronouns and descriptions mean: OUT/antecedents.json. Nothing about it is random."
)
def speakers(
    speakers: Speakers,
    out: Out,
    polnear: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FILE", help="Annotated attributions, used with --coreference."),
    ] = None,
    coreference: Coreference = None,
    models: Models = "bundled",
    resume: Resume = False,
) -> None:
    """The antecedents."""
    with told_in_one_line(), shown() as bar:
        from quotes.training.coreference import fit_antecedents

        _told(
            fit_antecedents(
                speakers, out,
                polnear=polnear, coreference=coreference, models=models, resume=resume,
                progress=bar,
            )
        )  # fmt: skip


@app.command(
    help="Which descriptions are roles: OUT/roles.json. Nothing about it is random.",
    epilog="Fitted to the speakers that attribution and antecedents find: train these first.",
)
def roles(
    speakers: Annotated[
        list[pathlib.Path],
        typer.Option(metavar="FOLDER", help="Articles with annotated speakers; may be repeated."),
    ],
    out: Out,
    models: Models = "bundled",
    resume: Resume = False,
) -> None:
    """The roles."""
    with told_in_one_line(), shown() as bar:
        from quotes.training.roles import fit_roles

        _told(fit_roles(speakers, out, models=models, resume=resume, progress=bar))


@app.command(
    help="How sure a named speaker is: OUT/confidence.json. Nothing about it is random.",
    epilog="Fitted to what attribution and antecedents answer: train these first.",
)
def confidence(
    speakers: Annotated[
        list[pathlib.Path],
        typer.Option(metavar="FOLDER", help="Articles with annotated speakers; may be repeated."),
    ],
    out: Out,
    apart: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FOLDER", help="What `train attribution --apart` made."),
    ] = None,
    models: Models = "bundled",
    resume: Resume = False,
) -> None:
    """The confidence."""
    with told_in_one_line(), shown() as bar:
        from quotes.training.confidence import fit_confidence

        _told(
            fit_confidence(speakers, out, apart=apart, models=models, resume=resume, progress=bar)
        )


@app.command(help="What joins the versions of an utterance: OUT/weights.json.")
def versions(
    topics: Annotated[
        pathlib.Path, typer.Option(metavar="FOLDER", help="Annotated topics, as to evaluate.")
    ],
    out: Out,
    models: Models = "bundled",
    seed: Annotated[
        int, typer.Option(metavar="N", help="Which retellings are made to learn from.")
    ] = 11,
) -> None:
    """The weights of versions; prints how good they are on topics left out of the fit."""
    with told_in_one_line(), shown() as bar:
        from quotes.evaluation.report import as_table
        from quotes.training.versions import Settings, fit_versions

        score = fit_versions(topics, out, models=models, settings=Settings(seed=seed), progress=bar)
        write("each topic with weights fitted to the others:")
        write(as_table(score), end="")


@app.command(help="Counts of words: OUT/stems.tsv, OUT/bigrams.npz. Nothing about it is random.")
def words(
    files: Annotated[
        list[pathlib.Path],
        typer.Argument(metavar="CORPUS", help="PolNeAR .jsonl, UD .conllu, .bio, or .txt."),
    ],
    out: Out,
) -> None:
    """The tables of words."""
    with told_in_one_line(), shown() as bar:
        from quotes.training.words import count_words

        count_words(files, out, progress=bar)


def _told(figures: Mapping[str, float]) -> None:
    """Write counts as they are and shares in per cent."""
    for name, value in figures.items():
        count = isinstance(value, int) or value > 1
        write(f"{name}: {value:.0f}" if count else f"{name}: {100 * value:.1f} %")
