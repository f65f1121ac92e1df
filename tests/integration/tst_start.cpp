// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/guardstore.h"
#include "storage/registry.h"
#include "support/answer.h"
#include "support/programs.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QLockFile>
#include <QTest>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

//! How the built program starts: its demo, its one window, and no window without a display.
class TestStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoStopsTwoTasksAndKeepsNothing() const;
    void secondStartRaisesTheFirst() const;
    void staleSocketIsTakenOver() const;
    void signalEndsItThoughStopsArePlanned() const;
    void noDisplayIsSaid_data() const;
    void noDisplayIsSaid() const;
    void silentWindowIsSaid_data() const;
    void silentWindowIsSaid() const;
    void memoryIsNotDumped() const;

private:
    [[nodiscard]] static std::unique_ptr<QProcess> startWindow(const TestSupport::ConsoleHome &home);
    [[nodiscard]] static int startAgain(const TestSupport::ConsoleHome &home);
    [[nodiscard]] static QString socketOf(const TestSupport::ConsoleHome &home);
};

std::unique_ptr<QProcess> TestStart::startWindow(const TestSupport::ConsoleHome &home)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(home.environment());
    process->start(QStringLiteral(CONSOLE_EXECUTABLE), {u"-platform"_s, u"offscreen"_s});
    return process;
}

