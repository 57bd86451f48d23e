"""The pictures of documents, drawn as the images that a reader downloads from the page."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

from scoreboard.documents.model import Imprint
from scoreboard.export import image, renderer
from scoreboard.figures.theme import LIGHT
from scoreboard.pictures.picture import Picture
from scoreboard.scope import Scope

ABREAST = 2


def drawn_for_slides(pictures: Iterable[Picture], imprint: Imprint) -> dict[str, bytes]:
    """The pictures without the texts around them, which a slide has itself; the mark of illustrative data stays."""
    bare = [replace(picture, finding="", compared="", about=(), comparable="") for picture in pictures]
    return drawn(bare, replace(imprint, context=(), source=""), "landscape")


def drawn(pictures: Iterable[Picture], imprint: Imprint, size: str = "full") -> dict[str, bytes]:
    """Every picture as PNG by its name; none at all where there is no browser to draw with."""
    listed = list(pictures)
    if not listed or not renderer.is_available():
        return {}
    with ThreadPoolExecutor(ABREAST) as pool:
        images = pool.map(partial(_png, imprint=imprint, size=size), listed)
        return dict(zip([picture.name for picture in listed], images, strict=True))


def captioned(picture: Picture, origin: Imprint | Scope) -> image.Caption:
    """The words around the picture, with those on where its data come from."""
    return image.Caption(
        picture.finding,
        picture.compared,
        (*picture.about, *origin.context),
        picture.comparable,
        origin.source,
        origin.mark,
    )


def _png(picture: Picture, imprint: Imprint, size: str) -> bytes:
    key = picture.key(theme=LIGHT) if picture.key else ()
    return image.to_png(picture.draw(theme=LIGHT), captioned(picture, imprint), key, size)
