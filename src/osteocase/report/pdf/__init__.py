"""The PDF writer: the document model set with ReportLab, tagged, and finished to PDF/UA-1 and PDF/A-3a."""
