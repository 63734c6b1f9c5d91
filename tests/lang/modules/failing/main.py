# An exception while importing: it reaches the importer, and the next import tries again.
for i in range(2):
    try:
        import broken
    except ZeroDivisionError as e:
        print("import failed:", e)
try:
    from helper2 import nothing_here
except ImportError as e:
    print("cannot import" in str(e))
import helper2
print(helper2.ok)
