// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answer.h"

#include "core/redaction.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using Api::HttpFacts;
using Api::TransportFault;
using Core::Delivery;
using Core::ErrorKind;

namespace {

[[nodiscard]] HttpFacts answered(const QByteArray &body, int status = 200)
{
    HttpFacts facts;
    facts.httpStatus = status;
    facts.mayHaveLeft = true;
    facts.contentType = "application/json";
    facts.body = body;
    return facts;
}

[[nodiscard]] HttpFacts broken(TransportFault fault, bool mayHaveLeft)
{
    HttpFacts facts;
    facts.fault = fault;
    facts.faultText = u"why"_s;
    facts.mayHaveLeft = mayHaveLeft;
    return facts;
}

[[nodiscard]] QByteArray apiFailure(const QByteArray &code)
{
    return R"({"Response":{"Error":{"Code":")" + code + R"(","Message":"m"},"RequestId":"r-1"}})";
}

} // namespace

class tst_Answer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void good();
    void refused_data();
    void refused();
    void apiErrorFacts();
    void textsArePlainAndCapped();
    void proxyCredentials();
    void pagesAreNoAnswers_data();
    void pagesAreNoAnswers();
    void causeIsKept();
    void date_data();
    void date();
};

void tst_Answer::good()
{
    const auto response =
        Api::judgeAnswer(answered(R"({"Response":{"RequestId":"r-1","Error":null,"Extra":[1]}})"));
    QVERIFY(response.has_value());
    QCOMPARE(response->value("RequestId"_L1).toString(), u"r-1"_s);
    QVERIFY(response->contains("Extra"_L1));
}

