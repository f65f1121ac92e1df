// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errorcatalogue.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using Api::ErrorCategory;

class tst_ErrorCatalogue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void complete();
    void sorted();
    void lookup_data();
    void lookup();
    void retrySafe();
};

void tst_ErrorCatalogue::complete()
{
    QFile list(QStringLiteral(TEST_DATA_DIR "/api/error-codes.txt"));
    QVERIFY2(list.open(QIODevice::ReadOnly), qPrintable(list.errorString()));
    QSet<QString> documented;
    while (!list.atEnd()) {
        const QString line = QString::fromUtf8(list.readLine()).trimmed();
        if (!line.isEmpty() && !line.startsWith(u'#')) {
            documented.insert(line);
        }
    }
    QVERIFY(documented.size() > 70);
    QSet<QString> known;
    for (const Api::CatalogueEntry &entry : Api::entries()) {
        known.insert(entry.code);
    }
    QCOMPARE(known - documented, QSet<QString>());
    QCOMPARE(documented - known, QSet<QString>());
}

void tst_ErrorCatalogue::sorted()
{
    const auto &all = Api::entries();
    QVERIFY(std::ranges::is_sorted(all, {}, [](const auto &entry) { return QString(entry.code); }));
    QVERIFY(std::ranges::adjacent_find(all, {}, [](const auto &entry) { return QString(entry.code); })
            == all.end());
}

void tst_ErrorCatalogue::lookup_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("found"); // empty: none
    QTest::addColumn<ErrorCategory>("category");
    QTest::newRow("exact") << u"InvalidParameter.TaskNotFound"_s << u"InvalidParameter.TaskNotFound"_s
                           << ErrorCategory::Parameter;
    QTest::newRow("parent") << u"InvalidParameter.Brandnew"_s << u"InvalidParameter"_s
                            << ErrorCategory::Parameter;
    QTest::newRow("grandparent") << u"AuthFailure.Some.Thing"_s << u"AuthFailure"_s
                                 << ErrorCategory::Authentication;
    QTest::newRow("clock") << u"AuthFailure.SignatureExpire"_s << u"AuthFailure.SignatureExpire"_s
                           << ErrorCategory::Clock;
    QTest::newRow("first") << u"ActionOffline"_s << u"ActionOffline"_s << ErrorCategory::Server;
    QTest::newRow("last") << u"UnsupportedRegion"_s << u"UnsupportedRegion"_s << ErrorCategory::Endpoint;
    QTest::newRow("unknown") << u"Brandnew.Code"_s << QString() << ErrorCategory::Unknown;
    QTest::newRow("no word boundary") << u"InternalErrors"_s << QString() << ErrorCategory::Unknown;
    QTest::newRow("case counts") << u"internalerror"_s << QString() << ErrorCategory::Unknown;
    QTest::newRow("empty") << QString() << QString() << ErrorCategory::Unknown;
    QTest::newRow("dots") << u"..."_s << QString() << ErrorCategory::Unknown;
}

void tst_ErrorCatalogue::lookup()
{
    QFETCH(QString, code);
    QFETCH(QString, found);
    QFETCH(ErrorCategory, category);
    const Api::CatalogueEntry *const entry = Api::findEntry(code);
    QCOMPARE(entry ? QString(entry->code) : QString(), found);
    QCOMPARE(Api::categoryOf(code), category);
}

void tst_ErrorCatalogue::retrySafe()
{
    QStringList safe;
    for (const Api::CatalogueEntry &entry : Api::entries()) {
        if (entry.isRetrySafe) {
            safe.append(entry.code);
        }
    }
    const QStringList expected{u"InternalError"_s,
                               u"RequestLimitExceeded"_s,
                               u"RequestLimitExceeded.GlobalRegionUinLimitExceeded"_s,
                               u"RequestLimitExceeded.IPLimitExceeded"_s,
                               u"RequestLimitExceeded.UinLimitExceeded"_s,
                               u"ServiceUnavailable"_s};
    QCOMPARE(safe, expected);
}

CONSOLE_TEST(tst_ErrorCatalogue, QCoreApplication)
#include "tst_errorcatalogue.moc"
