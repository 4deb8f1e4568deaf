"""Pages of the founding report as small grey pictures, which guard the layout.

``python -m tests.report.pages`` writes them anew after a change that was looked at and is wanted.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from osteocase.report import build_document, render_pdf
from tests.report.founding import founding_case

__all__ = ["FOLDER", "GUARDED", "page_pictures"]

FOLDER = Path(__file__).parent / "pictures"
GUARDED = (0, 1, 2)
"""Summary; presentation, fractures and laboratory; turnover and densitometry."""
WIDTH = 220
FINE = 3
"""Each pixel is the mean of this many squared, so that the drawing of single letters does not matter."""


def page_pictures() -> dict[int, Image.Image]:
    """The guarded pages."""
    data = render_pdf(build_document(founding_case()))
    pdf = pypdfium2.PdfDocument(data)
    found = {}
    for place in GUARDED:
        page = pdf[place]
        image = page.render(scale=WIDTH * FINE / page.get_width(), grayscale=True).to_pil().convert("L")
        found[place] = image.resize((WIDTH, round(WIDTH * page.get_height() / page.get_width())), Image.Resampling.BOX)
        page.close()
    pdf.close()
    return found


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    for place, image in page_pictures().items():
        path = FOLDER / f"founding-page-{place + 1}.png"
        image.save(path)
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
