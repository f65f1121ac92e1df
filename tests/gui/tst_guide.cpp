// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errorcatalogue.h"
#include "core/error.h"
#include "gui/guidebrowser.h"
#include "gui/guidedialog.h"
#include "gui/mainwindow.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"
#include "text/errorsentences.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTranslator>
#include <QTreeWidget>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

QStringList languages()
{
    return {u"en"_s, u"zh_CN"_s};
}

QString guideText(const QString &language)
{
    QFile file(u":/guide/%1.md"_s.arg(language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

//! Without what is inside fences and code: nothing there is markup.
QString prose(const QString &language)
{
    QString text = guideText(language);
    text.remove(QRegularExpression(u"^```.*?^```"_s,
                                   QRegularExpression::MultilineOption
                                       | QRegularExpression::DotMatchesEverythingOption));
    text.remove(QRegularExpression(u"`[^`\\n]*`"_s));
    return text;
}

QStringList found(const QString &text, const QString &pattern)
{
    QStringList all;
    QRegularExpressionMatchIterator matches =
        QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        all.append(matches.next().captured(1));
    return all;
}

QStringList picturesOf(const QString &language)
{
    return found(guideText(language), u"!\\[[^\\]]+\\]\\(([^)]+)\\)"_s);
}

//! What stands between single asterisks, by this guide's rule words of the program's own windows.
QStringList quotedWords(const QString &language)
{
    return found(prose(language), u"(?<!\\*)\\*([^*\\n]+)\\*(?!\\*)"_s);
}

//! A text of the window as one reads it: without mnemonic, dots and colon.
QString asRead(QString text)
{
    static const QRegularExpression mnemonic(u"\\(&[A-Za-z0-9]\\)"_s);
    text.remove(mnemonic).remove(u'&');
    while (text.endsWith(u'…') || text.endsWith(u':') || text.endsWith(u'：') || text.endsWith(u';'))
        text.chop(1);
    return text.trimmed();
}

QStringList asRead(const QStringList &path)
{
    QStringList read;
    for (const QString &part : path)
        read.append(asRead(part));
    return read;
}

void collect(const QMenu &menu, const QString &before, QMap<QString, QString> &paths)
{
    for (const QAction *action : menu.actions()) {
        if (action->text().isEmpty())
            continue;
        const QString path = before + u" > "_s + asRead(action->text());
        paths.insert(path, action->shortcut().toString(QKeySequence::PortableText));
        if (action->menu() != nullptr)
            collect(*action->menu(), path, paths);
    }
}

//! The texts of an XML file's elements of these names, as one reads them.
QSet<QString> textsIn(const QString &path, const QStringList &elements)
{
    QFile file(path);
    QSet<QString> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && elements.contains(xml.name()))
            texts.insert(asRead(xml.readElementText(QXmlStreamReader::IncludeChildElements)));
    }
    return texts;
}

//! Every text of the program in a language.
QSet<QString> textsOfProgram(const QString &language)
{
    const QString catalogue = QString::fromUtf8(CHINESE_TEXTS);
    if (language != "en"_L1)
        return textsIn(catalogue, {u"translation"_s});
    QSet<QString> texts = textsIn(catalogue, {u"source"_s});
    const QDir forms(QString::fromUtf8(FORMS));
    for (const QString &form : forms.entryList({u"*.ui"_s}))
        texts += textsIn(forms.filePath(form), {u"string"_s});
    return texts;
}

} // namespace

//! The guide against the program it tells of, and the window that shows it.
class TestGuide : public QObject
{
    Q_OBJECT
public:
    //! Stands in for the browser.
    Q_INVOKABLE void openLink(const QUrl &link) { m_opened.append(link); }

private Q_SLOTS:
    void init();
    void cleanup();
    void languagesHaveTheSameStructure();
    void picturesAreThere_data() { everyLanguage(); }
    void picturesAreThere();
    void menuPathsAndKeysExist_data() { everyLanguage(); }
    void menuPathsAndKeysExist();
    void wordsOfTheWindowExist_data() { everyLanguage(); }
    void wordsOfTheWindowExist();
    void markdownIsUnderstood_data() { everyLanguage(); }
    void markdownIsUnderstood();
    void linksLeadSomewhere_data() { everyLanguage(); }
    void linksLeadSomewhere();
    void everyErrorCodeIsExplained();
    void installedGuideSaysTheSame_data() { everyLanguage(); }
    void installedGuideSaysTheSame();
    void searchFinds();
    void contentsLeadThere();
    void switchesItsLanguage();
    void loadsNothingFromOutside();

private:
    static void everyLanguage();
    void useLanguage(const QString &language);
    QWidget *openGuide();
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] QString selected() const
    {
        return child<Gui::GuideBrowser>(u"guideText"_s)->textCursor().selectedText();
    }

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
    QTranslator m_chinese;
    QList<QUrl> m_opened;
};

