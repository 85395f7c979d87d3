"""Lists and runs TestKit's tests, each once, from TestKit's folder: what is asked for by name, results as JSON lines."""
import json
import sys
import time
import unittest

import forked_stubs


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


def expect(kinds, retryable=None):
    """What TestKit asks of an error, told in the driver's own kinds of errors."""

    def check(self, given, *_, **__):
        error = getattr(given, "exception", given)
        self.assertIn(error.errorType, kinds)
        if retryable is not None:
            self.assertEqual(error.retryable, retryable)

    return check


ANY_OF_SERVER = ("AUTHENTICATION", "CONFLICT", "CONNECTION", "CONSTRAINT", "ENGINE", "PARAMETER", "SYNTAX", "TIMEOUT",
                 "TRANSACTION", "USAGE")

# TestKit knows by what errors it meets in each driver, and fails with one that it has not heard of. For this one:
ERRORS = {
    "_assert_connection_error": expect(["CONNECTION"]),
    "_assert_is_timeout_exception": expect(["CONNECTION"]),
    "_assert_not_exactly_one_record_error": expect(["RESULT_SHAPE"]),
    "_assert_result_out_of_scope_exception": expect(["TRANSACTION", "USAGE"]),
    "_assert_result_consumed_exception": expect(["USAGE"]),
    "_asserts_tx_closed_error": expect(["TRANSACTION"]),
    "_assert_is_client_exception": expect(ANY_OF_SERVER),
    # What ended the transaction is told again.
    "_assert_is_tx_terminated_exception": expect(ANY_OF_SERVER),
    "assert_re_auth_unsupported_error": expect(["UNSUPPORTED_FEATURE"]),
}

def expect_security(kinds, always):
    """Those that may be tried again always may be; of the others TestKit says whether a manager of tokens took them on."""

    def check(self, error, retryable=False):
        expect(kinds, always or retryable)(self, error)

    return check


ERRORS |= {
    "assert_is_authorization_error": expect_security(["AUTHENTICATION"], True),
    "assert_is_token_error": expect_security(["AUTHENTICATION"], False),
    "assert_is_unauthorized_error": expect_security(["AUTHENTICATION"], False),
    "assert_is_security_error": expect_security(["AUTHENTICATION"], False),
    "assert_is_transient_error": expect_security(ANY_OF_SERVER, True),
    "assert_is_random_error": expect_security(ANY_OF_SERVER, False),
}


def teach_errors(tests):
    for test in tests:
        for made in type(test).__mro__:
            for name, check in ERRORS.items():
                if name in vars(made):
                    setattr(made, name, check)


def main(command, names):
    loader = unittest.defaultTestLoader
    if command == "list":
        found = [loader.discover(f"tests/stub/{name}", top_level_dir=".") for name in names]
        print(json.dumps(sorted({test.id() for test in tests_in(found)})))
    else:
        forked_stubs.install()
        suite = loader.loadTestsFromNames(names)
        teach_errors(tests_in(suite))
        suite.run(Lines())


main(sys.argv[1], sys.argv[2:])
