"""The parts of the report, one module each: a case in, headings, texts, tables and figures out."""
