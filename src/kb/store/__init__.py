"""The truth: records in SQLite, every change numbered, originals by their sha256.

    originals/ab/abcdef...   the bytes of every file, written first (temporary file, fsync, rename)
    kb.db                    documents, passages, editions, changes; one transaction a document

`tables` are the tables and their versions, `opening` opens them, `database` runs statements, `reading` asks,
`writing` changes, `originals` keeps the files' bytes.

What must stay true: a document is acknowledged when its transaction has ended, and never half
there; change numbers only grow; an engine that has applied every change up to ``last_change``
holds exactly the documents of ``documents``. WAL with ``synchronous=FULL``, because NORMAL lost
acknowledged transactions in 15 of 15 power cuts and FULL in none.
"""

from __future__ import annotations

from kb.store.opening import PATIENCE, open_store
from kb.store.reading import Held
from kb.store.tables import APPLICATION_ID
from kb.store.writing import Store

__all__ = ["APPLICATION_ID", "PATIENCE", "Held", "Store", "open_store"]