void TestGuide::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_opened.clear();
    useLanguage(u"en"_s);
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestGuide::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
    useLanguage(u"en"_s);
}

void TestGuide::everyLanguage()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : languages())
        QTest::newRow(qPrintable(language)) << language;
}

//! As App::Translation does it: what is set first is the locale.
void TestGuide::useLanguage(const QString &language)
{
    QLocale::setDefault(QLocale(language));
    if (language == "en"_L1) {
        QCoreApplication::removeTranslator(&m_chinese);
        return;
    }
    QVERIFY(m_chinese.load(QString::fromUtf8(CHINESE_CATALOGUE)));
    QVERIFY(QCoreApplication::installTranslator(&m_chinese));
    QCoreApplication::processEvents();
}

QWidget *TestGuide::openGuide()
{
    child<QAction>(u"guideAction"_s)->trigger();
    return m_window->findChild<Gui::GuideDialog *>();
}

void TestGuide::languagesHaveTheSameStructure()
{
    const QString english = prose(u"en"_s);
    const QString chinese = prose(u"zh_CN"_s);
    const QString level = u"^(#+) "_s;
    QVERIFY(found(english, level).size() > 20);
    QCOMPARE(found(chinese, level), found(english, level));
    const QString kind = u"^(- |\\d+\\. |\\|---|!\\[)"_s;
    QCOMPARE(found(chinese, kind), found(english, kind));
    static const QRegularExpression fenced(u"^(```.*?^```)"_s,
                                           QRegularExpression::MultilineOption
                                               | QRegularExpression::DotMatchesEverythingOption);
    const auto blocks = [](const QString &language) {
        QStringList all;
        QRegularExpressionMatchIterator matches = fenced.globalMatch(guideText(language));
        while (matches.hasNext())
            all.append(matches.next().captured(1));
        return all;
    };
    QCOMPARE(blocks(u"zh_CN"_s), blocks(u"en"_s));
    QVERIFY(!blocks(u"en"_s).isEmpty());
}

void TestGuide::picturesAreThere()
{
    QFETCH(const QString, language);
    const QStringList pictures = picturesOf(language);
    QVERIFY(pictures.size() >= 8);
    for (const QString &picture : pictures) {
        const QString path = u":/guide/"_s + picture;
        QVERIFY2(!QImage(path).isNull(), qPrintable(picture));
        QVERIFY2(QFile(path).size() < 60'000, qPrintable(picture));
        QVERIFY2(picture.startsWith(u"pictures/%1-"_s.arg(language)), qPrintable(picture));
    }
    QStringList english = picturesOf(u"en"_s);
    QCOMPARE(QStringList(pictures).replaceInStrings(language + u'-', u"en-"_s), english);
    // None is carried along that no guide shows.
    QCOMPARE(QDir(u":/guide/pictures"_s).entryList({language + u"-*.png"_s}).size(), pictures.size());
}

void TestGuide::menuPathsAndKeysExist()
{
    QFETCH(const QString, language);
    useLanguage(language);
    for (const char *page : {"timelinePageAction", "historyPageAction", "explorerPageAction"})
        child<QAction>(QString::fromLatin1(page))->trigger();
    openGuide();
    QMap<QString, QString> paths; // and their keys
    for (const QAction *action : m_window->menuBar()->actions())
        collect(*action->menu(), asRead(action->text()), paths);
    child<QAction>(u"settingsAction"_s)->trigger();
    const auto *pages = child<QTabWidget>(u"pages"_s);
    QVERIFY(pages != nullptr);
    const QString settings = asRead(child<QAction>(u"settingsAction"_s)->text());
    for (int i = 0; i < pages->count(); ++i)
        paths.insert(settings + u" > "_s + asRead(pages->tabText(i)), QString());

    int checked = 0;
    for (const QString &quoted : quotedWords(language)) {
        if (!quoted.contains(u" > "_s))
            continue;
        QVERIFY2(paths.contains(asRead(quoted.split(u" > "_s)).join(u" > "_s)), qPrintable(quoted));
        ++checked;
    }
    QVERIFY(checked > 30);

    QSet<QString> keys;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts())
            keys.insert(key.toString(QKeySequence::PortableText));
    }
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        keys.insert(button->shortcut().toString(QKeySequence::PortableText));
    for (const QShortcut *shortcut : m_window->findChildren<QShortcut *>())
        keys.insert(shortcut->key().toString(QKeySequence::PortableText));
    const QString key = u"\\*\\*((?:(?:Ctrl|Shift|Alt)\\+)*(?:F\\d+|Del|(?<=\\+)[^*\\s]+))\\*\\*"_s;
    const QStringList named = found(prose(language), key);
    QVERIFY(named.size() > 25);
    for (const QString &name : named)
        QVERIFY2(keys.contains(name), qPrintable(name));

    // Where a key stands in brackets behind a menu's entry, it is that entry's.
    QRegularExpressionMatchIterator pairs =
        QRegularExpression(u"\\*([^*\\n]+ > [^*\\n]+)\\* ?[(（]\\*\\*([^*\\n]+)\\*\\*[)）]"_s)
            .globalMatch(prose(language));
    int paired = 0;
    while (pairs.hasNext()) {
        const QRegularExpressionMatch pair = pairs.next();
        QCOMPARE(paths.value(asRead(pair.captured(1).split(u" > "_s)).join(u" > "_s)), pair.captured(2));
        ++paired;
    }
    QVERIFY(paired > 20);
}

