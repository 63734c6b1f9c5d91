# Packages: __init__, submodules, dotted imports, relative imports.
import shapes
import shapes.circle
from shapes import square
from shapes.square import area as square_area
import shapes.deep.leaf as leaf
from shapes.deep import leaf as leaf2
print(shapes.NAME, shapes.circle.area(2), square.area(3), square_area(4), leaf.value, leaf is leaf2)
print(shapes.__name__, shapes.circle.__name__, leaf.__name__, shapes.describe(), leaf.up())