void tst_Answer::refused_data()
{
    QTest::addColumn<HttpFacts>("facts");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Delivery>("delivery");
    const auto row = [](const char *name, const HttpFacts &facts, ErrorKind kind, Delivery delivery) {
        QTest::newRow(name) << facts << kind << delivery;
    };
    const auto maybe = Delivery::MaybeDelivered;
    const auto never = Delivery::NotDelivered;
    const auto told = Delivery::Answered;

    row("DNS", broken(TransportFault::HostNotFound, false), ErrorKind::Network, never);
    row("connection refused", broken(TransportFault::ConnectionRefused, false), ErrorKind::Network, never);
    row("lost before it left", broken(TransportFault::ConnectionLost, false), ErrorKind::Network, never);
    row("lost afterwards", broken(TransportFault::ConnectionLost, true), ErrorKind::Network, maybe);
    row("refused on a second connection", broken(TransportFault::ConnectionRefused, true), ErrorKind::Network,
        maybe);
    row("timeout while connecting", broken(TransportFault::Timeout, false), ErrorKind::Timeout, never);
    row("timeout afterwards", broken(TransportFault::Timeout, true), ErrorKind::Timeout, maybe);
    row("proxy refused", broken(TransportFault::ProxyUnreachable, false), ErrorKind::Proxy, never);
    row("proxy wants credentials", broken(TransportFault::ProxyAuthentication, false), ErrorKind::Proxy,
        never);
    row("proxy wants them too late", broken(TransportFault::ProxyAuthentication, true), ErrorKind::Proxy,
        maybe);
    row("TLS", broken(TransportFault::Tls, false), ErrorKind::Tls, never);
    row("canceled in time", broken(TransportFault::Canceled, false), ErrorKind::Canceled, never);
    row("canceled too late", broken(TransportFault::Canceled, true), ErrorKind::Canceled, maybe);
    row("own CA file", broken(TransportFault::LocalSetup, false), ErrorKind::InvalidInput, never);
    HttpFacts cut = broken(TransportFault::ConnectionLost, true);
    cut.httpStatus = 200;
    cut.body = R"({"Response":{"Requ)";
    row("cut", cut, ErrorKind::Network, maybe);
    row("nothing at all", answered({}, 0), ErrorKind::Network, maybe);

    row("301", answered("moved", 301), ErrorKind::Redirect, told);
    row("307", answered(R"({"Response":{"RequestId":"r"}})", 307), ErrorKind::Redirect, told);
    row("204", answered({}, 204), ErrorKind::HttpStatus, maybe);
    row("400", answered("bad", 400), ErrorKind::HttpStatus, maybe);
    row("407", answered("go away", 407), ErrorKind::HttpStatus, maybe);
    row("502 with HTML", answered("<html>", 502), ErrorKind::HttpStatus, maybe);
    row("500 with an answer's shape", answered(R"({"Response":{"RequestId":"r"}})", 500),
        ErrorKind::HttpStatus, maybe);
    HttpFacts large = answered({});
    large.isTooLarge = true;
    row("too large", large, ErrorKind::TooLarge, maybe);
    large.httpStatus = 502;
    row("too large, but 502", large, ErrorKind::HttpStatus, maybe);

    row("empty", answered({}), ErrorKind::NotJson, maybe);
    row("HTML", answered("<html>hello</html>"), ErrorKind::NotJson, maybe);
    row("cut JSON", answered(R"({"Response":{"RequestId":"r)"), ErrorKind::NotJson, maybe);
    row("JSON with a tail", answered(R"({"Response":{"RequestId":"r"}} tail)"), ErrorKind::NotJson, maybe);
    row("not UTF-8", answered("{\"Response\":{\"RequestId\":\"\xff\xfe\"}}"), ErrorKind::NotJson, maybe);
    row("nested too deep", answered(QByteArray(100'000, '[')), ErrorKind::NotJson, maybe);
    row("bare number", answered("1"), ErrorKind::NotJson, maybe);
    row("array", answered("[]"), ErrorKind::WrongShape, maybe);
    row("no Response", answered("{}"), ErrorKind::WrongShape, maybe);
    row("older shape", answered(R"({"code":4100,"message":"m","codeDesc":"AuthFailure"})"),
        ErrorKind::WrongShape, maybe);
    row("Response null", answered(R"({"Response":null})"), ErrorKind::WrongShape, maybe);
    row("Response array", answered(R"({"Response":[]})"), ErrorKind::WrongShape, maybe);
    row("no RequestId", answered(R"({"Response":{}})"), ErrorKind::WrongShape, maybe);
    row("RequestId null", answered(R"({"Response":{"RequestId":null}})"), ErrorKind::WrongShape, maybe);
    row("RequestId a number", answered(R"({"Response":{"RequestId":7}})"), ErrorKind::WrongShape, maybe);
    row("Error without Code", answered(R"({"Response":{"Error":{"Message":"m"},"RequestId":"r"}})"),
        ErrorKind::WrongShape, maybe);
    row("Error a string", answered(R"({"Response":{"Error":"bad","RequestId":"r"}})"), ErrorKind::WrongShape,
        maybe);

    row("Error without RequestId", answered(R"({"Response":{"Error":{"Code":"InternalError"}}})"),
        ErrorKind::Api, Delivery::Answered);
    row("already stopped", answered(apiFailure("UnsupportedOperation.TaskHasAlreadyStopped")), ErrorKind::Api,
        Delivery::Answered);
    row("throttled", answered(apiFailure("RequestLimitExceeded")), ErrorKind::Api, never);
    row("throttled by account", answered(apiFailure("RequestLimitExceeded.UinLimitExceeded")), ErrorKind::Api,
        never);
    row("LimitExceeded is no throttling", answered(apiFailure("LimitExceeded.TaskConcurrency")),
        ErrorKind::Api, Delivery::Answered);
}

void tst_Answer::refused()
{
    QFETCH(HttpFacts, facts);
    QFETCH(ErrorKind, kind);
    QFETCH(Delivery, delivery);
    const auto response = Api::judgeAnswer(facts);
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, kind);
    QCOMPARE(response.error().delivery, delivery);
    if (facts.fault != TransportFault::ProxyAuthentication) {
        QCOMPARE(response.error().httpStatus, facts.httpStatus);
    }
}

void tst_Answer::apiErrorFacts()
{
    const auto response = Api::judgeAnswer(answered(apiFailure("InvalidParameter.TaskNotFound")));
    QVERIFY(!response.has_value());
    const Core::Error &error = response.error();
    QCOMPARE(error.apiCode, u"InvalidParameter.TaskNotFound"_s);
    QCOMPARE(error.apiMessage, u"m"_s);
    QCOMPARE(error.requestId, u"r-1"_s);
    QCOMPARE(error.httpStatus, 200);
}

void tst_Answer::textsArePlainAndCapped()
{
    const QByteArray longText(5000, 'x');
    const auto response =
        Api::judgeAnswer(answered(R"({"Response":{"Error":{"Code":"A\u001b[31m","Message":"\u202e)" + longText
                                  + R"("},"RequestId":")" + longText + R"("}})"));
    QVERIFY(!response.has_value());
    QVERIFY(!response.error().apiCode.contains(u'\x1b'));
    QVERIFY(!response.error().apiMessage.contains(QChar(0x202e)));
    QVERIFY(response.error().apiMessage.size() <= 1001);
    QVERIFY(response.error().requestId.size() <= 129);
}

void tst_Answer::proxyCredentials()
{
    // SOCKS has no HTTP status; whoever decides about a repetition needs to tell the two apart all the same.
    const auto response = Api::judgeAnswer(broken(TransportFault::ProxyAuthentication, false));
    QCOMPARE(response.error().httpStatus, 407);
}

void tst_Answer::pagesAreNoAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<Core::ErrorCause>("cause");
    using enum Core::ErrorCause;
    QTest::newRow("login page") << QByteArray("\r\n<!DOCTYPE html><title>Welcome</title>")
                                << QByteArray("text/html; charset=utf-8") << Page;
    QTest::newRow("said to be JSON") << QByteArray("<html>hello</html>") << QByteArray("application/json")
                                     << Page;
    QTest::newRow("a page without a tag") << QByteArray("Please log in") << QByteArray("Text/HTML") << Page;
    QTest::newRow("an empty page") << QByteArray() << QByteArray("text/html") << Page;
    QTest::newRow("cut JSON") << QByteArray(R"({"Response":{"RequestId":"r)")
                              << QByteArray("application/json") << None;
    QTest::newRow("compressed unasked")
        << QByteArray::fromHex("1f8b0800000000000003") << QByteArray("application/json") << None;
}

