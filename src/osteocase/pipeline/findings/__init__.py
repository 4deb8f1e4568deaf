"""Findings: symptoms, diagnoses, risk factors and outcomes."""
