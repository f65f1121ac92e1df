// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credential.h"
#include "core/wipe.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDebug>
#include <QTest>

#include <concepts>
#include <string>

using namespace Qt::StringLiterals;
using Core::SecretString;
using Core::SecretText;

namespace {

template <typename T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};
template <typename T>
concept Readable =
    std::convertible_to<T, QString> || std::convertible_to<T, QByteArray> || std::convertible_to<
        T, QByteArrayView> || std::convertible_to<T, QStringView> || std::convertible_to<T, QVariant> || std::
        convertible_to<T, std::string> || std::convertible_to<T, bool> || std::convertible_to<T,
                                                                                              const char *>;

static_assert(Printable<QString> && Readable<QString>, "the questions can be answered with yes");
static_assert(!Printable<SecretText> && !Printable<SecretString> && !Printable<Core::Credential>);
static_assert(!Readable<SecretText> && !Readable<SecretString> && !Readable<Core::Credential>);
static_assert(!std::convertible_to<QString, SecretText> && !std::convertible_to<QByteArray, SecretText>,
              "a secret is made on purpose");
static_assert(!std::copyable<SecretString>);

constexpr auto key = "planted-secret-key";
constexpr qsizetype keyLength = 18;

} // namespace

class TestSecretText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesShareOneBuffer();
    void emptyIsNothing();
    void wipeLeavesNothing();
    void sharedCharactersAreLeftAlone();
    void stringOfASecret();
};

void TestSecretText::copiesShareOneBuffer()
{
    const SecretText secret = SecretText::fromUtf8(key);
    SecretText copy = secret; // NOLINT(performance-unnecessary-copy-initialization)
    QCOMPARE(static_cast<const void *>(copy.bytes().data()),
             static_cast<const void *>(secret.bytes().data()));
    QVERIFY(copy == SecretText::fromString(QString::fromLatin1(key)));
    copy = {};
    QVERIFY(copy.isEmpty());
    QCOMPARE(secret.bytes(), QByteArrayView(key));
}

void TestSecretText::emptyIsNothing()
{
    QVERIFY(SecretText::fromUtf8({}).isEmpty());
    QVERIFY(SecretText::fromString({}) == SecretText());
    QVERIFY(SecretText().bytes().isEmpty());
}

void TestSecretText::wipeLeavesNothing()
{
    QByteArray bytes(key);
    Core::wipe(bytes);
    QCOMPARE(bytes, QByteArray(keyLength, '\0'));
    QString text = QString::fromLatin1(key);
    Core::wipe(text);
    QCOMPARE(text, QString(keyLength, QChar(u'\0')));
}

void TestSecretText::sharedCharactersAreLeftAlone()
{
    QString text = QString::fromLatin1(key);
    const QString other = text;
    Core::wipe(text);
    QCOMPARE(other, QString::fromLatin1(key));
}

void TestSecretText::stringOfASecret()
{
    const SecretText secret = SecretText::fromString(u"s3cret-密"_s);
    QCOMPARE(SecretString(secret).text(), u"s3cret-密"_s);
    QVERIFY(SecretString(QString(u"s3cret-密"_s)).secret() == secret);
}

CONSOLE_TEST(TestSecretText, QCoreApplication)
#include "tst_secrettext.moc"
