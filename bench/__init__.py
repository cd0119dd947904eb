"""Benchmarks: real text, whole commands where a user waits for whole commands, never timed tests.

python -m bench --texts DIR      all of them; DIR holds HTML pages to cut real text from
"""
