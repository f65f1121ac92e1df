// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Plural
{
    QString context;
    QString source;
    QString comment;
    QStringList forms;
    bool isFinished = false;
};

//! The messages with plurals of a .ts file.
[[nodiscard]] QList<Plural> pluralsOf(const QString &path)
{
    QFile file(path);
    QList<Plural> plurals;
    if (!file.open(QIODevice::ReadOnly)) {
        return plurals;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            plurals.append({context, {}, {}, {}, false});
        } else if (xml.name() == "source"_L1) {
            plurals.last().source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            plurals.last().comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            plurals.last().isFinished = !xml.attributes().hasAttribute("type"_L1);
        } else if (xml.name() == "numerusform"_L1) {
            plurals.last().forms.append(xml.readElementText());
        }
    }
    return plurals;
}

const QString englishFile = QStringLiteral(SOURCE_DIRECTORY "/resources/i18n/whiteboard-push-console_en.ts");

} // namespace

Q_DECLARE_METATYPE(Plural)

//! The plurals of English, which the sources cannot say.
class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAndMany_data();
    void oneAndMany();
    void everyFormIsWritten_data();
    void everyFormIsWritten();
    void catalogueKnowsAllOfTheSources();
};

void TranslationTest::oneAndMany_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("a language without a catalogue") << u"fi"_s;
}

void TranslationTest::oneAndMany()
{
    QFETCH(const QString, language);
    const auto tasks = [](int count) {
        return QCoreApplication::translate("Gui::TaskPage", "%n task(s)", nullptr, count);
    };
    QCOMPARE(tasks(1), u"1 task(s)"_s); // as the sources say it
    {
        App::Translation translation;
        translation.use(language);
        QCOMPARE(tasks(1), u"1 task"_s);
        QCOMPARE(tasks(2), u"2 tasks"_s);
        QCOMPARE(tasks(0), u"0 tasks"_s);
        QCOMPARE(QCoreApplication::translate("Gui::StopFlow", "Stop %n push task(s)?", nullptr, 1),
                 u"Stop 1 push task?"_s);
        QCOMPARE(
            QCoreApplication::translate("Gui::CloseFlow", "%n stop(s) are not confirmed yet.", nullptr, 1),
            u"1 stop is not confirmed yet."_s);
        // A text without a number is left as it is.
        QCOMPARE(QCoreApplication::translate("Gui::TaskPage", "All accounts"), u"All accounts"_s);
    }
    QCOMPARE(tasks(1), u"1 task(s)"_s); // gone with the object
}

void TranslationTest::everyFormIsWritten_data()
{
    QTest::addColumn<Plural>("plural");
    const QList<Plural> plurals = pluralsOf(englishFile);
    QVERIFY(plurals.size() > 20);
    for (const Plural &plural : plurals) {
        QTest::newRow(qPrintable(QString(plural.context + u": "_s + plural.source))) << plural;
    }
}

void TranslationTest::everyFormIsWritten()
{
    QFETCH(const Plural, plural);
    QVERIFY2(plural.isFinished, "run english_lupdate and write its forms by hand");
    QCOMPARE(plural.forms.size(), 2);
    for (const QString &form : plural.forms) {
        QVERIFY2(!form.contains(u"(s)"_s) && !form.contains(u"(es)"_s), qPrintable(form));
        for (const QString &place : {u"%n"_s, u"%1"_s, u"%2"_s, u"%3"_s}) {
            QCOMPARE(form.contains(place), plural.source.contains(place));
        }
    }
    App::Translation translation;
    translation.use(u"en"_s);
    const QByteArray context = plural.context.toUtf8();
    const QByteArray source = plural.source.toUtf8();
    const QByteArray comment = plural.comment.toUtf8();
    for (const int count : {0, 1, 2, 21}) {
        const QString shown =
            QCoreApplication::translate(context.constData(), source.constData(),
                                        comment.isEmpty() ? nullptr : comment.constData(), count);
        QCOMPARE(shown,
                 QString(plural.forms.at(count == 1 ? 0 : 1)).replace(u"%n"_s, QString::number(count)));
    }
}

//! A plural that was added to the sources and not to the catalogue would be shown with its "(s)".
void TranslationTest::catalogueKnowsAllOfTheSources()
{
    const QTemporaryDir directory;
    const QString copy = directory.filePath(u"copy.ts"_s);
    QVERIFY(QFile::copy(englishFile, copy));
    QFile list(directory.filePath(u"sources.lst"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    for (const QString &folder :
         {QStringLiteral(SOURCE_DIRECTORY "/src"), QStringLiteral(SOURCE_DIRECTORY "/ui")}) {
        QDirIterator files(folder, {u"*.cpp"_s, u"*.h"_s, u"*.ui"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (!path.contains("/src/simulator/"_L1)) {
                list.write(path.toUtf8() + '\n');
            }
        }
    }
    list.close();
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(LUPDATE),
                  {u"-pluralonly"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s,
                   QStringLiteral(SOURCE_DIRECTORY "/src"), QString(u'@' + list.fileName()), u"-ts"_s, copy});
    QVERIFY(lupdate.waitForFinished(60'000));
    QVERIFY2(lupdate.exitCode() == 0, lupdate.readAll().constData());
    QStringList missing;
    for (const Plural &plural : pluralsOf(copy)) {
        if (!plural.isFinished) {
            missing.append(QString(plural.context + u": "_s + plural.source));
        }
    }
    QCOMPARE(missing, QStringList());
    QCOMPARE(pluralsOf(copy).size(), pluralsOf(englishFile).size());
}

CONSOLE_TEST(TranslationTest, QCoreApplication)
#include "tst_translation.moc"
