"""`python -m quotes evaluate`: measure the library on annotated articles, or how fast it is.

Each command hands over to `quotes.evaluation`, which is imported only then.
"""

from __future__ import annotations

import pathlib
from json import dumps, loads
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.progress import shown
from quotes.cli.shared import Models, told_in_one_line
from quotes.render.writing import write

if TYPE_CHECKING:  # loaded at first use: the help stays instant
    from quotes.evaluation.report import Result

app = typer.Typer(
    no_args_is_help=True,
    help="Measure how good the library is, and how fast.",
    epilog="What is measured, and in which form articles are annotated: docs/evaluation.md.",
)

Folder = Annotated[
    pathlib.Path, typer.Argument(metavar="FOLDER", help="Articles with annotated speakers.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, not a table.")]
_FITTED = (
    "The topics are files *.gold.json with their texts in docs beside them. Topics on which the "
    "shipped weights were fitted give too good a figure; `python -m quotes train versions` prints "
    "the one with topics left out."
)
_REFITTED = (
    "Fitted anew without each fold: the rankers of sources, the antecedents, the confidence. The "
    "other weights are not fitted to articles with annotated speakers."
)
_SEEDS = (
    "The shipped weights were fitted to retellings of seed 11. Those of other seeds are made from "
    "the same grammar."
)


@app.command(help="Quoted speech and its sources.")
def attribution(
    file: Annotated[
        pathlib.Path,
        typer.Argument(metavar="FILE", help="Articles with annotated attributions, JSON Lines."),
    ],
    models: Models = "bundled",
    json: AsJson = False,
) -> None:
    """Quoted speech."""
    with told_in_one_line():
        from quotes.evaluation import measures

        _written(measures.attribution(file, models), json)


@app.command(help="Resolved speakers: full names, roles, affiliations.")
def speakers(folder: Folder, models: Models = "bundled", json: AsJson = False) -> None:
    """Resolved speakers."""
    with told_in_one_line():
        from quotes.evaluation import measures

        _written(measures.speakers(folder, models), json)


@app.command(help="How far `speaker_confidence` is a probability.")
def calibration(
    folders: Annotated[
        list[pathlib.Path],
        typer.Argument(
            metavar="FOLDER", help="Articles with annotated speakers; several also together."
        ),
    ],
    models: Models = "bundled",
    svg: Annotated[
        pathlib.Path | None,
        typer.Option("--svg", metavar="FILE", help="Draw a reliability diagram as well."),
    ] = None,
    cross_validated: Annotated[
        bool,
        typer.Option(
            "--cross-validated",
            help="Also with weights of the confidence that were fitted to other articles; drawn "
            "beside it as shipped.",
        ),
    ] = False,
    json: AsJson = False,
) -> None:
    """Calibration."""
    with told_in_one_line():
        import attrs

        from quotes.errors import FormatError
        from quotes.evaluation import measures
        from quotes.evaluation.plot import plot_reliability, require_matplotlib

        if svg is not None:
            require_matplotlib()
        found = measures.calibration(folders, models, cross_validated=cross_validated)
        if svg is not None:
            drawn = found
            if cross_validated:
                shipped, apart = found[-2:]
                drawn = (attrs.evolve(shipped, name="as shipped"), apart)
            try:
                picture = plot_reliability(drawn)
            except ValueError as error:
                raise FormatError(f"{svg}: {error}") from error
            svg.write_text(picture, encoding="utf8")
        _written(found, json)


