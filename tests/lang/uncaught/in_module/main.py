# The traceback names the module's file.
import helper
print(helper.ok())
helper.outer("x")
