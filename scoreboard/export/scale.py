"""A figure made for the screen, as it must be given to a picture of more pixels to the inch."""

from __future__ import annotations

from typing import Any

from scoreboard.figures.figure import Figure

_TYPE_SIZES = {("font", "size"), ("tickfont", "size"), ("textfont", "size"), ("uniformtext", "minsize")}
_LENGTHS = {
    ("marker", "size"),
    ("pattern", "size"),
    ("line", "width"),
    ("margin", "l"),
    ("margin", "r"),
    ("margin", "t"),
    ("margin", "b"),
    ("margin", "pad"),
}
_LENGTHS_ANYWHERE = {
    "height",
    "xshift",
    "yshift",
    "borderpad",
    "borderwidth",
    "xgap",
    "ygap",
    "gridwidth",
    "ticklen",
    "tickwidth",
    "ticklabelstandoff",
    "standoff",
}
_DASHES = {"dot": (2, 3), "dash": (7, 6), "longdash": (10, 10)}


def scaled(figure: Figure, factor: float) -> Figure:
    """A copy with every length in pixels multiplied by `factor`; positions in data or paper units stay.

    Laying out at the final size keeps letters evenly spaced, which enlarging the finished picture does not: the
    browser rounds the place of each letter before it enlarges. Type sizes are not rounded: texts would outgrow the room
    that was measured for them.
    """
    return Figure(**scaled_spec(figure, factor))


def scaled_spec(figure: Figure, factor: float) -> dict[str, Any]:
    """What `scaled` makes its figure of, for whoever adds more to it first."""
    return {name: _scaled(part, factor, name) for name, part in figure.to_dict().items()}


def _scaled(node: object, factor: float, parent: str) -> object:
    if isinstance(node, dict):
        return {name: _value(name, value, factor, parent) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [_scaled(item, factor, parent) for item in node]
    return node


def _value(name: str, value: object, factor: float, parent: str) -> object:
    if (parent, name) in _TYPE_SIZES:
        return value * factor
    if (parent, name) in _LENGTHS or name in _LENGTHS_ANYWHERE:
        return _times(value, factor)
    if (parent, name) == ("line", "dash") and value in _DASHES:
        return ",".join(f"{length * factor:g}px" for length in _DASHES[value])
    return _scaled(value, factor, name)


def _times(value: object, factor: float) -> object:
    if isinstance(value, list | tuple):
        return [_times(item, factor) for item in value]
    if isinstance(value, int):
        return round(value * factor)
    return value * factor if isinstance(value, float) else value
