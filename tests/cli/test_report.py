"""``osteocase report``: kinds, parts, pictures, figures, password and reviewer, each asked for on the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image
from PIL.ExifTags import Base

from osteocase.records import to_json
from tests.cli.conftest import Run
from tests.report.founding import founding_case

LIST = """
[[picture]]
file = "spine.jpg"
caption = "Lateral radiograph of the spine."
alternative = "Radiograph with three wedged vertebrae."
consent = "Consent to publication was given in writing."
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "founding.json"
    path.write_text(to_json(founding_case()), encoding="utf-8")
    return path


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    exif = Image.Exif()
    exif[Base.Artist] = "Roe^Jane"
    Image.new("L", (60, 40), 90).save(tmp_path / "spine.jpg", exif=exif)
    path = tmp_path / "pictures.toml"
    path.write_text(LIST, encoding="utf-8")
    return path


def text_of(path: Path, password: str | None = None) -> str:
    reader = pypdf.PdfReader(path, password=password)
    return "\n".join(page.extract_text() for page in reader.pages)


def test_parts_are_chosen_by_name_in_the_order_given(run: Run, case: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    result = run("report", case, "-o", target, "--part", "laboratory", "--part", "fractures")
    assert result.exit_code == 0, result.stderr
    heads = [line for line in target.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert heads == ["## Laboratory", "## Fractures"]


def test_an_unknown_part_or_profile_is_told_with_those_that_there_are(run: Run, case: Path) -> None:
    for option, name in (("--part", "laboratory"), ("--profile", "ame-case-reports")):
        result = run("report", case, "-o", "-", option, "nosuch")
        assert result.exit_code == 8
        assert "nosuch" in result.stderr
        assert name in result.stderr


def test_pictures_come_with_caption_and_consent_and_without_the_name_in_their_metadata(
    run: Run, case: Path, pictures: Path, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"
    result = run("report", case, "-o", target, "--pictures", pictures)
    assert result.exit_code == 0, result.stderr
    text = text_of(target)
    assert "Lateral radiograph of the spine." in text
    assert "Consent to publication was given in writing." in text
    with pikepdf.open(target) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert not any(b"Roe^Jane" in stream.read_raw_bytes() for stream in streams)


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (LIST.replace("spine.jpg", "missing.jpg"), "missing.jpg"),
        (LIST.replace("spine.jpg", "pictures.toml"), "this is no PNG, JPEG or TIFF picture"),
        (LIST.replace("alternative = ", "# "), "picture 1 alternative"),
        ("[[picture]\n", "not valid TOML"),
        ("", "picture: field required"),
    ],
)
def test_a_faulty_list_of_pictures_is_told_and_no_report_is_made(
    run: Run, case: Path, pictures: Path, tmp_path: Path, listed: str, told: str
) -> None:
    pictures.write_text(listed, encoding="utf-8")
    result = run("report", case, "-o", tmp_path / "report.pdf", "--pictures", pictures)
    assert result.exit_code == 8
    assert told in " ".join(result.stderr.split())
    assert not (tmp_path / "report.pdf").exists()


def test_pictures_for_a_profile_that_has_no_place_for_them_are_refused(run: Run, case: Path, pictures: Path) -> None:
    assert run("report", case, "-o", "-", "--profile", "summary", "--pictures", pictures).exit_code == 2


def test_figures_go_into_a_folder_as_svg_and_png(run: Run, case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    assert run("report", case, "-f", "figures", "-o", folder).exit_code == 0
    names = {path.name for path in folder.iterdir()}
    stems = ("figure-1-timeline", "figure-2-spine", "figure-3-turnover", "figure-4-trend")
    assert names == {f"{stem}.{ending}" for stem in stems for ending in ("svg", "png")}
    with Image.open(io.BytesIO((folder / "figure-1-timeline.png").read_bytes())) as image:
        assert image.width > 1500
    assert run("report", case, "-f", "figures", "-o", "-").exit_code == 2


def test_a_locked_report_needs_its_password_and_says_that_it_is_no_archive(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEOCASE_PASSWORD", "correct horse")
    target = tmp_path / "locked.pdf"
    result = run("report", case, "-o", target, "--encrypt")
    assert result.exit_code == 0
    assert "PDF/A forbids that" in result.stderr
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    assert "Not for clinical decisions" in text_of(target, "correct horse")
    assert run("report", case, "-o", tmp_path / "report.md", "--encrypt").exit_code == 2


def test_a_reviewer_makes_no_reviewed_report_of_unreviewed_records(run: Run, case: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    assert run("report", case, "-o", target, "--reviewed-by", "A. Reader").exit_code == 0
    assert "DRAFT · 0 of 72 records reviewed" in text_of(target)


@pytest.mark.parametrize("day", ["2026-31-02", "2 January 2026", "20260102", ""])
def test_a_day_that_is_none_is_refused(run: Run, case: Path, tmp_path: Path, day: str) -> None:
    target = tmp_path / "report.pdf"
    result = run("report", case, "-o", target, "--reviewed-by", "A. Reader", "--reviewed-on", day)
    assert result.exit_code == 2
    assert "2026-01-02" in result.stderr
    assert not target.exists()


def test_a_report_of_reviewed_records_names_reviewer_and_day(run: Run, tmp_path: Path) -> None:
    case = founding_case()
    lists = ("labs", "bmd", "fractures", "treatments", "scores", "findings", "events")
    reviewed = {
        name: tuple(record.model_copy(update={"review": "accepted"}) for record in getattr(case, name))
        for name in lists
    }
    path = tmp_path / "reviewed.json"
    path.write_text(to_json(case.model_copy(update=reviewed)), encoding="utf-8")
    target = tmp_path / "report.pdf"
    assert run("report", path, "-o", target, "--reviewed-by", "A. Reader", "--reviewed-on", "2026-01-02").exit_code == 0
    assert "REVIEWED by A. Reader on 2026-01-02" in text_of(target)


def test_an_authors_own_text_is_marked_and_settles_items_of_the_checklist(run: Run, case: Path, tmp_path: Path) -> None:
    words = tmp_path / "text.md"
    words.write_text(
        "# Introduction\nWhy it matters.\n\nAnd a second paragraph\nover two lines.\n\n## Discussion\nWhat it means.\n",
        encoding="utf-8",
    )
    target = tmp_path / "report.md"
    assert run("report", case, "-o", target, "--author-text", words).exit_code == 0
    text = target.read_text(encoding="utf-8")
    narrative = text.partition("## Case narrative")[2].partition("\n## ")[0]
    order = [narrative.index(part) for part in ("✎ Why it matters.", "✎ And a second paragraph over two lines.",
                                               "### Background", "✎ What it means.")]  # fmt: skip
    assert order == sorted(order)
    assert "✎ The patient" not in narrative


@pytest.mark.parametrize(("content", "told"), [(b"no heading", "has no heading"), (b"# T\n\xff\xfe", "is not UTF-8")])
def test_an_authors_text_that_cannot_be_used_is_told(
    run: Run, case: Path, tmp_path: Path, content: bytes, told: str
) -> None:
    words = tmp_path / "text.md"
    words.write_bytes(content)
    result = run("report", case, "-o", "-", "--author-text", words)
    assert result.exit_code == 8
    assert told in " ".join(result.stderr.split())


def test_a_character_that_no_font_has_is_told_beside_the_report(run: Run, tmp_path: Path) -> None:
    note = tmp_path / "visit.txt"
    note.write_text("Serum calcium 9.4 mg/dL.\n", encoding="utf-8")
    result = run("report", note, "-o", tmp_path / "report.pdf", "--title", "Bones \U0001f9b4")
    assert result.exit_code == 0
    assert "U+1F9B4" in result.stderr
    assert "[U+1F9B4]" in text_of(tmp_path / "report.pdf")
