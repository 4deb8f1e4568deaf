"""The finishing step: the file that ReportLab wrote becomes PDF/UA-1 and PDF/A-3a, with its attachments.

Needs met here (ISO 19005-3, ISO 14289-1): XMP metadata that agree with the information dictionary, the extension
schema that PDF/A asks for before ``pdfuaid`` may be used, an output intent, the structure tree in the catalogue,
associated files.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from osteocase.report.document import Document
from osteocase.report.pdf.file import FileObjects
from osteocase.report.pdf.fonts import printable
from osteocase.report.pdf.structure import Structure, text_string

__all__ = ["finish"]

_PRODUCER = "ReportLab and osteocase"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{keywords}
<xmp:CreatorTool>{creator}</xmp:CreatorTool>{dates}
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    """The sRGB profile that Pillow makes, with its date of making cleared so that the bytes are always the same."""
    made: Any = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    profile = bytearray(made.tobytes())
    profile[24:36] = bytes((7, 230, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return bytes(profile)


def finish(canvas: Canvas, structure: Structure, document: Document, left: float) -> bytes:
    """The finished file.

    Args:
        canvas: all pages drawn.
        structure: elements, links and anchors of the pages.
        document: what the file tells, for its metadata and attachments.
        left: x of the place that links go to, points.
    """
    written, pdf = _plain_file(canvas)
    objects = FileObjects()
    numbers = pdf.idToObjectNumberAndVersion
    by_number = sorted((numbers[name][0], offset) for name, offset in pdf.idToOffset.items())
    objects.take(written, by_number)
    for name, (number, _generation) in numbers.items():
        if name.startswith("toUnicodeCMap:"):
            objects.rewrite(number, _whole_characters)
    count = len(structure.contents)
    pages = [numbers[f"Page{place + 1}"][0] for place in range(count)]
    tree = structure.write(objects, pages, left)
    for place, page in enumerate(pages):
        entries = f"/StructParents {place}/Tabs/S"
        if place in tree.annotations:
            entries += f"/Annots {tree.annotations[place]} 0 R"
        objects.extend(page, entries)
    catalogue = numbers[pdf.Catalog.__InternalName__][0]
    objects.extend(
        catalogue,
        f"/StructTreeRoot {tree.tree} 0 R/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
        f"{_output_intent(objects)}{_attached(objects, document)}/Metadata {_metadata(objects, document)} 0 R",
    )
    return objects.write(catalogue, _information(objects, document))


def _plain_file(canvas: Any) -> tuple[bytes, Any]:
    """ReportLab's own file and document, streams as bytes and not as ASCII letters."""
    as_letters = rl_config.useA85
    rl_config.useA85 = 0
    try:
        return canvas.getpdfdata(), canvas._doc
    finally:
        rl_config.useA85 = as_letters


_BEYOND = re.compile(rb"<([0-9A-F]{5,6})>")


def _whole_characters(table: bytes) -> bytes:
    """A font's table of characters; ReportLab writes those beyond U+FFFF in five digits, where UTF-16 is asked for."""
    return _BEYOND.sub(
        lambda match: b"<" + chr(int(match.group(1), 16)).encode("utf-16-be").hex().upper().encode() + b">", table
    )


def _output_intent(objects: FileObjects) -> str:
    profile = objects.add_stream("/N 3", _srgb(), lasting=True)
    return (
        f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{text_string('sRGB')}"
        f"/Info{text_string('sRGB IEC61966-2.1')}/DestOutputProfile {profile} 0 R>>]"
    )


def _attached(objects: FileObjects, document: Document) -> str:
    """Catalogue entries for the attachments: found by name, and associated with the document as a whole."""
    if not document.attachments:
        return ""
    date = _pdf_date(document.created)
    dates = f"/ModDate({date})" if date else ""
    specs = []
    for attachment in sorted(document.attachments, key=lambda item: item.name):
        kind = attachment.media_type.replace("/", "#2F").replace("+", "#2B")
        digest = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
        stream = objects.add_stream(
            f"/Type/EmbeddedFile/Subtype/{kind}/Params<</Size {len(attachment.content)}/CheckSum<{digest}>{dates}>>",
            attachment.content,
            lasting=attachment.relationship == "Supplement",
        )
        name = text_string(attachment.name)
        spec = objects.add(
            f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(attachment.description)}"
            f"/AFRelationship/{attachment.relationship}/EF<</F {stream} 0 R/UF {stream} 0 R>>>>"
        )
        specs.append((attachment.name, spec))
    names = " ".join(f"({name}) {spec} 0 R" for name, spec in specs)
    files = " ".join(f"{spec} 0 R" for _name, spec in specs)
    return f"/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF[{files}]"


def _pdf_date(seconds: int | None) -> str | None:
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("D:%Y%m%d%H%M%S+00'00'")


def _subject(document: Document) -> str:
    return f"{document.state.label} · record {document.record_hash}"


def _metadata(objects: FileObjects, document: Document) -> int:
    dates = ""
    if document.created is not None:
        stamp = datetime.fromtimestamp(document.created, UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
        dates = f"\n<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>"
    joined = printable(", ".join(document.keywords))
    content = _XMP.format(
        title=escape(printable(document.title)),
        subject=escape(printable(_subject(document))),
        language=escape(document.language),
        creator=escape(printable(document.software)),
        producer=_PRODUCER,
        keywords=f"\n<pdf:Keywords>{escape(joined)}</pdf:Keywords>" if joined else "",
        dates=dates,
    )
    return objects.add_stream("/Type/Metadata/Subtype/XML", content.encode(), compress=False)


def _information(objects: FileObjects, document: Document) -> int:
    """The information dictionary; it must say what the XMP says."""
    told = {
        "Title": printable(document.title),
        "Subject": printable(_subject(document)),
        "Keywords": printable(", ".join(document.keywords)),
        "Creator": printable(document.software),
        "Producer": _PRODUCER,
    }
    entries = "".join(f"/{key}{text_string(value)}" for key, value in told.items() if value)
    date = _pdf_date(document.created)
    if date:
        entries += f"/CreationDate({date})/ModDate({date})"
    return objects.add(f"<<{entries}>>")
