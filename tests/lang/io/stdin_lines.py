# Reading standard input: input(), sys.stdin iteration, readline, read.
import sys
first = input()
print("first:", repr(first))
second = input("prompt> ")
print("second:", repr(second))
print("readline:", repr(sys.stdin.readline()))
numbers = [int(x) for x in sys.stdin.readline().split()]
print(numbers, sum(numbers))
for i, line in enumerate(sys.stdin):
    print(i, repr(line), line.rstrip("\n").upper())
    if i == 1:
        break
rest = sys.stdin.read()
print("rest:", repr(rest))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
try:
    input()
except EOFError as e:
    print("EOF", e)
