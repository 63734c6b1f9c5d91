"""Lines of text, strided slices, byte arrays of sizes, shallow copies."""
for n in (0,1,5,True,False,-1,10**30, 2**62, 2**40, "x", 1.5, None):
    try: b=bytearray(n); print(len(b), b[:3])
    except Exception as e: print(type(e).__name__, e)
class B(bytearray):
    def __init__(self, n): super().__init__(n); self.k=1
print(B(3), B(3).k, bytearray(), type(B(0)))
for s in ("","a","a\nb","a\r\nb\r","\n\n","a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i","x\x7fy\n","é\nü","long "*30+"\n"+"é"*3+"\r\n","\r","\r\n","abc\x1f\n"):
    print(s.splitlines(), s.splitlines(True))
t="the quick é brown"; u="hello world"
for a,b,c in ((None,None,-1),(None,None,2),(1,None,3),(10,2,-2),(-1,-20,-3),(3,3,2)): print(repr(t[a:b:c]),repr(u[a:b:c]))
import copy
for x in ([1],(1,),{1:2},{1},frozenset((1,)),bytearray(b"a"),5,"s",None,type,len,copy):
    try: print(copy.copy(x)==x, copy.copy(x) is x)
    except TypeError as e: print(e)
