print(format(97,'5c'))
try: format(10**20,'c')
except OverflowError as e: print(e)
