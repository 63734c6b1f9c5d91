# A Python program keeps Python's meaning: an uncalled main is not called.
def main():
    print("never")


if __name__ == "__main__":
    print("the guard works")
