"""The names LPython's tests import, for implementations where an int is an int and annotations are hints."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Callable, TypeVar, Union


class Scalar:
    def __init__(self, name, convert):
        self.name = name
        self.convert = convert

    def __call__(self, value=0):
        return self.convert(value)

    def __getitem__(self, shape):
        return self

    def __repr__(self):
        return self.name


class Wrapper:
    def __getitem__(self, parameters):
        return self


i1 = Scalar("i1", bool)
i8 = Scalar("i8", int)
i16 = Scalar("i16", int)
i32 = Scalar("i32", int)
i64 = Scalar("i64", int)
u8 = Scalar("u8", int)
u16 = Scalar("u16", int)
u32 = Scalar("u32", int)
u64 = Scalar("u64", int)
f32 = Scalar("f32", float)
f64 = Scalar("f64", float)
Const = Wrapper()
In = Wrapper()
Out = Wrapper()
InOut = Wrapper()
Array = Wrapper()


def inline(function):
    return function


static = packed = inline
