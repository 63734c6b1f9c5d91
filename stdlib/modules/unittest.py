"""Tests as classes: TestCase, assertions, and a runner."""

import sys
import time
import types

import traceback

__all__ = ['TestCase', 'TestSuite', 'TestLoader', 'TestResult', 'TextTestRunner', 'TextTestResult', 'FunctionTestCase', 'SkipTest', 'main',
           'defaultTestLoader', 'skip', 'skipIf', 'skipUnless', 'expectedFailure']


class SkipTest(Exception):
    """Raised in a test to skip it."""


class _Stop(Exception):
    """A sub-test failed, and that has been noted."""


def _identity(test):
    return test


def skip(reason):
    def decorate(test):
        if not isinstance(test, type):
            def skipped(*args, **keywords):
                raise SkipTest(reason)
            skipped.__name__ = test.__name__
            test = skipped
        test.__unittest_skip__ = True
        test.__unittest_skip_why__ = reason
        return test
    if isinstance(reason, types.FunctionType):
        function, reason = reason, ''
        return decorate(function)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _identity


def skipUnless(condition, reason):
    return _identity if condition else skip(reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


class _Raises:
    """What assertRaises gives: a context manager that keeps the exception."""

    def __init__(self, case, expected, pattern=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, None

    def _name(self):
        return self.expected.__name__ if isinstance(self.expected, type) else str(self.expected)

    def call(self, args, named):
        if not args:
            self.msg = named.pop('msg', None)
            return self
        function, *args = args
        name = getattr(function, '__name__', str(function))
        with self:
            function(*args, **named)
            raise self.case.failureException('%s not raised by %s' % (self._name(), name))
        return None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            self.case.fail(self.case._formatMessage(self.msg, self._name() + ' not raised'))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value
        if self.pattern is not None and not _search(self.pattern, str(value)):
            shown = self.pattern if isinstance(self.pattern, str) else self.pattern.pattern
            self.case.fail(self.case._formatMessage(self.msg, '"%s" does not match "%s"' % (shown, value)))
        return True


def _search(pattern, text):
    if not isinstance(pattern, str):
        return pattern.search(text)
    import re
    return re.search(pattern, text)


class _Warns:
    """Warnings are not kept by this implementation, so that none can be missing."""

    def __init__(self):
        self.warnings, self.warning, self.filename, self.lineno = [], None, None, None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        return False


class _SubTest:
    def __init__(self, case, msg, named):
        self.case, self.msg, self.named = case, msg, named

    def __enter__(self):
        self.before = self.case._subtest
        self.case._subtest = self

    def __exit__(self, kind, value, tb):
        self.case._subtest = self.before
        if kind is None or not issubclass(kind, Exception):
            return False
        result = self.case._result
        if issubclass(kind, SkipTest):
            result.addSkip(self.case, str(value))
        else:
            self.case._failed_subtest = True
            result.addSubTest(self.case, self, (kind, value, tb))
        return True

    def __str__(self):
        parts = ['[%s]' % self.msg] if self.msg is not None else []
        if self.named:
            parts.append('(%s)' % ', '.join('%s=%r' % pair for pair in self.named.items()))
        return '%s %s' % (self.case, ' '.join(parts) or '(<subtest>)')

    def id(self):
        return str(self)

    def shortDescription(self):
        return self.case.shortDescription()


def _short(value, length=80):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text


_clean_ups = []


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != 'runTest':
            raise ValueError('no such test method in %s: %s' % (type(self), methodName))
        self._testMethodDoc = getattr(method, '__doc__', None)
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {}

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **named):
        self._cleanups.append((function, args, named))

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    @classmethod
    def addClassCleanup(cls, function, /, *args, **named):
        _clean_ups.append((function, args, named))

    def addTypeEqualityFunc(self, kind, function):
        self._type_equality_funcs[kind] = function

    def doCleanups(self):
        while self._cleanups:
            function, args, named = self._cleanups.pop()
            function(*args, **named)

    def id(self):
        cls = type(self)
        return '%s.%s.%s' % (cls.__module__, cls.__qualname__, self._testMethodName)

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        cls = type(self)
        return '%s (%s.%s.%s)' % (self._testMethodName, cls.__module__, cls.__qualname__, self._testMethodName)

    def __repr__(self):
        cls = type(self)
        return '<%s.%s testMethod=%s>' % (cls.__module__, cls.__qualname__, self._testMethodName)

    def __call__(self, *args, **named):
        return self.run(*args, **named)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    # ---- running

    def _step(self, result, function, *args):
        """Runs a part of the test; true when it went well."""
        try:
            function(*args)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as err:
            result.addSkip(self, str(err))
        except self.failureException as err:
            self._note(result, result.addFailure, err)
        except Exception as err:
            self._note(result, result.addError, err)
        return False

    def _note(self, result, add, err):
        if self._expected:
            self._was_expected = True
        else:
            add(self, (type(err), err, err.__traceback__))

    def run(self, result=None):
        result = self.defaultTestResult() if result is None else result
        method = getattr(self, self._testMethodName)
        result.startTest(self)
        try:
            if getattr(type(self), '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                result.addSkip(self, getattr(type(self), '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', ''))
                return result
            self._expected = getattr(type(self), '__unittest_expecting_failure__', False) or getattr(method, '__unittest_expecting_failure__', False)
            self._was_expected = self._failed_subtest = False
            self._result = result
            ok = self._step(result, self.setUp)
            if ok:
                ok = self._step(result, method)
                expected, self._expected = self._expected, False
                ok = self._step(result, self.tearDown) and ok
                self._expected = expected
            ok = self._step(result, self.doCleanups) and ok
            if self._was_expected:
                result.addExpectedFailure(self, None)
            elif ok and self._expected:
                result.addUnexpectedSuccess(self)
            elif ok and not self._failed_subtest:
                result.addSuccess(self)
            return result
        finally:
            result.stopTest(self)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    # ---- assertions

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else '%s : %s' % (standard, msg)

    def _check(self, ok, msg, standard, *values):
        if not ok:
            raise self.failureException(self._formatMessage(msg, standard % tuple(map(_short, values))))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, '%s is not true', expr)

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, '%s is not false', expr)

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second) and type(first) in self._type_equality_funcs:
            function = self._type_equality_funcs[type(first)]
            return (getattr(self, function) if isinstance(function, str) else function)(first, second, msg=msg)
        self._check(first == second, msg, '%s != %s', first, second)

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, '%s == %s', first, second)

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, '%s is not %s', expr1, expr2)

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, 'unexpectedly identical: %s', expr1)

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, '%s is not None', obj)

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, '%s not found in %s', member, container)

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, '%s unexpectedly found in %s', member, container)

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, '%s is not an instance of %s', obj, cls)

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, '%s is an instance of %s', obj, cls)

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, '%s not less than %s', a, b)

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, '%s not less than or equal to %s', a, b)

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, '%s not greater than %s', a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, '%s not greater than or equal to %s', a, b)

    def _close(self, first, second, places, delta):
        if places is not None and delta is not None:
            raise TypeError('specify delta or places not both')
        if first == second:
            return True
        difference = abs(first - second)
        return difference <= delta if delta is not None else round(difference, 7 if places is None else places) == 0

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._check(self._close(first, second, places, delta), msg, '%s != %s within tolerance', first, second)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._check(not self._close(first, second, places, delta), msg, '%s == %s within tolerance', first, second)

    def _equal_of(self, kind, first, second, msg):
        for which, value in (('First', first), ('Second', second)):
            if not isinstance(value, kind):
                self.fail('%s sequence is not a %s: %s' % (which, kind.__name__, _short(value)))
        self._check(first == second, msg, '%s != %s', first, second)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        self._check(list(seq1) == list(seq2), msg, '%s != %s', seq1, seq2)

    def assertListEqual(self, list1, list2, msg=None):
        self._equal_of(list, list1, list2, msg)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self._equal_of(tuple, tuple1, tuple2, msg)

    def assertDictEqual(self, d1, d2, msg=None):
        self._equal_of(dict, d1, d2, msg)

    def assertSetEqual(self, set1, set2, msg=None):
        self._check(set1 == set2, msg, '%s != %s', set1, set2)

    def assertMultiLineEqual(self, first, second, msg=None):
        self._equal_of(str, first, second, msg)

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        for item in first:
            self._check(item in rest, msg, 'Element counts were not equal: %s, %s', first, second)
            rest.remove(item)
        self._check(not rest, msg, 'Element counts were not equal: %s, %s', first, second)

    def assertRegex(self, text, expected_regex, msg=None):
        self._check(_search(expected_regex, text), msg, "Regex didn't match: %s not found in %s", expected_regex, text)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        self._check(not _search(unexpected_regex, text), msg, 'Regex matched: %s matches in %s', unexpected_regex, text)

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(self, expected_exception).call(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(self, expected_exception, expected_regex).call(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        if not args:
            return _Warns()
        args[0](*args[1:], **kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self.assertWarns(expected_warning, *args, **kwargs)

    assertEquals = assertEqual
    assertNotEquals = assertNotEqual
    assertAlmostEquals = assertAlmostEqual
    assert_ = failUnless = assertTrue
    failIf = assertFalse
    assertRaisesRegexp = assertRaisesRegex
    assertRegexpMatches = assertRegex


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        self._function, self._before, self._after, self._description = testFunc, setUp, tearDown, description
        super().__init__()

    def setUp(self):
        if self._before is not None:
            self._before()

    def tearDown(self):
        if self._after is not None:
            self._after()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        if isinstance(test, type):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self._tests)

    def __call__(self, *args, **named):
        return self.run(*args, **named)

    def run(self, result, debug=False):
        previous, ready = None, True
        for test in self._tests:
            if result.shouldStop:
                break
            cls = type(test)
            if isinstance(test, TestCase) and cls is not previous:
                _finish_class(previous, result)
                previous, ready = cls, _start_class(cls, result)
            if ready or not isinstance(test, TestCase):
                test(result)
        _finish_class(previous, result)
        return result


class _ClassStep:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    id = __str__

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0


def _class_step(cls, name, result):
    try:
        getattr(cls, name)()
        return True
    except SkipTest as err:
        result.addSkip(_ClassStep('%s (%s.%s)' % (name, cls.__module__, cls.__qualname__)), str(err))
    except Exception as err:
        result.addError(_ClassStep('%s (%s.%s)' % (name, cls.__module__, cls.__qualname__)), (type(err), err, err.__traceback__))
    return False


def _start_class(cls, result):
    return getattr(cls, '__unittest_skip__', False) or _class_step(cls, 'setUpClass', result)


def _finish_class(cls, result):
    if cls is not None and not getattr(cls, '__unittest_skip__', False):
        _class_step(cls, 'tearDownClass', result)
    while _clean_ups:
        function, args, named = _clean_ups.pop()
        function(*args, **named)


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped, self.expectedFailures, self.unexpectedSuccesses = [], [], [], [], []
        self.testsRun = 0
        self.shouldStop = self.failfast = self.buffer = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def stop(self):
        self.shouldStop = True

    def _text(self, err):
        """Without the frames of this module."""
        return ''.join(part for part in traceback.format_exception(err[1]) if not part.startswith('  File "<otter>/unittest.py"'))

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self.shouldStop |= self.failfast

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self.shouldStop |= self.failfast

    def addSubTest(self, test, subtest, err):
        if err is not None:
            (self.failures if issubclass(err[0], test.failureException) else self.errors).append((subtest, self._text(err)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, ''))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def __repr__(self):
        return '<%s.%s run=%i errors=%i failures=%i>' % (type(self).__module__, type(self).__qualname__, self.testsRun, len(self.errors), len(self.failures))


_MARKS = {'addSuccess': ('.', 'ok'), 'addError': ('E', 'ERROR'), 'addFailure': ('F', 'FAIL'), 'addSkip': ('s', 'skipped'),
          'addExpectedFailure': ('x', 'expected failure'), 'addUnexpectedSuccess': ('u', 'unexpected success')}


class TextTestResult(TestResult):
    separator1, separator2 = '=' * 70, '-' * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__()
        self.stream, self.descriptions, self.verbosity = stream, descriptions, verbosity

    def getDescription(self, test):
        first = test.shortDescription()
        return '%s\n%s' % (test, first) if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.verbosity > 1:
            self.stream.write(self.getDescription(test) + ' ... ')
            self.stream.flush()

    def _mark(self, kind, more=''):
        if self.verbosity > 1:
            self.stream.write(_MARKS[kind][1] + more + '\n')
        elif self.verbosity == 1:
            self.stream.write(_MARKS[kind][0])
        self.stream.flush()

    def addSuccess(self, test):
        self._mark('addSuccess')

    def addError(self, test, err):
        super().addError(test, err)
        self._mark('addError')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._mark('addFailure')

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        self._mark('addFailure' if issubclass(err[0], test.failureException) else 'addError')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._mark('addSkip', ' %r' % (reason,))

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._mark('addExpectedFailure')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._mark('addUnexpectedSuccess')

    def printErrors(self):
        if self.verbosity:
            self.stream.write('\n')
        for kind, found in (('ERROR', self.errors), ('FAIL', self.failures)):
            for test, text in found:
                self.stream.write('%s\n%s: %s\n%s\n%s\n' % (self.separator1, kind, self.getDescription(test), self.separator2, text))


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *, tb_locals=False):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions, self.verbosity, self.failfast = descriptions, verbosity, failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        test(result)
        result.stopTestRun()
        result.printErrors()
        write = self.stream.write
        write('%s\nRan %d test%s in %.3fs\n\n' % (result.separator2, result.testsRun, '' if result.testsRun == 1 else 's', time.perf_counter() - start))
        counts = [('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
                  ('expected failures', result.expectedFailures), ('unexpected successes', result.unexpectedSuccesses)]
        told = ', '.join('%s=%d' % (name, len(found)) for name, found in counts if found)
        write(('OK' if result.wasSuccessful() else 'FAILED') + (' (%s)' % told if told else '') + '\n')
        self.stream.flush()
        return result


class TestLoader:
    testMethodPrefix = 'test'
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        return sorted(name for name in dir(testCaseClass) if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)))

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *args, pattern=None):
        found = []
        for name in dir(module):
            value = getattr(module, name)
            if isinstance(value, type) and issubclass(value, TestCase) and value not in (TestCase, FunctionTestCase):
                found.append(self.loadTestsFromTestCase(value))
        return self.suiteClass(found)

    def loadTestsFromName(self, name, module=None):
        value = module
        for part in name.split('.'):
            parent, value = value, getattr(value, part)
        if isinstance(value, type) and issubclass(value, TestCase):
            return self.loadTestsFromTestCase(value)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(name.split('.')[-1])])
        return value if isinstance(value, TestSuite) else value()

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix='test', sortUsing=None, suiteClass=TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    loader.suiteClass = suiteClass
    return loader.loadTestsFromTestCase(testCaseClass)


class TestProgram:
    """unittest.main: runs a module's tests and exits with what came of it."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1,
                 failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        module = sys.modules[module] if isinstance(module, str) else module
        words = (sys.argv if argv is None else argv)[1:]
        names = [word for word in words if not word.startswith('-')]
        if '-v' in words or '--verbose' in words:
            verbosity = 2
        if '-q' in words or '--quiet' in words:
            verbosity = 0
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner(verbosity=verbosity, failfast=bool(failfast) or '-f' in words)
        elif isinstance(testRunner, type):
            testRunner = testRunner()
        self.result = testRunner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
