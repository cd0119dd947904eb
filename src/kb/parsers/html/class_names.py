"""What the classes and ids of an element call it: words of what surrounds a text, in both languages."""

from __future__ import annotations

from functools import lru_cache

# Words of a class or id. One is enough; each was met on pages of many makers, none names a text.
SURROUNDINGS = frozenset(
    """
    nav navbar navigation navigator navheader navfooter docnav menu submenu breadcrumb breadcrumbs
    foot pie cookie cookies consent gdpr share sharing sharedaddy shares sharebar addtoany addthis social
    socials sociable related relatedposts jp-relatedposts sidebar skip footer newsletter subscribe
    subscription signup login register pagination pager comments comment disqus respond advert
    adverts advertisement advertising ads ad adsense adslot dfp sponsor sponsored promo promos
    promotion popup modal overlay lightbox recommended recommendations recommendation trending
    popular tags outbrain taboola toolbar tools donate donation paywall carousel slideshow slider
    masthead byline bylines authorbox rrssb tweet twitter facebook whatsapp rating ratings migas
    compartir relacionadas relacionados relacionada publicidad comentarios etiquetas suscribete
    alert alerts ticker marquee encuesta survey disclaimer quejas
    boletines redes cta crumbs accessibility accesibilidad donar rail editsection catlinks printfooter
    """.split()
)
_PAIRS = (
    {"read", "more"}, {"read", "next"}, {"more", "stories"}, {"more", "news"}, {"most", "read"},
    {"most", "popular"}, {"sign", "up"}, {"mini", "nav"}, {"right", "rail"}, {"post", "nav"},
    {"site", "header"}, {"site", "info"}, {"top", "links"}, {"latest", "news"},
    {"screen", "reader"}, {"visually", "hidden"}, {"sr", "only"}, {"entry", "meta"},
    {"post", "meta"}, {"entry", "footer"}, {"text", "size"}, {"back", "top"}, {"call", "action"},
    {"lee", "tambien"}, {"te", "interesar"}, {"video", "ct"}, {"widget", "area"},
    {"widget", "recent"}, {"author", "bio"}, {"author", "box"}, {"about", "author"},
    {"author", "info"}, {"photo", "credit"}, {"image", "credit"}, {"also", "like"}, {"see", "also"},
)  # fmt: skip
# Beside these a word tells of the layout around an element and not of the element.
NOT_BY = frozenset(
    ("with", "has", "no", "without", "not", "general", "before", "after", "wrapper", "withsidebar")
)
CAPTIONS = frozenset(("caption", "captions", "credit", "credits", "figcaption", "gallery", "photocredit"))
WRITERS = frozenset(("author", "authors", "autor", "byline", "writer"))


@lru_cache(maxsize=4096)
def names_surroundings(words: frozenset[str]) -> bool:
    """Whether words of a class or id call an element something that surrounds a text."""
    return bool(words & SURROUNDINGS) or any(pair <= words for pair in _PAIRS)
