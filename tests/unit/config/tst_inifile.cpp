// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/inifile.h"

#include "support/filebytes.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using TestSupport::contents;
using TestSupport::write;

using Map = QSettings::SettingsMap;

namespace {

[[nodiscard]] Map readByQt(const QString &path)
{
    const QSettings store(path, QSettings::IniFormat);
    Map values;
    for (const QString &key : store.allKeys()) {
        values.insert(key, store.value(key));
    }
    return values;
}

//! As a file has them: it knows neither numbers nor lists of one.
[[nodiscard]] Map asRead(Map values)
{
    for (QVariant &value : values) {
        if (value.typeId() == QMetaType::QStringList && value.toStringList().size() < 2) {
            const QStringList texts = value.toStringList();
            value = texts.isEmpty() ? QVariant() : QVariant(texts.constFirst());
        } else if (value.isValid() && value.typeId() != QMetaType::QStringList
                   && value.typeId() != QMetaType::QByteArray) {
            value = value.toString();
        }
    }
    return values;
}

[[nodiscard]] QByteArray described(const Map &values)
{
    QString text;
    QDebug(&text) << values;
    return text.toUtf8();
}

} // namespace

//! Held against the other reader and writer of such files, Qt's own.
class TstIniFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void bothUnderstandEachOther_data();
    void bothUnderstandEachOther();
    void anythingIsUnderstood();
    void whatAPersonWrote_data();
    void whatAPersonWrote();

private:
    void compare(const Map &values);

    std::unique_ptr<QTemporaryDir> m_dir;
    int m_files = 0; // each has a name of its own: QSettings remembers those that it read
};

void TstIniFile::compare(const Map &values)
{
    const QString ours = m_dir->filePath(u"ours%1.ini"_s.arg(++m_files));
    write(ours, Config::toIni(values));
    const Map expected = asRead(values);
    const Map qts = readByQt(ours);
    QVERIFY2(qts == expected,
             QByteArray(Config::toIni(values) + described(qts) + described(expected)).constData());
    const Map own = Config::fromIni(contents(ours));
    QVERIFY2(own == expected,
             QByteArray(Config::toIni(values) + described(own) + described(expected)).constData());

    const QString theirs = m_dir->filePath(u"theirs%1.ini"_s.arg(m_files));
    QSettings store(theirs, QSettings::IniFormat);
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        store.setValue(value.key(), *value);
    }
    store.sync();
    const Map read = Config::fromIni(contents(theirs));
    QVERIFY2(read == expected,
             QByteArray(contents(theirs) + described(read) + described(expected)).constData());
}

void TstIniFile::bothUnderstandEachOther_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char *name, const QString &key, const QVariant &value) {
        QTest::newRow(name) << key << value;
    };
    row("text", u"accounts/1b/name"_s, u"school"_s);
    row("Chinese", u"accounts/1b/name"_s, u"学校 😀"_s);
    row("empty", u"behaviour/language"_s, u""_s);
    row("blanks around", u"accounts/1b/name"_s, u"  a b  "_s);
    row("signs", u"accounts/1b/name"_s, u"a=b;c,d \"e\" \\f @g #h [i] %20"_s);
    row("like bytes", u"accounts/1b/name"_s, u"@ByteArray(x)"_s);
    row("like nothing", u"accounts/1b/name"_s, u"@Invalid()"_s);
    row("codes before digits", u"a/b"_s, u"\u0001f\u0002z\u0003\n\t7"_s);
    row("true", u"behaviour/confirmSingleStop"_s, true);
    row("number", u"behaviour/confirmDeadlineMs"_s, -60'000);
    row("bytes", u"view/mainWindow"_s,
        QByteArray("\0\x01\xff"
                   "f09\x7f\x80\"\\,;=\n",
                   14));
    row("no bytes", u"view/mainWindow"_s, QByteArray());
    row("list", u"accounts/1b/sdkAppIds"_s, QStringList{u"1400000001"_s, u" b, c "_s, u""_s, u"@d"_s});
    row("list of one", u"accounts/1b/sdkAppIds"_s, QStringList{u"1400000001"_s});
    row("empty list", u"accounts/1b/sdkAppIds"_s, QStringList());
    row("nothing", u"a/b"_s, QVariant());
    row("no section", u"defaultAccount"_s, u"1b"_s);
    row("a section called General", u"General/a"_s, u"b"_s);
    row("odd key", u"学 校/a b/c=d;e%20"_s, u"x"_s);
}

void TstIniFile::bothUnderstandEachOther()
{
    QFETCH(const QString, key);
    QFETCH(const QVariant, value);
    compare({{key, value}});
    compare({{key, value}, {u"defaultAccount"_s, u"b"_s}, {u"zz/last"_s, u"c"_s}});
}

void TstIniFile::anythingIsUnderstood()
{
    bool isGiven = false;
    const uint given = qEnvironmentVariable("WPC_INI_SEED").toUInt(&isGiven);
    const uint seed = isGiven ? given : QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QString letters = u"aF09 \t\n\r\"\\,;=@()[]%/é学\u0001\u007f"_s;
    const auto text = [&random, &letters](QStringView without = {}) {
        QString made;
        for (int i = random.bounded(8); i > 0; --i) {
            const QChar c = letters.at(random.bounded(static_cast<int>(letters.size())));
            made += without.contains(c) ? u'x' : c;
        }
        return made;
    };
    for (int round = 0; round < 150; ++round) {
        Map values;
        for (int i = random.bounded(1, 5); i > 0; --i) {
            const QString key = u'k' + text(u"/") + u"/k"_s + text(u"/");
            switch (random.bounded(3)) {
            case 0:
                values.insert(key, text().toUtf8());
                break;
            case 1:
                values.insert(key, QStringList{text(), text()});
                break;
            default:
                values.insert(key, text());
            }
        }
        compare(values);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void TstIniFile::whatAPersonWrote_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("comments") << QByteArray("; first\n[a]\nb=c ; why\n;d=e\n\n  f =  g h  \n");
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf[a]\nb=学校\n");
    QTest::newRow("Windows' lines") << QByteArray("[a]\r\nb=c\r\nd=\"e;f\" ; g\r\n");
    QTest::newRow("no line end") << QByteArray("[a]\nb=c");
    QTest::newRow("before any section") << QByteArray("b=c\n[General]\nd=e\n[general]\nf=g\n");
    QTest::newRow("a line goes on") << QByteArray("[a]\nb=c\\\nd\ne=\"f\ng\"\nh=i\n");
    QTest::newRow("quotes inside") << QByteArray("[a]\nb=c \"d e\" f, \" g \", h\n");
    QTest::newRow("octal and unknown escapes") << QByteArray("[a]\nb=\\101\\0\\q\\?\\'x\\x41g\\\n");
    QTest::newRow("twice") << QByteArray("[a]\nb=c\n[d]\ne=f\n[a]\nb=g\n");
    QTest::newRow("odd keys") << QByteArray("[a%20b]\n%=1\n%zz=2\n%U5b66=3\n%U5=4\nc%2=5\n");
    QTest::newRow("lines that are none") << QByteArray("[a]\nnonsense\nb=c\n[d\ne=f\n");
}

void TstIniFile::whatAPersonWrote()
{
    QFETCH(const QByteArray, bytes);
    const QString path = m_dir->filePath(u"hand.ini"_s);
    write(path, bytes);
    const Map qts = readByQt(path);
    const Map own = Config::fromIni(bytes);
    QVERIFY2(own == qts, QByteArray(described(own) + described(qts)).constData());
}

CONSOLE_TEST(TstIniFile, QCoreApplication)
#include "tst_inifile.moc"
