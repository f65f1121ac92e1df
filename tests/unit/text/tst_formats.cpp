// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "text/formats.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

class FormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void duration_data();
    void duration();
    void latency_data();
    void latency();
    void clockOffset_data();
    void clockOffset();
    void localTimes_data();
    void localTimes();
    void size_data();
    void size();
};

void FormatsTest::initTestCase()
{
    // A zone far from UTC: half an hour off the hour, and another day in the evening.
    qputenv("TZ", "Asia/Kolkata");
    tzset();
}

void FormatsTest::duration_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-5) << u"0 s"_s;
    QTest::newRow("zero") << qint64(0) << u"0 s"_s;
    QTest::newRow("59 s") << qint64(59) << u"59 s"_s;
    QTest::newRow("a minute") << qint64(60) << u"1 min 00 s"_s;
    QTest::newRow("minutes") << qint64(303) << u"5 min 03 s"_s;
    QTest::newRow("below an hour") << qint64(3599) << u"59 min 59 s"_s;
    QTest::newRow("hours") << qint64(2 * 3600 + 5 * 60 + 59) << u"2 h 05 min"_s;
    QTest::newRow("below a day") << qint64(86399) << u"23 h 59 min"_s;
    QTest::newRow("days") << qint64(3 * 86400 + 4 * 3600) << u"3 d 04 h"_s;
}

void FormatsTest::duration()
{
    QFETCH(const qint64, seconds);
    QTEST(Text::duration(seconds), "text");
}

void FormatsTest::latency_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    QTest::newRow("none") << qint64(-1) << QString() << QString();
    QTest::newRow("zero") << qint64(0) << u"0 ms"_s << u"0 ms"_s;
    QTest::newRow("milliseconds") << qint64(53) << u"53 ms"_s << u"53 ms"_s;
    QTest::newRow("below a second") << qint64(999) << u"999 ms"_s << u"999 ms"_s;
    QTest::newRow("seconds") << qint64(1234) << u"1.2 s"_s << u"1,2 s"_s;
    QTest::newRow("below a minute") << qint64(59999) << u"59.9 s"_s << u"59,9 s"_s;
    QTest::newRow("a minute") << qint64(60000) << u"1 min 00 s"_s << u"1 min 00 s"_s;
}

void FormatsTest::latency()
{
    QFETCH(const qint64, milliseconds);
    QTEST(Text::latency(milliseconds, QLocale(QLocale::English)), "english");
    QTEST(Text::latency(milliseconds, QLocale(QLocale::German)), "german");
}

void FormatsTest::clockOffset_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("text");
    QTest::newRow("behind") << qint64(7 * 60 + 3) << u"this computer's clock is 7 min 3 s behind"_s;
    QTest::newRow("ahead") << qint64(-12) << u"this computer's clock is 12 s ahead"_s;
    QTest::newRow("hours ahead") << qint64(-3600) << u"this computer's clock is 1 h 0 min ahead"_s;
    QTest::newRow("right") << qint64(0) << u"this computer's clock agrees with the service's"_s;
}

void FormatsTest::clockOffset()
{
    QFETCH(const qint64, offset);
    QTEST(Text::clockOffset(offset), "text");
}

void FormatsTest::localTimes_data()
{
    QTest::addColumn<QDateTime>("utc");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("dateTime");
    QTest::addColumn<QString>("time");
    const QDateTime evening(QDate(2026, 11, 23), QTime(20, 5, 9), Qt::UTC);
    QTest::newRow("invalid") << QDateTime() << QLocale(QLocale::German) << QString() << QString();
    QTest::newRow("german") << evening << QLocale(QLocale::German) << u"24.11.26 01:35:09"_s << u"01:35:09"_s;
    QTest::newRow("american") << evening << QLocale(QLocale::English, QLocale::UnitedStates)
                              << u"11/24/26 1:35:09 AM"_s << u"1:35:09 AM"_s;
    QTest::newRow("C") << evening << QLocale::c() << u"24 Nov 2026 01:35:09"_s << u"01:35:09"_s;
}

void FormatsTest::localTimes()
{
    QFETCH(const QDateTime, utc);
    QFETCH(const QLocale, locale);
    // Newer locale data put a narrow no-break space before AM.
    QTEST(Text::localDateTime(utc, locale).replace(u'\u202f', u' '), "dateTime");
    QTEST(Text::localTime(utc, locale).replace(u'\u202f', u' '), "time");
}

void FormatsTest::size_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(-1) << QString();
    QTest::newRow("bytes") << qint64(512) << u"512 bytes"_s;
    QTest::newRow("KiB") << qint64(1536) << u"1.5 KiB"_s;
    QTest::newRow("MiB") << qint64(1024 * 1024) << u"1.0 MiB"_s;
}

void FormatsTest::size()
{
    QFETCH(const qint64, bytes);
    QTEST(Text::size(bytes, QLocale(QLocale::English)), "text");
}

CONSOLE_TEST(FormatsTest, TestSupport::NoApplication)
#include "tst_formats.moc"
