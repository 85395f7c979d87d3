"""Lists and runs TestKit's tests, each once, from TestKit's folder: what is asked for by name, results as JSON lines."""
import json
import sys
import time
import unittest


def tests_in(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from tests_in(test)
        else:
            yield test


class Lines(unittest.TestResult):
    """One line a test; of one with subtests the worst counts."""

    def startTest(self, test):
        super().startTest(test)
        self._verdict, self._detail, self._at = "passed", "", time.time()

    def stopTest(self, test):
        super().stopTest(test)
        seconds = round(time.time() - self._at, 2)
        line = {"id": test.id(), "verdict": self._verdict, "seconds": seconds, "detail": self._detail}
        print("\x1e" + json.dumps(line), flush=True)

    def _failed(self, test, error):
        self._verdict = "failed"
        self._detail += self._exc_info_to_string(error, test)

    addError = addFailure = _failed

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self._detail += f"{subtest}\n"
            self._failed(test, error)

    def addSkip(self, test, reason):
        if self._verdict == "passed":
            self._verdict, self._detail = "skipped", reason


def main(command, names):
    loader = unittest.defaultTestLoader
    if command == "list":
        found = [loader.discover(f"tests/stub/{name}", top_level_dir=".") for name in names]
        print(json.dumps(sorted({test.id() for test in tests_in(found)})))
    else:
        loader.loadTestsFromNames(names).run(Lines())


main(sys.argv[1], sys.argv[2:])