void TestGuide::wordsOfTheWindowExist()
{
    QFETCH(const QString, language);
    const QSet<QString> texts = textsOfProgram(language);
    QVERIFY(texts.size() > 500);
    for (const QString &quoted : quotedWords(language)) {
        for (const QString &word : quoted.split(u" > "_s))
            QVERIFY2(texts.contains(asRead(word)), qPrintable(word));
    }
}

//! Marks that the reader of Markdown left standing would be seen.
void TestGuide::markdownIsUnderstood()
{
    QFETCH(const QString, language);
    useLanguage(language);
    QVERIFY(openGuide() != nullptr);
    const QTextDocument *document = child<Gui::GuideBrowser>(u"guideText"_s)->document();
    int headings = 0;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        headings += block.blockFormat().headingLevel() > 0 ? 1 : 0;
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            const bool isCode = fragment.charFormat().fontFixedPitch()
                || block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
            if (!isCode) {
                QVERIFY2(!fragment.text().contains(u'*') && !fragment.text().contains(u'`')
                             && !fragment.text().startsWith(u'#') && !fragment.text().contains(u"]("_s),
                         qPrintable(fragment.text()));
            }
        }
    }
    QCOMPARE(headings,
             found(prose(language), u"^(#+) "_s).size() + 1 + Text::explainedCauses().size()
                 + Text::explainedApiCodes().size());
}

void TestGuide::linksLeadSomewhere()
{
    QFETCH(const QString, language);
    for (const QString &link : found(prose(language), u"(?<!!)\\[[^\\]]+\\]\\(([^)]+)\\)"_s))
        QVERIFY2(link.startsWith(u"https://"_s), qPrintable(link));
}

void TestGuide::everyErrorCodeIsExplained()
{
    QVERIFY(openGuide() != nullptr);
    const QString text = child<Gui::GuideBrowser>(u"guideText"_s)->toPlainText();
    const QStringList lines = text.split(u'\n');
    QVERIFY(Api::entries().size() > 60);
    for (const Api::CatalogueEntry &entry : Api::entries()) {
        QVERIFY2(lines.contains(QString(entry.code)), entry.code.data());
        Core::Error error = Core::Error::of(Core::ErrorKind::Api);
        error.apiCode = QString(entry.code);
        QVERIFY2(text.contains(Text::explain(error).explanation), entry.code.data());
        QVERIFY2(text.contains(Text::explain(error).remedy), entry.code.data());
    }
}

