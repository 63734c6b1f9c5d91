import sys
print(sys.float_info)
print(sys.float_info.epsilon, sys.float_info[0] == sys.float_info.max, len(sys.float_info), isinstance(sys.float_info, tuple))
print(sys.int_info, sys.hash_info)
print(sys.version_info, sys.version_info >= (3, 8), sys.version_info[:2], sys.version_info.major, sys.version_info.releaselevel)
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
print(len(str(10 ** 6000)))
try: sys.set_int_max_str_digits(5)
except ValueError as e: print(e)
a, b, *_ = sys.version_info
print(a, b)
