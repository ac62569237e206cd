"""Records: dataclasses that many thousands are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def record(made: type[Made]) -> type[Made]:
    """A class with slots that is never altered, which type checking sees to.

    A frozen dataclass guards that at run time too, and takes three times as long to make.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)
