"""The grammar of RTF: its tokens, the characters that control words write, its code pages."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x00]+)|[\r\n\x00]+|\\"
)
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
CODE_PAGES = {
    **{page: f"cp{page}" for page in (437, 850, 852, 858, 874, 932, 936, 949, 950, *range(1250, 1259))},
    10000: "mac_roman",
    65001: "utf-8",
}
OLD_SETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
SYMBOL_SET = 2
WRITTEN = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "nestcell": "\n", "nestrow": "\n",
    "softline": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emdash": "—", "endash": "–",
}  # fmt: skip
SIGNS = {"~": " ", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
SKIPPED = frozenset(
    "pict objdata header headerl headerr headerf footer footerl footerr footerf colortbl filetbl "
    "listtable listoverridetable info xe tc tcn rxe template nonshppict shprslt sp nonesttables pnseclvl "
    "revtbl atnauthor ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn bkmkstart bkmkend atnid "
    "annotation comment".split()
)
BEGIN_TEXT = frozenset(("pard", "par", "sectd"))  # no table of fonts or colours has any
KEPT_IGNORABLE = frozenset("fldinst shpinst do ud pntext listtext footnote".split())