int TestStart::startAgain(const TestSupport::ConsoleHome &home)
{
    const auto process = startWindow(home);
    return process->waitForFinished(20'000) ? process->exitCode() : -1;
}

QString TestStart::socketOf(const TestSupport::ConsoleHome &home)
{
    return home.path() + u"/data/whiteboard-push-console/window.socket"_s;
}

void TestStart::demoStopsTwoTasksAndKeepsNothing() const
{
    const TestSupport::ConsoleHome home;
    const QTemporaryDir pictures;
    const QString picture = pictures.filePath(u"demo.png"_s);
    const auto run = home.run({u"--demo"_s, u"--headless-picture"_s, picture});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(run.out.contains("Stopped"));
    QVERIFY(run.out.contains("Already stopped"));
    const QImage image(picture);
    QVERIFY(image.width() >= 1024 && image.height() >= 700);
    // Nothing of it is in this home.
    QDirIterator files(home.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next();
        QVERIFY2(!name.endsWith("sqlite"_L1) && !name.endsWith("ini"_L1), qPrintable(name));
    }
}

void TestStart::secondStartRaisesTheFirst() const
{
#ifdef Q_OS_UNIX
    TestSupport::ConsoleHome home;
    home.setPlatform(u"offscreen"_s);
    const auto first = startWindow(home);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socketOf(home)), 20'000);
    QCOMPARE(startAgain(home), 0);
    QCOMPARE(first->state(), QProcess::Running);
    // Commands do not mind the window.
    QCOMPARE(home.run({u"history"_s}).exitCode, 0);
    first->terminate();
    QVERIFY(first->waitForFinished(20'000));
    QCOMPARE(first->exitStatus(), QProcess::NormalExit);
    QCOMPARE(first->exitCode(), 0);
#endif
}

void TestStart::staleSocketIsTakenOver() const
{
#ifdef Q_OS_UNIX
    TestSupport::ConsoleHome home;
    home.setPlatform(u"offscreen"_s);
    const auto killed = startWindow(home);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socketOf(home)), 20'000);
    killed->kill();
    QVERIFY(killed->waitForFinished(20'000));
    QVERIFY(QFile::exists(socketOf(home)));
    const auto next = startWindow(home);
    const auto lockOwner = [&home] {
        QFile lock(home.path() + u"/data/whiteboard-push-console/window.lock"_s);
        return lock.open(QIODevice::ReadOnly) ? lock.readLine().trimmed().toLongLong() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(lockOwner(), next->processId(), 20'000);
    QCOMPARE(startAgain(home), 0);
    QCOMPARE(next->state(), QProcess::Running);
    next->terminate();
    QVERIFY(next->waitForFinished(20'000));
#endif
}

//! Closing asks first where stops are planned; a signal asks nobody.
void TestStart::signalEndsItThoughStopsArePlanned() const
{
#ifdef Q_OS_UNIX
    TestSupport::ConsoleHome home;
    home.setPlatform(u"offscreen"_s);
    {
        Storage::Database database(home.path() + u"/data/whiteboard-push-console"_s);
        QObject context;
        TestSupport::Answer<void> opened;
        database.open(&context, opened.callback());
        AWAIT_VALUE(opened);
        Core::PushTask task;
        task.key = {u"account"_s, Core::SdkAppId{1400000001}, *Core::TaskId::parse(u"abc123"_s)};
        Storage::TaskRegistry registry(database);
        TestSupport::Answer<void> tracked;
        registry.save({task}, &context, tracked.callback());
        AWAIT_VALUE(tracked);
        Storage::GuardStore store(database);
        TestSupport::Answer<void> planned;
        store.saveStops({{task.key, QDateTime::currentDateTimeUtc().addDays(1)}}, &context,
                        planned.callback());
        AWAIT_VALUE(planned);
    }
    const auto window = startWindow(home);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socketOf(home)), 20'000);
    // It was shown before, and has read its plans when it has begun to listen and answered once.
    QCOMPARE(startAgain(home), 0);
    window->terminate();
    QVERIFY(window->waitForFinished(20'000));
    QCOMPARE(window->exitCode(), 0);
#endif
}

void TestStart::noDisplayIsSaid_data() const
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("word");
    QTest::newRow("English") << u"C.UTF-8"_s << u"display"_s;
    QTest::newRow("Chinese") << u"zh_CN.UTF-8"_s << u"显示器"_s;
}

void TestStart::noDisplayIsSaid() const
{
#ifdef Q_OS_LINUX
    QFETCH(const QString, locale);
    QFETCH(const QString, word);
    TestSupport::ConsoleHome home;
    home.setPlatform({});
    home.setVariable(u"LC_ALL"_s, locale);
    const auto run = home.run({});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(word.toUtf8()), run.err.constData());
#endif
}

void TestStart::silentWindowIsSaid_data() const
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("word");
    QTest::newRow("English") << u"C.UTF-8"_s << u"does not answer"_s;
    QTest::newRow("Chinese") << u"zh_CN.UTF-8"_s << u"没有响应"_s;
}

//! This process has the lock, as a window that hangs would.
void TestStart::silentWindowIsSaid() const
{
    QFETCH(const QString, locale);
    QFETCH(const QString, word);
    TestSupport::ConsoleHome home;
    home.setPlatform(u"offscreen"_s);
    home.setVariable(u"LC_ALL"_s, locale);
    const QString directory = QFileInfo(socketOf(home)).path();
    QVERIFY(QDir().mkpath(directory));
    QLockFile lock(directory + u"/window.lock"_s);
    QVERIFY(lock.tryLock());
    const auto window = startWindow(home);
    QByteArray said;
    QTRY_VERIFY2_WITH_TIMEOUT((said += window->readAllStandardError()).contains(word.toUtf8()),
                              said.constData(), 20'000);
    // A box says the same to who started it from a menu, and waits for him.
    QVERIFY(!window->waitForFinished(500));
    window->terminate();
    QVERIFY(window->waitForFinished(20'000));
    QCOMPARE(window->exitStatus(), QProcess::NormalExit);
    QCOMPARE(window->exitCode(), 1);
}

void TestStart::memoryIsNotDumped() const
{
#ifdef Q_OS_LINUX
    TestSupport::ConsoleHome home;
    home.setPlatform(u"offscreen"_s);
    const auto window = startWindow(home);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socketOf(home)), 20'000);
    const QString process = u"/proc/"_s + QString::number(window->processId());
    QFile limits(QString(process + u"/limits"_s));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QString text = QString::fromLatin1(limits.readAll()).simplified();
    QVERIFY2(text.contains("Max core file size 0 0 "_L1), qPrintable(text));
#ifndef CONSOLE_SANITIZED
    // Of a process whose memory is closed, the kernel gives these files to root; for root all look alike.
    if (::geteuid() != 0) {
        QCOMPARE(QFileInfo(QString(process + u"/environ"_s)).ownerId(), 0U);
    }
#endif
    window->terminate();
    QVERIFY(window->waitForFinished(20'000));
#else
    QSKIP("reads /proc");
#endif
}

CONSOLE_TEST(TestStart, QCoreApplication)
#include "tst_start.moc"
