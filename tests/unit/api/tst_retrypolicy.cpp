// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/retrypolicy.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using Api::ActionKind;
using Core::ErrorKind;

namespace {

[[nodiscard]] Core::Error errorOf(ErrorKind kind, int status, const QString &code)
{
    Core::Error error = Core::Error::of(kind);
    error.httpStatus = status;
    error.apiCode = code;
    return error;
}

} // namespace

class tst_RetryPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void table_data();
    void table();
    void attempts();
    void backoff();
};

void tst_RetryPolicy::table_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isRepeated");
    const auto row = [](const char *name, ErrorKind kind, int status, const QString &code, bool isRepeated) {
        QTest::newRow(name) << kind << status << code << isRepeated;
    };
    const QString none;
    row("canceled", ErrorKind::Canceled, 0, none, false);
    row("timeout", ErrorKind::Timeout, 0, none, true);
    row("network", ErrorKind::Network, 0, none, true);
    row("cut answer", ErrorKind::Network, 200, none, true);
    row("proxy not reachable", ErrorKind::Proxy, 0, none, true);
    row("proxy wants credentials", ErrorKind::Proxy, 407, none, false);
    row("TLS", ErrorKind::Tls, 0, none, false);
    row("redirect", ErrorKind::Redirect, 302, none, false);
    row("400", ErrorKind::HttpStatus, 400, none, false);
    row("401", ErrorKind::HttpStatus, 401, none, false);
    row("403", ErrorKind::HttpStatus, 403, none, false);
    row("404", ErrorKind::HttpStatus, 404, none, false);
    row("408", ErrorKind::HttpStatus, 408, none, true);
    row("429", ErrorKind::HttpStatus, 429, none, true);
    row("500", ErrorKind::HttpStatus, 500, none, true);
    row("502", ErrorKind::HttpStatus, 502, none, true);
    row("503", ErrorKind::HttpStatus, 503, none, true);
    row("204", ErrorKind::HttpStatus, 204, none, false);
    row("not JSON", ErrorKind::NotJson, 200, none, true);
    row("wrong shape", ErrorKind::WrongShape, 200, none, true);
    row("too large", ErrorKind::TooLarge, 200, none, true);
    row("throttled", ErrorKind::Api, 200, u"RequestLimitExceeded"_s, true);
    row("throttled, by account", ErrorKind::Api, 200, u"RequestLimitExceeded.UinLimitExceeded"_s, true);
    row("throttled, new sub-code", ErrorKind::Api, 200, u"RequestLimitExceeded.Brandnew"_s, true);
    row("server fault", ErrorKind::Api, 200, u"InternalError"_s, true);
    row("server fault, sub-code", ErrorKind::Api, 200, u"InternalError.Database"_s, true);
    row("service unavailable", ErrorKind::Api, 200, u"ServiceUnavailable"_s, true);
    row("failed operation", ErrorKind::Api, 200, u"FailedOperation"_s, false);
    row("failed task", ErrorKind::Api, 200, u"FailedOperation.WhiteboardPush"_s, false);
    row("authentication", ErrorKind::Api, 200, u"AuthFailure.SignatureFailure"_s, false);
    row("clock", ErrorKind::Api, 200, u"AuthFailure.SignatureExpire"_s, false);
    row("parameter", ErrorKind::Api, 200, u"InvalidParameter.TaskNotFound"_s, false);
    row("account", ErrorKind::Api, 200, u"ResourceUnavailable.ServiceExpired"_s, false);
    row("already stopped", ErrorKind::Api, 200, u"UnsupportedOperation.TaskHasAlreadyStopped"_s, false);
    row("quota is no rate", ErrorKind::Api, 200, u"LimitExceeded.TaskConcurrency"_s, false);
    row("unknown code", ErrorKind::Api, 200, u"Brandnew"_s, false);
    row("invalid input", ErrorKind::InvalidInput, 0, none, false);
    row("no credential", ErrorKind::NoCredential, 0, none, false);
    row("storage", ErrorKind::Storage, 0, none, false);
}

void tst_RetryPolicy::table()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(bool, isRepeated);
    const Core::Error error = errorOf(kind, status, code);
    QRandomGenerator random(1);
    for (const ActionKind action : {ActionKind::Stop, ActionKind::Read, ActionKind::Change}) {
        QCOMPARE(Api::decideRetry(action, error, 1, random).isRepeated, isRepeated);
    }
    QVERIFY(!Api::decideRetry(ActionKind::Start, error, 1, random).isRepeated);
}

void tst_RetryPolicy::attempts()
{
    const Core::Error error = errorOf(ErrorKind::Network, 0, {});
    QRandomGenerator random(1);
    int attempt = 1;
    while (Api::decideRetry(ActionKind::Stop, error, attempt, random).isRepeated) {
        ++attempt;
    }
    QCOMPARE(attempt, 6);
}

void tst_RetryPolicy::backoff()
{
    const Core::Error error = errorOf(ErrorKind::Network, 0, {});
    QRandomGenerator random(7);
    const QList<qint64> centres{250, 500, 1000, 2000, 2000};
    for (int attempt = 1; attempt <= centres.size(); ++attempt) {
        const qint64 centre = centres.at(attempt - 1);
        qint64 shortest = centre * 2;
        qint64 longest = 0;
        for (int i = 0; i < 500; ++i) {
            const qint64 delay = Api::decideRetry(ActionKind::Stop, error, attempt, random).delayMs;
            shortest = std::min(shortest, delay);
            longest = std::max(longest, delay);
        }
        QVERIFY2(shortest >= centre * 8 / 10 && shortest < centre * 85 / 100,
                 qPrintable(QString::number(shortest)));
        QVERIFY2(longest <= centre * 12 / 10 && longest > centre * 115 / 100,
                 qPrintable(QString::number(longest)));
    }
    // The jitter is the given source's alone.
    QRandomGenerator one(42);
    QRandomGenerator other(42);
    QCOMPARE(Api::decideRetry(ActionKind::Stop, error, 3, one),
             Api::decideRetry(ActionKind::Stop, error, 3, other));
}

CONSOLE_TEST(tst_RetryPolicy, QCoreApplication)
#include "tst_retrypolicy.moc"
