"""Squares of floats are what pow gives, also where the product of the mantissas lies between two doubles."""
s=88172645463325252
import math
def nxt():
    global s
    s^=(s<<13)&0xFFFFFFFFFFFFFFFF; s^=s>>7; s^=(s<<17)&0xFFFFFFFFFFFFFFFF
    return s
h=0
for i in range(60000):
    x=math.ldexp((nxt()>>11)|1<<52, nxt()%40-70)
    p = [x, 2][1]
    h=(h*31+hash(x**p))%1000000007
print(h, [v**2 for v in (0.0,-0.0,1.5,-1.5,float("inf"),-float("inf"),1e-200,1e-170,1e153,5e-324)], [v**2.0 for v in (3,-3,True)])
try: 1e200**2
except OverflowError as e: print(e)
print(float("nan")**2)
