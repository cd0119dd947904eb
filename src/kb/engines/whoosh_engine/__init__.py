"""The embedded engine: Whoosh writes, merges and forgets segments, kb reads and ranks them.

    engine      what ``kb.engines`` asks for: apply, search, seal
    snapshot    the index as it was at one moment: its segments, and figures over all of them
    evaluation  a question over a snapshot: which documents, in which order, with which counts
    segments    one segment, read through memory maps
    layout      how arrays and posting lists lie in a file
    writing     a call of ``apply`` as a Whoosh writer: documents in, segments merged
    codec       Whoosh's extension points: our postings and columns instead of its own
    storage     Whoosh's files, made to survive a power cut

Only the last three import Whoosh, and only ``apply`` imports them: a question in a fresh process
pays neither the 107 ms (CPU) of importing Whoosh's reader nor its pickled postings.
"""

from kb.engines.whoosh_engine.engine import open_engine

__all__ = ["open_engine"]
