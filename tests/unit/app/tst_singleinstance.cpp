// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"
#include "app/windowwish.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

//! The first window and what later starts say to it.
class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyOneIsTheFirst() const;
    void lockOfAnotherMachineIsTakenOver() const;
    void olderVersionsAreExcluded() const;
    void wishesArrive_data() const;
    void wishesArrive() const;
    void longPathsHaveTheirSocketElsewhere() const;
    void strangersAreSentAway_data() const;
    void strangersAreSentAway() const;
    void strangeTextsAreNoWish_data() const;
    void strangeTextsAreNoWish() const;
    void wishesOfCommands() const;

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestSingleInstance::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestSingleInstance::onlyOneIsTheFirst() const
{
    App::SingleInstance first(m_directory->path());
    App::SingleInstance second(m_directory->path());
    QVERIFY(first.claim());
    QVERIFY(!second.claim());
}

//! A copied profile, or a container whose machine id is new: the run that died looks alive by what it wrote.
void TestSingleInstance::lockOfAnotherMachineIsTakenOver() const
{
    QFile left(m_directory->filePath(u"window.lock"_s));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write(QByteArray::number(QCoreApplication::applicationPid())
               + "\nwhiteboard-push-console\nanother-host\n0123456789abcdef0123456789abcdef\nanother-boot\n");
    left.close();
    App::SingleInstance first(m_directory->path());
    QVERIFY(first.claim());
    App::SingleInstance second(m_directory->path());
    QVERIFY(!second.claim());
}

//! They have a QLockFile on the same file.
void TestSingleInstance::olderVersionsAreExcluded() const
{
    const QString path = m_directory->filePath(u"window.lock"_s);
    QLockFile older(path);
    older.setStaleLockTime(0);
    QVERIFY(older.tryLock());
    QByteArray left;
    {
        App::SingleInstance first(m_directory->path());
        QVERIFY(!first.claim());
        older.unlock();
        QVERIFY(first.claim());
        QVERIFY(!older.tryLock());
        QFile lock(path);
        QVERIFY(lock.open(QIODevice::ReadOnly));
        left = lock.readAll();
    }
    QVERIFY(!QFile::exists(path));
    // As if that one had died.
    QFile lock(path);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(lock.write(left) > 0);
    lock.close();
    QVERIFY(older.tryLock());
}

void TestSingleInstance::wishesArrive_data() const
{
    QTest::addColumn<App::WindowWish>("wish");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("none") << App::WindowWish{} << QByteArray();
    QTest::newRow("none, with a token") << App::WindowWish{} << QByteArray("token with\ta tab\nand %41");
    QTest::newRow("stop all") << App::WindowWish{.taskLink = {}, .asksToStopAll = true} << QByteArray("t");
    QTest::newRow("a link") << App::WindowWish{.taskLink = u"tiwpush:a%2F1?app=7"_s, .asksToStopAll = false}
                            << QByteArray();
    QTest::newRow("a link with anything in it")
        << App::WindowWish{.taskLink = u"tiwpush:任务\n \t%0A"_s, .asksToStopAll = false} << QByteArray("t");
}

void TestSingleInstance::wishesArrive() const
{
    QFETCH(const App::WindowWish, wish);
    QFETCH(const QByteArray, token);
    App::SingleInstance first(m_directory->path());
    QVERIFY(first.claim());
    QSignalSpy raised(&first, &App::SingleInstance::raiseRequested);
    qputenv("XDG_ACTIVATION_TOKEN", token);
    auto answered = std::async(std::launch::async, [this, &wish] {
        const App::SingleInstance second(m_directory->path());
        return second.raiseFirst(wish.toText());
    });
    QTRY_COMPARE(raised.size(), 1);
    QVERIFY(answered.get());
    QCOMPARE(raised.first().at(0).toByteArray(), token);
    QCOMPARE(App::WindowWish::fromText(raised.first().at(1).toByteArray()), wish);
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

//! Not in the directory for temporary files, where anybody could have been first.
void TestSingleInstance::longPathsHaveTheirSocketElsewhere() const
{
#ifdef Q_OS_UNIX
    const QTemporaryDir runtime;
    QVERIFY(runtime.isValid());
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
    const QString data = m_directory->filePath(QString(120, u'x'));
    App::SingleInstance first(data);
    QVERIFY(first.claim());
    const QDir::Filters everything = QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot;
    QCOMPARE(QDir(runtime.path()).entryList(everything).size(), 1);
    QSignalSpy raised(&first, &App::SingleInstance::raiseRequested);
    auto answered = std::async(std::launch::async, [&data] {
        const App::SingleInstance second(data);
        return second.raiseFirst({});
    });
    QTRY_COMPARE(raised.size(), 1);
    QVERIFY(answered.get());
    qputenv("XDG_RUNTIME_DIR", before);
#endif
}

void TestSingleInstance::strangersAreSentAway_data() const
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a line without an end") << QByteArray("and no more");
    QTest::newRow("more than anybody has to say") << QByteArray(16 * 1024 * 1024, 'a');
}

void TestSingleInstance::strangersAreSentAway() const
{
    QFETCH(const QByteArray, said);
    App::SingleInstance first(m_directory->path());
    QVERIFY(first.claim());
    const QSignalSpy raised(&first, &App::SingleInstance::raiseRequested);
    QLocalSocket stranger;
    stranger.connectToServer(m_directory->filePath(u"window.socket"_s));
    QVERIFY(stranger.waitForConnected());
    stranger.write(said);
    QTRY_COMPARE_WITH_TIMEOUT(stranger.state(), QLocalSocket::UnconnectedState, 20'000);
    QCOMPARE(raised.size(), 0);
}

void TestSingleInstance::strangeTextsAreNoWish_data() const
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another word") << QByteArray("stop-all");
    QTest::newRow("more than the word") << QByteArray("stop-all-running now");
    QTest::newRow("another link") << QByteArray("https://example.com/");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00", 3);
}

void TestSingleInstance::strangeTextsAreNoWish() const
{
    QFETCH(const QByteArray, text);
    QVERIFY(App::WindowWish::fromText(text).isEmpty());
}

void TestSingleInstance::wishesOfCommands() const
{
    Cli::Command command;
    QVERIFY(App::WindowWish::of(command).isEmpty());
    command.asksToStopAll = true;
    QVERIFY(App::WindowWish::of(command).asksToStopAll);
    command = {};
    command.taskLink = u"tiwpush:a?app=7"_s;
    QCOMPARE(App::WindowWish::of(command).taskLink, command.taskLink);
}

CONSOLE_TEST(TestSingleInstance, QCoreApplication)
#include "tst_singleinstance.moc"
