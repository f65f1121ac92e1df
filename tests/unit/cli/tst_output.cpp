// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonline.h"
#include "cli/output.h"
#include "cli/records.h"
#include "cli/table.h"
#include "cli/taskview.h"
#include "support/testprogram.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

//! What others wrote reaches a terminal as text to be seen, and as nothing that it would obey.
class TestOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hostile_data();
    void hostile();
    void hostileJson_data() { hostile_data(); }
    void hostileJson();
    void cellsKeepTheirLine();
    void marksTakeNoRoom();
    void sheetWarnsOfABackupThatRuns();
    void screenKeepsItsOwnSequences();

private:
    QBuffer m_out;
    QBuffer m_err;
};

namespace {

//! Characters that a terminal obeys, or that turn or hide what is read; line breaks apart.
[[nodiscard]] QString obeyedIn(const QByteArray &utf8)
{
    QStringList found;
    const QList<uint> characters = QString::fromUtf8(utf8).toUcs4();
    for (const uint c : characters) {
        const bool isControl = c < 0x20 || (c >= 0x7f && c < 0xa0);
        const bool turns = (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e)
            || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0x061c || (c >= 0xe0000 && c <= 0xe007f);
        if (c != '\n' && (isControl || turns)) {
            found.append(QString::number(c, 16));
        }
    }
    return found.join(u' ');
}

} // namespace

void TestOutput::init()
{
    for (QBuffer *const buffer : {&m_out, &m_err}) {
        buffer->close();
        buffer->setData({});
        QVERIFY(buffer->open(QIODevice::WriteOnly));
    }
}

void TestOutput::hostile_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("colour") << u"\x1b[31mred"_s;
    QTest::newRow("window title") << u"\x1b]0;root\a"_s;
    QTest::newRow("clipboard") << u"\x1b]52;c;cm0gLXJmCg==\x1b\\"_s;
    QTest::newRow("C1") << u"\u009b2J\u009d0;x\u009c"_s;
    QTest::newRow("overwritten line") << u"failed\rstopped"_s;
    QTest::newRow("backspace, delete, bell") << u"\b\b\x7f\a"_s;
    QTest::newRow("nul") << QString(QChar(0)) + u'x';
    QTest::newRow("override") << u"\u202edeppots\u202c"_s;
    QTest::newRow("isolates") << u"\u2067x\u2069"_s;
    QTest::newRow("zero width") << u"st\u200bop\ufeff"_s;
    QTest::newRow("tags") << u"x\U000E0041"_s;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) + u'x';
    QTest::newRow("a megabyte of escapes") << QString(1 << 20, QChar(0x1b));
}

void TestOutput::hostile()
{
    QFETCH(const QString, text);
    {
        Cli::Output output(m_out, m_err, false);
        output.line(text);
        output.note(text);
        output.prompt(text);
        output.line(Cli::Table({text}, QList<QStringList>{{text}}).row({text}));
        Core::PushTask task;
        task.groupId = text;
        task.pushUserId = text;
        task.taskErrorCode = text;
        task.taskErrorMessage = text;
        task.label = text;
        task.backup.rawText = text;
        for (const QString &line :
             Cli::taskSheet(task) + Cli::trackedTable({task}, [&text](const QString &) { return text; }))
            output.line(line);
    }
    QCOMPARE(obeyedIn(m_out.data()), QString());
    QCOMPARE(obeyedIn(m_err.data()), QString());
    QVERIFY(m_out.data().contains("\xef\xbf\xbd")); // seen that there was something
}

void TestOutput::hostileJson()
{
    QFETCH(const QString, text);
    Cli::Output output(m_out, m_err, false);
    Cli::JsonLine line;
    line.addText("text"_L1, text);
    line.add("object"_L1, QJsonObject{{text, text}});
    output.object(line);
    QCOMPARE(obeyedIn(m_out.data()), QString());
    QCOMPARE(m_out.data().count('\n'), 1);
    const QJsonObject read = QJsonDocument::fromJson(m_out.data()).object();
    QVERIFY(read.value("text"_L1).isString());
    if (!text.front().isHighSurrogate()) {
        QCOMPARE(read.value("text"_L1).toString(), text); // escaped, and nothing lost
        QCOMPARE(read.value("object"_L1).toObject().value(text).toString(), text);
    }
}

//! A line break in a cell would begin a line that nobody but its author wrote.
void TestOutput::cellsKeepTheirLine()
{
    const Cli::Table table({u"Label"_s, u"Outcome"_s}, QList<QStringList>{});
    QCOMPARE(table.row({u"a\nTaskId  stopped\t."_s, u"failed"_s}), u"a TaskId stopped .  failed"_s);
}

void TestOutput::marksTakeNoRoom()
{
    QCOMPARE(Cli::displayWidth(u"e\u0301a"_s), 2);
    QCOMPARE(Cli::displayWidth(u"課堂"_s), 4);
}

void TestOutput::sheetWarnsOfABackupThatRuns()
{
    Core::PushTask task;
    task.status = Core::TaskStatus::Stopped;
    task.backup.taskId = u"the-backup"_s;
    const auto warns = [&task] {
        return Cli::taskSheet(task).join(u'\n').contains(u"stop the-backup too"_s);
    };
    QVERIFY(warns());
    task.backup.isGone = true;
    QVERIFY(!warns());
}

void TestOutput::screenKeepsItsOwnSequences()
{
    {
        Cli::Output output(m_out, m_err, true);
        output.openScreen();
        output.drawScreen({u"a\x1b[31m"_s, u"b\u202e"_s}, 5);
        output.progress(u"\x1b[2J"_s);
    }
    QCOMPARE(m_out.data(),
             QByteArray("\x1b[?1049h\x1b[Ha\xef\xbf\xbd[31m\x1b[K\r\nb\xef\xbf\xbd\x1b[K\x1b[J\x1b[?1049l"));
    QCOMPARE(m_err.data(), QByteArray("\r\x1b[K\xef\xbf\xbd[2J\r\x1b[K"));
}

CONSOLE_TEST(TestOutput, TestSupport::NoApplication)
#include "tst_output.moc"