@app.command(
    name="cross-fitted",
    help="Speakers, answered by weights fitted to other articles.",
    epilog=_REFITTED,
)
def cross_fitted(
    folds: Annotated[
        pathlib.Path,
        typer.Argument(metavar="FOLDS", help="JSON: lists of FOLDER/NAME, beside the folders."),
    ],
    polnear: Annotated[
        pathlib.Path,
        typer.Option(metavar="FILE", help="Annotated attributions: PolNeAR, JSON Lines."),
    ],
    out: Annotated[
        pathlib.Path,
        typer.Option(metavar="FOLDER", help="Where to keep what is made of each article."),
    ],
    coreference: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FILE", help="Their chains of coreference, JSON Lines."),
    ] = None,
    encoders: Annotated[
        pathlib.Path | None,
        typer.Option(metavar="FOLDER", help="What `train encoder` made."),
    ] = None,
    models: Models = "bundled",
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was cut off.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Resolved speakers, cross-fitted."""
    with told_in_one_line(), shown() as bar:
        from quotes.evaluation.report import as_json, as_table
        from quotes.training.cross_fitting import cross_fitted as measured

        found = measured(
            folds, out, polnear=polnear, coreference=coreference, encoders=encoders, models=models,
            resume=resume, progress=bar,
        )  # fmt: skip
        if json:
            rows = {name: loads(as_json(score)) for name, score in found.items()}
            typer.echo(dumps(rows, indent=1))
        else:
            tables = (f"{name}:\n{as_table(score)}" for name, score in found.items())
            typer.echo("\n".join(tables), nl=False)


@app.command(help="Versions of one utterance across outlets.", epilog=_FITTED)
def versions(
    folder: Annotated[pathlib.Path, typer.Argument(metavar="FOLDER", help="Annotated topics.")],
    models: Models = "bundled",
    json: AsJson = False,
) -> None:
    """Versions of one utterance."""
    with told_in_one_line():
        from quotes.evaluation import measures

        _written(measures.versions(folder, models), json)


@app.command(help="The same on generated retellings, whose quotes are given.", epilog=_SEEDS)
def retellings(
    quotes: Annotated[int, typer.Option(metavar="N", min=1, help="How many quotes.")] = 4000,
    seed: Annotated[int, typer.Option(metavar="S", help="Which retellings are made.")] = 0,
    json: AsJson = False,
) -> None:
    """Retellings."""
    with told_in_one_line():
        from quotes.evaluation import measures

        _written(measures.retellings(quotes, seed), json)


@app.command(help="The analysis on raw text, and named entities.")
def analysis(
    folder: Annotated[
        pathlib.Path,
        typer.Argument(metavar="FOLDER", help="Holds ud/en_dev.conllu and ner/dev.bio."),
    ],
    models: Models = "bundled",
    json: AsJson = False,
) -> None:
    """The analysis."""
    with told_in_one_line():
        from quotes.training.analysis.processors import score

        _written(score(models, folder), json)


@app.command(help="Words a second, and where the time goes.")
def speed(
    path: Annotated[
        pathlib.Path,
        typer.Argument(metavar="PATH", help="One text, a folder of .txt, or annotated .jsonl."),
    ],
    batched: Annotated[
        bool, typer.Option("--batched", help="Analyse several articles together.")
    ] = False,
    models: Models = "bundled",
    json: AsJson = False,
) -> None:
    """Speed."""
    with told_in_one_line():
        from quotes.evaluation import measures

        _written(measures.speed(path, models, batched=batched), json)


def _sizes(text: str) -> tuple[int, ...]:
    parts = text.split(",")
    if not all(part.strip().isdecimal() and int(part) for part in parts):
        raise typer.BadParameter(
            f"expected counts of quotes, like 1000,10000, not {text!r}", param_hint="--quotes"
        )
    return tuple(map(int, parts))


@app.command(help="Time and memory of `normalise` by the number of quotes.")
def cost(
    quotes: Annotated[
        str, typer.Option(metavar="N,N", help="The sizes, each in a fresh process.")
    ] = "1000,10000,100000",
    svg: Annotated[
        pathlib.Path | None, typer.Option("--svg", metavar="FILE", help="Draw them as well.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Costs."""
    sizes = _sizes(quotes)
    with told_in_one_line():
        from quotes.evaluation import measures
        from quotes.evaluation.plot import plot_costs, require_matplotlib

        if svg is not None:
            require_matplotlib()
        found = measures.costs(sizes)
        if svg is not None:
            svg.write_text(plot_costs(found), encoding="utf8")
        _written(found, json)


@app.command(help="What very many articles would take on a cluster.")
def simulation(
    articles: Annotated[int, typer.Option(min=1, help="How many articles.")] = 200_000_000,
    quotes: Annotated[
        int, typer.Option(min=100, help="So many quotes are normalised here to measure it.")
    ] = 5_000,
    per_article: Annotated[float, typer.Option(min=0.01, help="Quotes an article.")] = 4.0,
    words: Annotated[float, typer.Option(min=1, help="Words an article.")] = 500,
    speed: Annotated[float, typer.Option(min=1, help="Words that a core reads a second.")] = 3400,
    cores: Annotated[int, typer.Option(min=1, help="Cores of the cluster.")] = 1_000,
    held: Annotated[int, typer.Option(min=1, help="Quotes in a part.")] = 100_000,
    memory: Annotated[float, typer.Option(min=0.1, help="Gigabytes of a worker.")] = 4.0,
    core_hour: Annotated[float, typer.Option(min=0, help="Price of a core for an hour.")] = 0.04,
    json: AsJson = False,
) -> None:
    """A job that is too large for this machine."""
    with told_in_one_line():
        from quotes.evaluation.simulation import Job, Prices, as_dict, as_table, simulate

        job = Job(
            articles=articles,
            words=words,
            quotes=per_article,
            words_a_second=speed,
            cores=cores,
            held=held,
            memory=memory,
            prices=Prices(core_hour=core_hour),
        )
        found = simulate(quotes, job)
        write(dumps(as_dict(found), indent=1) + "\n" if json else as_table(found), end="")


def _written(result: Result, json: bool) -> None:
    from quotes.evaluation.report import as_json, as_table

    write(as_json(result) if json else as_table(result), end="")