void tst_Answer::pagesAreNoAnswers()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, contentType);
    QFETCH(const Core::ErrorCause, cause);
    HttpFacts facts = answered(body);
    facts.contentType = contentType;
    const auto response = Api::judgeAnswer(facts);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::NotJson);
    QCOMPARE(response.error().cause, cause);
}

void tst_Answer::causeIsKept()
{
    HttpFacts facts = broken(TransportFault::Tls, false);
    facts.cause = Core::ErrorCause::Expired;
    const auto response = Api::judgeAnswer(facts);
    QVERIFY(!response);
    QCOMPARE(Core::codeOf(response.error()), u"Tls.Expired"_s);
}

void tst_Answer::date_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("time");
    const QDateTime none;
    QTest::newRow("good") << QByteArray("Tue, 14 Nov 2023 22:13:20 GMT")
                          << QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC);
    QTest::newRow("empty") << QByteArray() << none;
    QTest::newRow("garbage") << QByteArray("yesterday GMT") << none;
    QTest::newRow("other zone") << QByteArray("Tue, 14 Nov 2023 22:13:20 CST") << none;
    QTest::newRow("no such day") << QByteArray("Tue, 31 Feb 2023 22:13:20 GMT") << none;
    QTest::newRow("before the API") << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT") << none;
    QTest::newRow("far future") << QByteArray("Fri, 01 Jan 2999 00:00:00 GMT") << none;
}

void tst_Answer::date()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, time);
    QCOMPARE(Api::parseHttpDate(text).value_or(QDateTime()), time);
}

CONSOLE_TEST(tst_Answer, QCoreApplication)
#include "tst_answer.moc"
