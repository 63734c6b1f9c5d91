import time
t = time.gmtime(0)
print(t, t.tm_year, t[0], t.tm_zone, t.tm_gmtoff, len(t), tuple(t))
print(time.asctime(t), time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %%", t), time.asctime(time.gmtime(1e9)), time.gmtime(1700000000.9))
print(time.mktime(time.localtime(1234567890)), time.ctime(86400 * 365), time.localtime(0) == time.gmtime(0), type(t).__name__, isinstance(t, tuple))
print(time.timezone, time.daylight, time.tzname, time.strftime(""), repr(time.strftime("é%Y", t)))
print(time.struct_time((2024, 1, 2, 3, 4, 5, 6, 7, 0)), time.struct_time(range(11)).tm_zone, time.mktime((2024, 2, 30, 0, 0, 0, 0, 0, 0)))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: time.sleep(-1)); t(lambda: time.sleep("a")); t(lambda: time.gmtime("a")); t(lambda: time.strftime("%Y", 5)); t(lambda: time.strftime(5))
t(lambda: time.strftime("%Y", (1,) * 8)); t(lambda: time.strftime("%m", (2000, 13, 1, 1, 1, 1, 1, 1, 1))); t(lambda: time.struct_time((1,))); t(lambda: time.time(1)); t(lambda: time.sleep())
t(lambda: time.asctime((2000, 1, 1, 25, 0, 0, 0, 1, 0))); t(lambda: time.gmtime(1e300))
