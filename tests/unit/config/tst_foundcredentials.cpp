// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/environment.h"
#include "config/pastedkey.h"
#include "config/tccliprofile.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::ErrorKind;

namespace {

const QString exampleId = u"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"_s;
const QString exampleKey = u"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"_s;

} // namespace

//! Credentials as people and other tools have them: pasted, in the environment, in tccli's files.
class TstFoundCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastedKeys_data();
    void pastedKeys();
    void environment_data();
    void environment();
    void tccliFiles_data();
    void tccliFiles();
    void tccliProfilesAreListed();
};

void TstFoundCredentials::pastedKeys_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("clean"); // null: refused
    const auto key = [](const char *name, const QString &pasted, const QString &clean) {
        QTest::newRow(name) << u"key"_s << pasted << clean;
    };
    key("as it is", exampleKey, exampleKey);
    key("blanks around", u"\t "_s + exampleKey + u" \r\n"_s, exampleKey);
    key("no-break space", QString(QChar(0xa0)) + exampleKey, exampleKey);
    key("quotes", u'"' + exampleKey + u'"', exampleKey);
    key("curly quotes", u'\u201c' + exampleKey + u'\u201d', exampleKey);
    key("SecretKey=", u"SecretKey="_s + exampleKey, exampleKey);
    key("secretKey:", u"secretKey: "_s + exampleKey, exampleKey);
    key("JSON line", u"  \"secretKey\": \""_s + exampleKey + u"\","_s, exampleKey);
    key("shell line", u"export TENCENTCLOUD_SECRET_KEY='"_s + exampleKey + u"';"_s, exampleKey);
    key("ends in =", u"c2VjcmV0a2V5Cg=="_s, u"c2VjcmV0a2V5Cg=="_s);
    key("empty", u"  "_s, {});
    key("only the name", u"SecretKey="_s, {});
    key("blank inside", u"Gu5t9xGARN pq86cd98joQYCN3"_s, {});
    key("line break inside", u"Gu5t9xGARN\npq86cd98joQYCN3"_s, {});
    key("both halves", exampleId + u'\n' + exampleKey, {});
    key("a SecretId", exampleId, {});
    key("the SecretId", u"own-secret-id"_s, {});
    key("full width", u"Ｇｕ５ｔ"_s, {});
    key("too long", QString(257, u'k'), {});
    QTest::newRow("id") << u"id"_s << QString(u" 'SecretId: "_s + exampleId + u"' "_s) << exampleId;
    QTest::newRow("id, JSON") << u"id"_s << QString(u"\"secretId\" : \""_s + exampleId + u"\","_s)
                              << exampleId;
    QTest::newRow("id, empty") << u"id"_s << QString() << QString();
    QTest::newRow("id, other letters") << u"id"_s << u"AKID/x"_s << QString();
    QTest::newRow("id, too long") << u"id"_s << QString(129, u'A') << QString();
    QTest::newRow("token") << u"token"_s << u"token=abc/+=="_s << u"abc/+=="_s;
    QTest::newRow("no token") << u"token"_s << u" "_s << u""_s;
    QTest::newRow("token, blank inside") << u"token"_s << u"a b"_s << QString();
}

void TstFoundCredentials::pastedKeys()
{
    QFETCH(const QString, field);
    QFETCH(const QString, pasted);
    QFETCH(const QString, clean);
    const Core::Result<QString> result = field == "id"_L1 ? Config::pastedSecretId(pasted)
        : field == "token"_L1                             ? Config::pastedToken(pasted)
                              : Config::pastedSecretKey(pasted, u"own-secret-id"_s);
    if (!clean.isNull()) {
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
        QCOMPARE(*result, clean);
        return;
    }
    QVERIFY(!result);
    QCOMPARE(Core::nameOf(result.error().kind), Core::nameOf(ErrorKind::InvalidInput));
    // What was pasted is a secret, whole or in part.
    for (const QString &part : pasted.split(QRegularExpression(u"[\\s=]"_s), Qt::SkipEmptyParts)) {
        if (part != "SecretKey"_L1 && part.size() > 2) {
            QVERIFY2(!result.error().detail.contains(part), qPrintable(result.error().detail));
        }
    }
}

void TstFoundCredentials::environment_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("outcome"); // "found", "none" or an ErrorKind
    const QString id = u"TENCENTCLOUD_SECRET_ID="_s + exampleId;
    const QString key = u"TENCENTCLOUD_SECRET_KEY="_s + exampleKey;
    QTest::newRow("none") << QStringList() << u"none"_s;
    QTest::newRow("region only") << QStringList{u"TENCENTCLOUD_REGION=ap-singapore"_s} << u"none"_s;
    QTest::newRow("both") << QStringList{id, key} << u"found"_s;
    QTest::newRow("id only") << QStringList{id} << u"NoCredential"_s;
    QTest::newRow("key empty") << QStringList{id, u"TENCENTCLOUD_SECRET_KEY= "_s} << u"NoCredential"_s;
    QTest::newRow("key only") << QStringList{key} << u"NoCredential"_s;
    QTest::newRow("swapped") << QStringList{u"TENCENTCLOUD_SECRET_ID="_s + exampleKey,
                                            u"TENCENTCLOUD_SECRET_KEY="_s + exampleId}
                             << u"InvalidInput"_s;
}

