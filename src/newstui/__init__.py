"""newstui: a terminal reading room for Chinese official news.

The public API resolves lazily, so that importing the package costs nothing::

    import newstui
    reading = newstui.read(newstui.article("…"))
"""

__version__ = "0.1.0"

_PUBLIC = {
    "Article": "newstui.model.article",
    "Reading": "newstui.model.reading",
    "article": "newstui.intake.articles",
    "read": "newstui.parsing.pipeline",
}
__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'newstui' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_PUBLIC[name]), name)
