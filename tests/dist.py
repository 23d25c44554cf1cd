"""`make dist`: a wheel and a source distribution, and the wheel tried in an environment of its own.

Both are the same bytes for the same commit: times are those of the commit. The wheel is built from
the source distribution, so that nothing is missing there. It is installed with all it needs into a
fresh virtual environment, where the bundled fixtures and the demo run, the clone not on the path.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).parent.parent
DIST = ROOT / "dist"
MEGABYTE = 1e6
MOST_MEGABYTES = 60
_EARLIEST = "315532800"
"""1980, before which a ZIP archive knows no time."""


def main() -> int:
    """Build, try and measure; the exit status."""
    options = argparse.ArgumentParser(prog="make dist", description=main.__doc__)
    options.add_argument("--python", default=sys.executable, help="of the fresh environment")
    chosen = options.parse_args()
    wheel, source = build()
    for file in (wheel, source):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        print(f"{file.name}: {_megabytes(file):.1f} MB, sha256 {digest}", flush=True)
    if _megabytes(wheel) > MOST_MEGABYTES:
        print(f"the wheel has more than {MOST_MEGABYTES} MB", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        return tried(wheel, pathlib.Path(folder), chosen.python)


def build() -> tuple[pathlib.Path, pathlib.Path]:
    """Build both from the tree as it is: the wheel and the source distribution."""
    shutil.rmtree(DIST, ignore_errors=True)
    time = _commit_time()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": time}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(DIST), str(ROOT)]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    (wheel,) = DIST.glob("*.whl")
    (source,) = DIST.glob("*.tar.gz")
    source.write_bytes(_without_times(source.read_bytes(), int(time)))
    return wheel, source


def tried(wheel: pathlib.Path, folder: pathlib.Path, python: str) -> int:
    """Install a wheel in a fresh environment, run what is bundled and tell the sizes."""
    subprocess.run([python, "-m", "venv", str(folder / "venv")], check=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    fresh = [str(scripts / "python"), "-I"]  # -I: neither this folder nor PYTHONPATH
    pip = [*fresh, "-m", "pip", "install", "--quiet", "-c", str(ROOT / "constraints.txt")]
    pinned = next(
        line
        for line in (ROOT / "constraints.txt").read_text(encoding="utf8").splitlines()
        if line.startswith("torch==")
    )
    # torch first, as in the Makefile: with it in place nothing looks for another build of it
    subprocess.run([*pip, pinned], check=True, cwd=folder)
    subprocess.run([*pip, f"{wheel}[cli]"], check=True, cwd=folder)
    code = "import quotes.testing as t; print(*t.__path__)"
    place = subprocess.run([*fresh, "-c", code], check=True, cwd=folder, capture_output=True)
    testing = pathlib.Path(place.stdout.decode().strip())
    print(f"installed in {testing.parents[1].name} of a fresh environment", flush=True)
    demo = testing / "fixtures" / "demo.txt"
    subprocess.run([*fresh, "-m", "quotes", "extract", str(demo)], check=True, cwd=folder)
    status = subprocess.run([*fresh, "-m", "quotes.testing"], check=False, cwd=folder).returncode
    _tell_sizes(testing.parents[1])
    return status


def _commit_time() -> str:
    """When the last commit was made, in seconds; of a tree without history always the same."""
    told = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"],
        check=False,
        capture_output=True,
        text=True,
    )
    return told.stdout.strip() or _EARLIEST


def _without_times(packed: bytes, time: int) -> bytes:
    """A compressed tar file whose members have one time and no owner."""
    plain, whole = io.BytesIO(), io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(packed)) as before,
        tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as after,
    ):
        for member in sorted(before.getmembers(), key=lambda member: member.name):
            member.mtime, member.uid, member.gid, member.uname, member.gname = time, 0, 0, "", ""
            member.mode = 0o755 if member.isdir() else 0o644
            member.pax_headers = {}
            after.addfile(member, before.extractfile(member) if member.isfile() else None)
    with gzip.GzipFile(filename="", fileobj=whole, mode="wb", mtime=time) as out:
        out.write(plain.getvalue())
    return whole.getvalue()


def _tell_sizes(packages: pathlib.Path) -> None:
    """What an installation takes on disk, by package."""
    sizes = {entry.name: _megabytes(entry) for entry in packages.iterdir()}
    named = {name: sizes.pop(name, 0.0) for name in ("quotes", "torch", "stanza")}
    for name in ("pip", "setuptools", "_distutils_hack"):
        sizes.pop(name, None)
    for name, size in {**named, "all others": sum(sizes.values())}.items():
        print(f"{name}: {size:.0f} MB on disk")


def _megabytes(path: pathlib.Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / MEGABYTE


if __name__ == "__main__":
    sys.exit(main())
