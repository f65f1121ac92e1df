// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace TestSupport {

//! One test of the program that all tests of its folder share, named by its source: `tests_core
//! tst_redaction`.
class TestEntry
{
public:
    using Run = int (*)(int argc, char **argv);

    TestEntry(const char *source, Run run);
};

//! For tests that want no application.
struct NoApplication
{
    NoApplication(int &, char **) { }
};

template <typename Test, typename Application> int runTest(int argc, char **argv)
{
    [[maybe_unused]] const Application application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace TestSupport

//! At the end of a test's source, instead of a main() of its own. Application is QApplication,
//! QCoreApplication or TestSupport::NoApplication.
#define CONSOLE_TEST(Test, Application)                                                                      \
    static const TestSupport::TestEntry entryOf##Test(__FILE__, &TestSupport::runTest<Test, Application>);