void TstFoundCredentials::environment()
{
    QFETCH(const QStringList, variables);
    QFETCH(const QString, outcome);
    QProcessEnvironment environment;
    environment.insert(u"TENCENTCLOUD_TOKEN"_s, u"a-token"_s);
    for (const QString &variable : variables) {
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    }
    const auto found = Config::credentialFromEnvironment(environment);
    if (!found) {
        QCOMPARE(Core::nameOf(found.error().kind), outcome);
        QVERIFY(!found.error().detail.contains(exampleKey));
        return;
    }
    QCOMPARE(found->has_value() ? u"found"_s : u"none"_s, outcome);
    if (*found) {
        QCOMPARE((*found)->credential.secretId, exampleId);
        QCOMPARE((*found)->credential.secretKey.bytes(), QByteArrayView("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"));
        QCOMPARE((*found)->credential.token.bytes(), QByteArrayView("a-token"));
        QCOMPARE((*found)->region, QString());
    }
}

void TstFoundCredentials::tccliFiles_data()
{
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<QByteArray>("configure"); // null: no such file
    QTest::addColumn<QString>("outcome"); // "region token" or an ErrorKind
    const QByteArray keys = R"("secretId": "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",)"
                            R"( "secretKey": "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")";
    const QByteArray configure =
        R"({"_sys_param": {"region": "ap-singapore", "output": "json"},)"
        R"( "tiw": {"endpoint": "tiw.tencentcloudapi.com", "version": "2019-09-19"}})";
    QTest::newRow("usual") << QByteArray('{' + keys + '}') << configure << u"ap-singapore "_s;
    QTest::newRow("no configure") << QByteArray('{' + keys + '}') << QByteArray() << u" "_s;
    QTest::newRow("old configure") << QByteArray('{' + keys + '}')
                                   << QByteArray(R"({"region": "ap-guangzhou"})") << u"ap-guangzhou "_s;
    QTest::newRow("token") << QByteArray('{' + keys + R"(, "token": "t0ken"})") << configure
                           << u"ap-singapore t0ken"_s;
    QTest::newRow("login, valid") << QByteArray(
        '{' + keys + R"(, "type": "oauth", "token": "t", "expiresAt": 1700000001})")
                                  << configure << u"ap-singapore t"_s;
    QTest::newRow("login, expired") << QByteArray(
        '{' + keys + R"(, "type": "oauth", "token": "t", "expiresAt": 1700000000})")
                                    << configure << u"NoCredential"_s;
    QTest::newRow("role of the machine")
        << QByteArray(R"({"type": "cvm-role"})") << configure << u"NoCredential"_s;
    QTest::newRow("assumed role") << QByteArray('{' + keys + R"(, "role-arn": "qcs::cam::uin/1:roleName/r"})")
                                  << configure << u"NoCredential"_s;
    QTest::newRow("no key") << QByteArray(R"({"secretId": "AKIDEXAMPLE"})") << configure << u"NoCredential"_s;
    QTest::newRow("not JSON") << QByteArray("[default]\nsecretId=x\n") << configure << u"InvalidInput"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"secretId": 7, "secretKey": "k"})") << configure
                                << u"InvalidInput"_s;
    QTest::newRow("blank in the key")
        << QByteArray(R"({"secretId": "AKIDEXAMPLE", "secretKey": "a b"})") << configure << u"InvalidInput"_s;
    QTest::newRow("bad configure") << QByteArray('{' + keys + '}') << QByteArray("{") << u"InvalidInput"_s;
    QTest::newRow("region of wrong type")
        << QByteArray('{' + keys + '}') << QByteArray(R"({"_sys_param": {"region": []}})")
        << u"InvalidInput"_s;
}

void TstFoundCredentials::tccliFiles()
{
    QFETCH(const QByteArray, credential);
    QFETCH(const QByteArray, configure);
    QFETCH(const QString, outcome);
    const QTemporaryDir dir;
    const auto write = [&dir](const QString &name, const QByteArray &bytes) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), qint64(bytes.size()));
    };
    write(u"default.credential"_s, credential);
    if (!configure.isNull()) {
        write(u"default.configure"_s, configure);
    }
    const auto profiles =
        Config::tccliProfiles(dir.path(), QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC));
    QCOMPARE(profiles.size(), 1);
    const auto &found = profiles.constFirst().found;
    if (!found) {
        QCOMPARE(Core::nameOf(found.error().kind), outcome);
        QVERIFY(!found.error().detail.contains(exampleKey));
        return;
    }
    QCOMPARE(QString(found->region + u' ' + QString::fromUtf8(found->credential.token.bytes())), outcome);
    QCOMPARE(found->credential.secretId, exampleId);
    QCOMPARE(QString::fromUtf8(found->credential.secretKey.bytes()), exampleKey);
}

void TstFoundCredentials::tccliProfilesAreListed()
{
    const QTemporaryDir dir;
    for (const QString &name : {u"work.credential"_s, u"default.credential"_s, u"alpha.credential"_s,
                                u"alpha.configure"_s, u"only.configure"_s, u"notes.txt"_s}) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
    }
    QStringList names;
    const auto profiles = Config::tccliProfiles(dir.path(), QDateTime::currentDateTimeUtc());
    for (const Config::TccliProfile &profile : profiles) {
        names.append(profile.name);
        QVERIFY(!profile.found);
    }
    QCOMPARE(names, QStringList({u"default"_s, u"alpha"_s, u"work"_s}));
    QVERIFY(Config::tccliProfiles(dir.filePath(u"nowhere"_s), QDateTime::currentDateTimeUtc()).isEmpty());
}

CONSOLE_TEST(TstFoundCredentials, QCoreApplication)
#include "tst_foundcredentials.moc"
