"""The search page: the same stories as the command line, in a browser on this computer.

Pages are made on the server and complete without JavaScript. What a question is stands in its
address (``question``), what may come in at all is decided first (``guard``, ``protocol``), what
goes out is escaped by the templates and never the source's own HTML (``rendering``).
"""
