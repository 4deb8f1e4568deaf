"""The pages look as they looked when a person last looked at them."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.report.pages import FOLDER, GUARDED, page_pictures

BLOCK = 11
"""Side of the squares that are compared, pixels of the small picture: about 3 % of the page's width."""
MOST = 26.0
"""Largest mean difference of a square, in 256 steps of grey; a moved line of text gives 50 and more."""


@pytest.mark.parametrize("place", GUARDED)
def test_the_page_looks_as_it_did(place: int) -> None:
    now = page_pictures()[place]
    with Image.open(FOLDER / f"founding-page-{place + 1}.png") as kept:
        before = kept.convert("L")
    assert now.size == before.size
    difference = ImageChops.difference(now, before)
    worst = 0.0
    for top in range(0, difference.height, BLOCK):
        for left in range(0, difference.width, BLOCK):
            box = (left, top, min(left + BLOCK, difference.width), min(top + BLOCK, difference.height))
            worst = max(worst, ImageStat.Stat(difference.crop(box)).mean[0])
    assert worst < MOST, "run `python -m tests.report.pages`, look at the pages, and keep them if they are wanted"


def test_text_covers_no_page_beyond_its_margins() -> None:
    for image in page_pictures().values():
        edge = image.crop((0, 0, 15, image.height)).getextrema()
        far = image.crop((image.width - 15, 0, image.width, image.height)).getextrema()
        assert edge == far == (255, 255)