//! As packages bring it, for whoever reads it without the program.
void TestGuide::installedGuideSaysTheSame()
{
    QFETCH(const QString, language);
    useLanguage(language);
    QFile file(u"%1/%2.md"_s.arg(QString::fromUtf8(INSTALLED_GUIDE), language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString installed = QString::fromUtf8(file.readAll());
    QVERIFY(installed.startsWith(guideText(language).trimmed()));
    for (const QString &code : Text::explainedCauses() + Text::explainedApiCodes())
        QVERIFY2(installed.contains(u"\n### %1\n"_s.arg(code)), qPrintable(code));
    QVERIFY(openGuide() != nullptr);
    QTextDocument read;
    read.setMarkdown(installed, QTextDocument::MarkdownDialectGitHub);
    QCOMPARE(child<Gui::GuideBrowser>(u"guideText"_s)->toPlainText(), read.toPlainText());
}

void TestGuide::searchFinds()
{
    QWidget *guide = openGuide();
    guide->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), guide);
    auto *edit = child<QLineEdit>(u"guideSearchEdit"_s);
    const auto *browser = child<Gui::GuideBrowser>(u"guideText"_s);
    const auto *told = child<QLabel>(u"foundLabel"_s);
    QTest::keyClick(guide, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"tasknotfound"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(guide->isVisible());
    QCOMPARE(selected(), u"TaskNotFound"_s);
    const int first = browser->textCursor().position();
    QVERIFY(browser->viewport()->rect().contains(browser->cursorRect().center()));
    // Round and round, whichever way.
    QTest::keyClick(guide, Qt::Key_F3);
    QTest::keyClick(guide, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(browser->textCursor().position(), first);
    QVERIFY(told->text().isEmpty());
    edit->selectAll();
    QTest::keyClicks(edit, u"no such word"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!told->text().isEmpty());
    QCOMPARE(selected(), u"TaskNotFound"_s);
    QTest::keyClick(guide, Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<Gui::GuideDialog *>() == nullptr);
}

void TestGuide::contentsLeadThere()
{
    QWidget *guide = openGuide();
    QVERIFY(QTest::qWaitForWindowExposed(guide));
    auto *contents = child<QTreeWidget>(u"contentsTree"_s);
    auto *browser = child<Gui::GuideBrowser>(u"guideText"_s);
    QTRY_VERIFY(browser->verticalScrollBar()->maximum() > 1000);
    QCOMPARE(browser->verticalScrollBar()->value(), 0);
    QCOMPARE(browser->horizontalScrollBar()->maximum(), 0);
    const QStringList chapters = found(prose(u"en"_s), u"^## (.+)$"_s);
    QCOMPARE(contents->topLevelItemCount(), chapters.size() + 1);
    for (int i = 0; i < chapters.size(); ++i) {
        QTreeWidgetItem *item = contents->topLevelItem(i);
        QCOMPARE(item->text(0), chapters.at(i));
        contents->setCurrentItem(item);
        QCOMPARE(browser->textCursor().block().text(), chapters.at(i));
        QVERIFY(browser->viewport()->rect().contains(browser->cursorRect().center()));
    }
    QTreeWidgetItem *codes = contents->topLevelItem(int(chapters.size()));
    QCOMPARE(codes->childCount(), Text::explainedCauses().size() + Text::explainedApiCodes().size());
    contents->setCurrentItem(codes->child(codes->childCount() - 1));
    QCOMPARE(browser->textCursor().block().text(), u"UnsupportedRegion"_s);
    // A second wish raises the one that is there.
    openGuide();
    QCOMPARE(m_window->findChildren<Gui::GuideDialog *>().size(), 1);
}

void TestGuide::switchesItsLanguage()
{
    QVERIFY(m_window->findChild<Gui::GuideDialog *>() == nullptr); // made when asked for
    openGuide();
    auto *browser = child<Gui::GuideBrowser>(u"guideText"_s);
    const auto title = [](const QString &language) {
        return found(guideText(language), u"^# (.+)$"_s).value(0);
    };
    QVERIFY(title(u"en"_s) != title(u"zh_CN"_s));
    QCOMPARE(browser->document()->firstBlock().text(), title(u"en"_s));
    useLanguage(u"zh_CN"_s);
    QTRY_COMPARE(browser->document()->firstBlock().text(), title(u"zh_CN"_s));
    QVERIFY(browser->toPlainText().contains(u"InvalidParameter.TaskNotFound"_s));
    useLanguage(u"en"_s);
    QTRY_COMPARE(browser->document()->firstBlock().text(), title(u"en"_s));
}

void TestGuide::loadsNothingFromOutside()
{
    openGuide();
    auto *browser = child<Gui::GuideBrowser>(u"guideText"_s);
    const auto load = [browser](const QString &name) {
        return browser->loadResource(QTextDocument::ImageResource, QUrl(name));
    };
    QVERIFY(load(picturesOf(u"en"_s).constFirst()).isValid());
    const QString own = m_directory->filePath(u"picture.png"_s);
    QVERIFY(QImage(4, 4, QImage::Format_RGB32).save(own));
    for (const QString &name :
         {u"https://example.com/a.png"_s, u"http://example.com/a.png"_s, QUrl::fromLocalFile(own).toString(),
          own, u"qrc:/icons/stop.svg"_s, u"../icons/stop.svg"_s, u"//example.com/a.png"_s}) {
        QVERIFY2(!load(name).isValid(), qPrintable(name));
    }

    for (const QString &scheme : {u"https"_s, u"http"_s, u"file"_s})
        QDesktopServices::setUrlHandler(scheme, this, "openLink");
    Q_EMIT browser->anchorClicked(QUrl(u"http://example.com/"_s));
    Q_EMIT browser->anchorClicked(QUrl::fromLocalFile(own));
    QVERIFY(m_opened.isEmpty());
    Q_EMIT browser->anchorClicked(QUrl(u"https://example.com/"_s));
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.com/"_s)});
    Q_EMIT browser->anchorClicked(QUrl(u"#exit-codes"_s));
    QCOMPARE(browser->textCursor().block().text(), u"Exit codes"_s);
    for (const QString &scheme : {u"https"_s, u"http"_s, u"file"_s})
        QDesktopServices::unsetUrlHandler(scheme);
}

CONSOLE_TEST(TestGuide, QApplication)
#include "tst_guide.moc"
