// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signer.h"
#include "gui/mainwindow.h"
#include "gui/pasteedit.h"
#include "gui/signaturedoctordialog.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The doctor's dialog, opened from the real window and driven by object name.
class TestSignatureDoctorDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void findsTheFault();
    void praisesWhatIsRight();
    void takesATypedKey();
    void showsNoSecret();
    void longTextIsExaminedUnshown();

private:
    template <typename T> [[nodiscard]] T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    //! Signed with the simulator's key.
    [[nodiscard]] QString request(const QByteArray &sentType, const QByteArray &keySuffix = {}) const;
    void examine(const QString &text);
    [[nodiscard]] QString verdict() const { return child<QLabel>("verdictLabel")->text(); }

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
    Gui::SignatureDoctorDialog *m_dialog = nullptr;
};

void TestSignatureDoctorDialog::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    m_window->findChild<QAction *>(u"doctorAction"_s)->trigger();
    m_dialog = m_window->findChild<Gui::SignatureDoctorDialog *>();
    QVERIFY(m_dialog != nullptr);
}

void TestSignatureDoctorDialog::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QString TestSignatureDoctorDialog::request(const QByteArray &sentType, const QByteArray &keySuffix) const
{
    const Core::Account account = m_bench->accounts.byId(u"bench"_s).value();
    Core::Credential credential = m_server->address().credential;
    credential.secretKey =
        Core::SecretText::fromUtf8(QByteArray(credential.secretKey.bytes().toByteArray() + keySuffix));
    Api::Tc3Request toSign;
    toSign.host = account.endpoint.hostHeader();
    toSign.service = "tiw";
    toSign.contentType = "application/json";
    toSign.body = "{}";
    toSign.timestamp = 1'700'000'000;
    Api::SigningKeyCache keys;
    return u"POST / HTTP/1.1\nHost: "_s + QString::fromUtf8(toSign.host) + u"\nContent-Type: "_s
        + QString::fromUtf8(sentType) + u"\nX-TC-Action: DescribeApplicationInfos\nX-TC-Region: "_s
        + account.endpoint.region + u"\nX-TC-Timestamp: 1700000000\nAuthorization: "_s
        + QString::fromUtf8(Api::signTc3(toSign, credential, keys).authorization) + u"\n\n{}"_s;
}

void TestSignatureDoctorDialog::examine(const QString &text)
{
    child<QPlainTextEdit>("pasteEdit")->setPlainText(text);
    child<QLabel>("verdictLabel")->clear();
    child<QPushButton>("examineButton")->click();
    QTRY_VERIFY(!verdict().isEmpty());
}

void TestSignatureDoctorDialog::findsTheFault()
{
    QVERIFY(!child<QPushButton>("examineButton")->isEnabled());
    examine(request("application/json; charset=utf-8"));
    QCOMPARE(verdict(), u"Content-Type was changed on the way"_s);
    QVERIFY(child<QTabWidget>("textTabs")->isVisible());
    QVERIFY(child<QLabel>("placeLabel")->text().startsWith(u"First difference: line 4, character 30"_s));
    const auto *found = child<QPlainTextEdit>("foundText");
    const auto *expected = child<QPlainTextEdit>("expectedText");
    QVERIFY(found->toPlainText().contains(u"content-type:application/json\n"_s));
    QVERIFY(expected->toPlainText().contains(u"content-type:application/json; charset=utf-8\n"_s));
    QCOMPARE(expected->extraSelections().value(0).cursor.selectedText(), u"; charset=utf-8"_s);
    QVERIFY(child<QLabel>("recognizedLabel")->text().contains(u"Authorization"_s));
}

void TestSignatureDoctorDialog::praisesWhatIsRight()
{
    examine(request("application/json"));
    QCOMPARE(verdict(), u"The request is signed correctly"_s);
    QVERIFY(child<QPlainTextEdit>("canonicalText")->toPlainText().startsWith(u"POST\n/\n"_s));
    examine(u"this is no request"_s);
    QCOMPARE(verdict(), u"No request was recognized"_s);
    QVERIFY(!child<QTabWidget>("textTabs")->isVisible());
}

void TestSignatureDoctorDialog::takesATypedKey()
{
    auto *accounts = child<QComboBox>("accountCombo");
    auto *key = child<QLineEdit>("keyEdit");
    QVERIFY(!key->isVisible());
    accounts->setCurrentIndex(accounts->count() - 1);
    examine(request("application/json"));
    QCOMPARE(verdict(), u"Nothing wrong so far"_s);
    accounts->setCurrentIndex(accounts->count() - 2);
    QVERIFY(key->isVisible());
    key->setText(u"wrong"_s);
    examine(request("application/json"));
    QCOMPARE(verdict(), u"The signature does not fit, and no usual mistake explains it"_s);
    key->setText(QString::fromUtf8(m_server->address().credential.secretKey.bytes()));
    examine(request("application/json"));
    QCOMPARE(verdict(), u"The request is signed correctly"_s);
    examine(request("application/json", "\n"));
    QCOMPARE(verdict(), u"The SecretKey has white space around it"_s);
    accounts->setCurrentIndex(0);
    QVERIFY(key->text().isEmpty());
}

void TestSignatureDoctorDialog::showsNoSecret()
{
    const QString secret = QString::fromUtf8(m_server->address().credential.secretKey.bytes());
    for (const QByteArray &suffix : {QByteArray(), QByteArray("\n"), QByteArray("x")}) {
        examine(request("application/json", suffix));
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(secret));
        for (const QPlainTextEdit *edit : m_dialog->findChildren<QPlainTextEdit *>())
            QVERIFY(!edit->toPlainText().contains(secret));
    }
}

//! What is too long to be laid out is examined with what stood around it, until something else is typed.
void TestSignatureDoctorDialog::longTextIsExaminedUnshown()
{
    auto *edit = child<Gui::PasteEdit>("pasteEdit");
    const QString hint = edit->placeholderText();
    const QString whole = request("application/json; charset=utf-8");
    const qsizetype middle = whole.indexOf(u"X-TC-Action"_s);
    edit->setPlainText(QString(whole.left(middle) + u"selected"_s));
    edit->moveCursor(QTextCursor::End);
    edit->moveCursor(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
    QCOMPARE(edit->textCursor().selectedText(), u"selected"_s);
    QGuiApplication::clipboard()->setText(
        QString(u"X-Long: "_s + QString(Gui::PasteEdit::longestText, u'x') + u'\n' + whole.mid(middle)));
    edit->paste();
    QCOMPARE(edit->toPlainText(), QString());
    QVERIFY(edit->placeholderText() != hint);
    child<QPushButton>("examineButton")->click();
    QTRY_COMPARE(verdict(), u"Content-Type was changed on the way"_s);

    examine(u"this is no request"_s);
    QCOMPARE(verdict(), u"No request was recognized"_s);
    QCOMPARE(edit->placeholderText(), hint);
    edit->clear();
    QVERIFY(!child<QPushButton>("examineButton")->isEnabled());
}

CONSOLE_TEST(TestSignatureDoctorDialog, QApplication)
#include "tst_signaturedoctordialog.moc"
