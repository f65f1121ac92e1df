// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settingsdialog.h"
#include "secrets/secretkeys.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"
#include "support/writtensettings.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString marker = u"MARKER7secretKey7MARKER"_s;
const QString tokenMarker = u"MARKER8token8MARKER"_s;
const QString passwordMarker = u"MARKER9password9MARKER"_s;

} // namespace

//! The settings dialog over real accounts and settings, a store of secrets in memory and a real simulator.
class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsAnAccount();
    void saysWhatIsWrongAndSavesNothing();
    void cancelLeavesEverything();
    void secretsLeaveTheFields();
    void keptSecretIsNeverShown();
    void duplicateSharesTheSecret();
    void removeAsksAndForgetsTheSecret();
    void withoutAFileNoSecretIsStored();
    void makesDefault();
    void readingOnlyIsKept();
    void editionBringsHostsAndRegions();
    void revealShowsOnlyWhatWasTyped();
    void testsTheConnection_data();
    void testsTheConnection();
    void testTellsOfAnUnsavedNetwork();
    void editingVoidsTheVerdict();
    void asksForTheApplications();
    void refusalOfTheApplicationsIsExplained();
    void mainlandHasNoListOfApplications();
    void exportHasNoSecret();
    void savesNetworkAndBehaviour();
    void refusesAProxyWithoutHost();
    void saysThatThereIsNoKeyring();
    void everyFieldHasAName();
    void mnemonicsDoNotClash();

private:
    template <typename T> [[nodiscard]] T *child(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("there is no %s", name);
        return found;
    }
    void type(const char *field, const QString &text) const { child<QLineEdit>(field)->setText(text); }
    void choose(const char *box, const QString &text) const { child<QComboBox>(box)->setEditText(text); }
    void click(const char *button) const { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    void save() const { QTest::mouseClick(button(QDialogButtonBox::Save), Qt::LeftButton); }
    [[nodiscard]] QAbstractButton *button(QDialogButtonBox::StandardButton which) const
    {
        return child<QDialogButtonBox>("buttonBox")->button(which);
    }
    void open();
    void addAccount(const QString &name);
    //! An account that is kept, with SecretKey and token.
    QString keep(const QString &name);
    [[nodiscard]] std::optional<QByteArray> secretAt(const QString &entry);
    [[nodiscard]] bool isInAnyFile(const QString &text);
    [[nodiscard]] QString problem(const char *label) const
    {
        const auto *shown = child<QLabel>(label);
        return shown->isHidden() ? QString() : shown->text();
    }

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_dialog = std::make_unique<Gui::SettingsDialog>(m_bench->services(), *m_prompt);
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_prompt.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

void TestSettingsDialog::open()
{
    m_dialog->open();
    m_dialog->showAccounts();
}

void TestSettingsDialog::addAccount(const QString &name)
{
    click("addButton");
    type("nameEdit", name);
    type("secretIdEdit", m_server->address().credential.secretId);
    type("secretKeyEdit", marker);
    choose("hostBox", m_server->address().url.toString());
    type("applicationsEdit", u"1400000001, 1400000002"_s);
}

QString TestSettingsDialog::keep(const QString &name)
{
    Core::Account account = TestSupport::accountFor(m_server->address(), {});
    account.name = name;
    Service::SecretChanges secrets;
    secrets.secretKey = Core::SecretText::fromString(marker);
    secrets.token = Core::SecretText::fromString(tokenMarker);
    bool isSaved = false;
    m_bench->accounts.save(account, secrets, this,
                           [&isSaved](const Core::Result<void> &saved) { isSaved = saved.has_value(); });
    [&isSaved] { QTRY_VERIFY(isSaved); }();
    return m_bench->accounts.byName(name).value_or(Core::Account{}).id;
}

std::optional<QByteArray> TestSettingsDialog::secretAt(const QString &entry)
{
    std::optional<QByteArray> found;
    bool isRead = false;
    m_bench->secrets.read(entry, this, [&](const Core::Result<std::optional<Core::SecretText>> &secret) {
        isRead = true;
        if (secret && *secret)
            found = (*secret)->bytes().toByteArray();
    });
    [&isRead] { QTRY_VERIFY(isRead); }();
    return found;
}

bool TestSettingsDialog::isInAnyFile(const QString &text)
{
    [this] { QVERIFY(TestSupport::isWritten(m_bench->store)); }();
    QDirIterator files(m_directory->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8()))
            return true;
    }
    return false;
}

void TestSettingsDialog::addsAnAccount()
{
    open();
    QCOMPARE(child<QListWidget>("accountList")->count(), 0); // the transient one is not edited here
    addAccount(u"school"_s);
    type("tokenEdit", u"  "_s + tokenMarker + u' ');
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    save();
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(!m_dialog->isVisible());

    const std::optional<Core::Account> account = m_bench->accounts.byName(u"school"_s);
    QVERIFY(account);
    QCOMPARE(account->endpoint.url, m_server->address().url);
    QCOMPARE(account->endpoint.edition, Core::Edition::International);
    QCOMPARE(account->sdkAppIds.size(), 2);
    QVERIFY(account->hasToken);
    QCOMPARE(m_bench->accounts.defaultAccount()->id, account->id);
    QCOMPARE(secretAt(Secrets::secretKeyEntry(account->id)), marker.toUtf8());
    QCOMPARE(secretAt(Secrets::tokenEntry(account->id)), tokenMarker.toUtf8());
    QVERIFY(isInAnyFile(u"school"_s));
    QVERIFY(!isInAnyFile(u"MARKER"_s));
}

void TestSettingsDialog::saysWhatIsWrongAndSavesNothing()
{
    open();
    addAccount({});
    type("secretKeyEdit", m_server->address().credential.secretId);
    QCOMPARE(problem("nameProblem"), QString()); // not before one has been there
    save();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!problem("nameProblem").isEmpty());
    QVERIFY(!problem("secretKeyProblem").isEmpty());
    QCOMPARE(child<QLineEdit>("nameEdit")->accessibleDescription(), problem("nameProblem"));
    QCOMPARE(child<QLineEdit>("nameEdit"), m_dialog->focusWidget());
    QVERIFY(!problem("statusLabel").isEmpty());
    QVERIFY(m_bench->accountStore.list().isEmpty());

    type("nameEdit", u"school"_s);
    QCOMPARE(problem("nameProblem"), QString());
    type("secretKeyEdit", marker);
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_bench->accountStore.list().size(), 1);
}

void TestSettingsDialog::cancelLeavesEverything()
{
    const QString id = keep(u"school"_s);
    open();
    type("nameEdit", u"other"_s);
    click("addButton");
    child<QCheckBox>("confirmStopCheck")->setChecked(false);
    QTest::mouseClick(button(QDialogButtonBox::Cancel), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_bench->accountStore.list().size(), 1);
    QCOMPARE(m_bench->accounts.byId(id)->name, u"school"_s);
    QVERIFY(m_bench->settings.confirmSingleStop());

    open(); // begins anew
    QCOMPARE(child<QLineEdit>("nameEdit")->text(), u"school"_s);
    QCOMPARE(child<QListWidget>("accountList")->count(), 1);
    QVERIFY(child<QCheckBox>("confirmStopCheck")->isChecked());
}

void TestSettingsDialog::secretsLeaveTheFields()
{
    open();
    addAccount(u"school"_s);
    type("tokenEdit", tokenMarker);
    type("proxyPasswordEdit", passwordMarker);
    m_dialog->reject();
    for (const char *field : {"secretKeyEdit", "tokenEdit", "proxyPasswordEdit"}) {
        QCOMPARE(child<QLineEdit>(field)->text(), QString());
        QVERIFY(!child<QLineEdit>(field)->isUndoAvailable());
    }
}

void TestSettingsDialog::keptSecretIsNeverShown()
{
    const QString id = keep(u"school"_s);
    open();
    auto *key = child<QLineEdit>("secretKeyEdit");
    QCOMPARE(key->text(), QString());
    QVERIFY(key->placeholderText().contains("keyring"_L1));
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        QVERIFY(!widget->accessibleDescription().contains("MARKER"_L1));
        QVERIFY(!widget->accessibleName().contains("MARKER"_L1));
    }
    type("nameEdit", u"renamed"_s);
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_bench->accounts.byId(id)->name, u"renamed"_s);
    QCOMPARE(secretAt(Secrets::secretKeyEntry(id)), marker.toUtf8()); // untouched
    QCOMPARE(secretAt(Secrets::tokenEntry(id)), tokenMarker.toUtf8());

    open();
    QAction *removeToken = child<QLineEdit>("tokenEdit")->findChild<QAction *>(u"removeAction"_s);
    QVERIFY(removeToken->isVisible());
    removeToken->trigger();
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(!m_bench->accounts.byId(id)->hasToken);
    QVERIFY(!secretAt(Secrets::tokenEntry(id)));
    QCOMPARE(secretAt(Secrets::secretKeyEntry(id)), marker.toUtf8());
}

void TestSettingsDialog::duplicateSharesTheSecret()
{
    keep(u"school"_s);
    open();
    click("duplicateButton");
    QCOMPARE(child<QLineEdit>("nameEdit")->text(), u"school (2)"_s);
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    const std::optional<Core::Account> copy = m_bench->accounts.byName(u"school (2)"_s);
    QVERIFY(copy);
    QCOMPARE(secretAt(Secrets::secretKeyEntry(copy->id)), marker.toUtf8());
    QCOMPARE(secretAt(Secrets::tokenEntry(copy->id)), tokenMarker.toUtf8());
}

void TestSettingsDialog::removeAsksAndForgetsTheSecret()
{
    const QString id = keep(u"school"_s);
    open();
    click("removeButton"); // answered with no
    QTRY_COMPARE(m_prompt->questions.size(), 1);
    QVERIFY(m_prompt->questions.first().isDestructive);
    QCOMPARE(child<QListWidget>("accountList")->count(), 1);
    m_prompt->accept();
    click("removeButton");
    QTRY_COMPARE(child<QListWidget>("accountList")->count(), 0);
    QVERIFY(m_bench->accounts.byId(id)); // until it is saved
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(!m_bench->accounts.byId(id));
    QVERIFY(!secretAt(Secrets::secretKeyEntry(id)));
}

void TestSettingsDialog::withoutAFileNoSecretIsStored()
{
    QVERIFY(QDir().mkpath(m_bench->store.fileName())); // no file takes the place of a directory
    Core::Account account = TestSupport::accountFor(m_server->address(), {});
    account.name = u"school"_s;
    Service::SecretChanges secrets;
    secrets.secretKey = Core::SecretText::fromString(marker);
    std::optional<Core::Result<void>> saved;
    m_bench->accounts.save(account, secrets, this, [&saved](const auto &result) { saved = result; });
    const QString id = m_bench->accounts.byName(u"school"_s)->id;
    QTRY_VERIFY(saved.has_value());
    QVERIFY(!*saved);
    QCOMPARE(saved->error().kind, Core::ErrorKind::Storage);
    QVERIFY(!m_bench->accounts.byId(id));
    QVERIFY(!secretAt(Secrets::secretKeyEntry(id)));
}

void TestSettingsDialog::makesDefault()
{
    keep(u"a"_s);
    const QString second = keep(u"b"_s);
    open();
    child<QListWidget>("accountList")->setCurrentRow(1);
    QVERIFY(child<QPushButton>("defaultButton")->isEnabled());
    click("defaultButton");
    QVERIFY(!child<QPushButton>("defaultButton")->isEnabled());
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_bench->accounts.defaultAccount()->id, second);
}

void TestSettingsDialog::readingOnlyIsKept()
{
    const QString id = keep(u"a"_s);
    QVERIFY(!m_bench->accounts.byId(id)->isReadOnly);
    open();
    auto *box = child<QCheckBox>("readOnlyBox");
    QVERIFY(!box->isChecked());
    box->click();
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(m_bench->accounts.byId(id)->isReadOnly);
    QVERIFY(m_bench->accounts.exportAll().contains("\"readOnly\": true"));
    open();
    QVERIFY(child<QCheckBox>("readOnlyBox")->isChecked());
}

void TestSettingsDialog::editionBringsHostsAndRegions()
{
    open();
    click("addButton");
    auto *edition = child<QComboBox>("editionBox");
    auto *host = child<QComboBox>("hostBox");
    auto *region = child<QComboBox>("regionBox");
    QCOMPARE(host->currentText(), u"tiw.intl.tencentcloudapi.com"_s);
    QCOMPARE(region->currentText(), u"ap-singapore"_s);
    QVERIFY(host->findText(u"tiw.tencentcloudapi.com"_s) >= 0);

    const auto chooseEdition = [edition](int index) {
        edition->setCurrentIndex(index);
        Q_EMIT edition->activated(index); // as a person's choice does
    };
    chooseEdition(1);
    QCOMPARE(host->currentText(), u"tiw.tencentcloudapi.com"_s);
    QCOMPARE(region->currentText(), u"ap-guangzhou"_s);
    QCOMPARE(host->findText(u"tiw.intl.tencentcloudapi.com"_s), -1);

    chooseEdition(0);
    host->setEditText(u"tiw.tencentcloudapi.com"_s);
    region->setEditText(u"ap-singapore"_s);
    type("nameEdit", u"preset"_s);
    type("secretIdEdit", u"AKIDsome"_s);
    type("secretKeyEdit", marker);
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    const Core::Endpoint endpoint = m_bench->accounts.byName(u"preset"_s)->endpoint;
    QCOMPARE(endpoint.edition, Core::Edition::International);
    QCOMPARE(endpoint.url, QUrl(u"https://tiw.tencentcloudapi.com"_s));
    QCOMPARE(endpoint.region, u"ap-singapore"_s);
}

void TestSettingsDialog::revealShowsOnlyWhatWasTyped()
{
    keep(u"school"_s);
    open();
    auto *key = child<QLineEdit>("secretKeyEdit");
    auto *reveal = key->findChild<QAction *>(u"revealAction"_s);
    QVERIFY(!reveal->isVisible()); // there is nothing of a kept key to be seen
    key->setText(u"typed"_s);
    QVERIFY(reveal->isVisible());
    reveal->trigger();
    QCOMPARE(key->echoMode(), QLineEdit::Normal);
    key->clear();
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    key->setText(u"next"_s);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
}

void TestSettingsDialog::testsTheConnection_data()
{
    QTest::addColumn<bool>("isRightKey");
    QTest::addColumn<bool>("isReachable");
    QTest::addColumn<QString>("says");
    QTest::newRow("right key") << true << true << u"DescribeApplicationInfos"_s;
    QTest::newRow("wrong key") << false << true << u"SecretKey"_s;
    QTest::newRow("unreachable") << true << false << u"Technical detail"_s;
}

void TestSettingsDialog::testsTheConnection()
{
    QFETCH(const bool, isRightKey);
    QFETCH(const bool, isReachable);
    QFETCH(const QString, says);
    open();
    addAccount({}); // nothing needs to be saved, nor be complete, to be tested
    if (isRightKey)
        type("secretKeyEdit", QString::fromUtf8(m_server->address().credential.secretKey.bytes()));
    if (!isReachable)
        choose("hostBox", u"http://127.0.0.1:1"_s);
    const auto *result = child<QLabel>("testResultLabel");
    click("testButton");
    QVERIFY(!result->text().isEmpty()); // says at once that it asks
    const QString asking = result->text();
    QTRY_VERIFY(result->text() != asking);
    QVERIFY2(result->text().contains(says), qPrintable(result->text()));
    QVERIFY(!result->text().contains("MARKER"_L1));
    QCOMPARE(result->textFormat(), Qt::PlainText);
    QVERIFY(m_bench->accountStore.list().isEmpty());
}

void TestSettingsDialog::testTellsOfAnUnsavedNetwork()
{
    open();
    addAccount({});
    type("secretKeyEdit", QString::fromUtf8(m_server->address().credential.secretKey.bytes()));
    const auto *status = child<QLabel>("statusLabel");
    QSignalSpy finished(&m_bench->connectionTest, &Service::ConnectionTest::finished);
    click("testButton");
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(status->isHidden());
    child<QSpinBox>("timeoutSpin")->setValue(7);
    click("testButton");
    QTRY_COMPARE(finished.size(), 2);
    QVERIFY(!status->isHidden());
    QVERIFY2(status->text().contains("Network"_L1), qPrintable(status->text()));
}

void TestSettingsDialog::editingVoidsTheVerdict()
{
    open();
    addAccount(u"school"_s);
    m_server->setLatency(200);
    const auto *result = child<QLabel>("testResultLabel");
    QSignalSpy finished(&m_bench->connectionTest, &Service::ConnectionTest::finished);
    click("testButton");
    QVERIFY(!result->text().isEmpty());
    type("secretIdEdit", u"AKIDother"_s);
    QCOMPARE(result->text(), QString());
    m_server->setLatency(0);
    click("testButton");
    QTRY_COMPARE(finished.size(), 1); // that of the second test alone
    QVERIFY(!result->text().isEmpty());
}

void TestSettingsDialog::asksForTheApplications()
{
    open();
    addAccount(u"school"_s);
    type("secretIdEdit", m_server->address().credential.secretId);
    type("secretKeyEdit", QString::fromUtf8(m_server->address().credential.secretKey.bytes()));
    type("applicationsEdit", u"1300000009 1400000002"_s);
    click("askApplicationsButton");
    const auto *answer = child<QLabel>("applicationsAnswer");
    QVERIFY(!answer->isHidden()); // says at once that it asks
    QVERIFY(!child<QPushButton>("askApplicationsButton")->isEnabled());
    const auto *edit = child<QLineEdit>("applicationsEdit");
    QTRY_COMPARE(edit->text(), u"1300000009 1400000002, 1400000001"_s);
    QCOMPARE(answer->textFormat(), Qt::PlainText);
    QVERIFY2(answer->text().contains("1400000001"_L1), qPrintable(answer->text()));
    QVERIFY(child<QPushButton>("askApplicationsButton")->isEnabled());
    type("applicationsEdit", u"1400000001"_s);
    QVERIFY(answer->isHidden()); // it was about another wish
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_bench->accountStore.list().first().sdkAppIds, QList<Core::SdkAppId>{{1400000001}});
}

void TestSettingsDialog::refusalOfTheApplicationsIsExplained()
{
    open();
    addAccount(u"school"_s);
    QVERIFY(m_server->addFault(u"DescribeApplicationInfos:*:code=AuthFailure.UnauthorizedOperation"_s));
    type("secretIdEdit", m_server->address().credential.secretId);
    type("secretKeyEdit", QString::fromUtf8(m_server->address().credential.secretKey.bytes()));
    type("applicationsEdit", u"1400000002"_s);
    click("askApplicationsButton");
    const auto *answer = child<QLabel>("applicationsAnswer");
    const QString asking = answer->text();
    QTRY_VERIFY(answer->text() != asking);
    QVERIFY2(answer->text().size() > 40, qPrintable(answer->text()));
    QCOMPARE(child<QLineEdit>("applicationsEdit")->text(), u"1400000002"_s);
}

void TestSettingsDialog::mainlandHasNoListOfApplications()
{
    open();
    addAccount(u"school"_s);
    QVERIFY(child<QPushButton>("askApplicationsButton")->isEnabled());
    auto *edition = child<QComboBox>("editionBox");
    edition->setCurrentIndex(1);
    Q_EMIT edition->activated(1);
    QVERIFY(!child<QPushButton>("askApplicationsButton")->isEnabled());
    QVERIFY(!child<QPushButton>("askApplicationsButton")->toolTip().isEmpty());
}

void TestSettingsDialog::exportHasNoSecret()
{
    keep(u"school"_s);
    open();
    const QString path = m_directory->filePath(u"accounts.json"_s);
    m_prompt->files.push_back(path);
    child<QAction>("exportFileAction")->trigger();
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(isInAnyFile(u"school"_s));
    QVERIFY(!isInAnyFile(u"MARKER"_s));

    m_prompt->files.push_back(path);
    child<QAction>("importFileAction")->trigger();
    QTRY_COMPARE(child<QListWidget>("accountList")->count(), 2);
    QCOMPARE(child<QLineEdit>("nameEdit")->text(), u"school (2)"_s);
    QCOMPARE(m_bench->accountStore.list().size(), 1); // not before it is saved
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_bench->accountStore.list().size(), 2);
}

void TestSettingsDialog::savesNetworkAndBehaviour()
{
    open();
    child<QComboBox>("proxyModeBox")->setCurrentIndex(2);
    QVERIFY(child<QLineEdit>("proxyHostEdit")->isEnabled());
    type("proxyHostEdit", u"proxy.example.org"_s);
    child<QSpinBox>("proxyPortSpin")->setValue(3128);
    type("proxyUserEdit", u"operator"_s);
    type("proxyPasswordEdit", passwordMarker);
    child<QSpinBox>("timeoutSpin")->setValue(7);
    child<QCheckBox>("confirmStopCheck")->setChecked(false);
    child<QCheckBox>("refreshCheck")->setChecked(false);
    child<QSpinBox>("deadlineSpin")->setValue(90);
    QCOMPARE(child<QComboBox>("historyBox")->currentText(), u"For ever"_s);
    child<QComboBox>("historyBox")->setCurrentIndex(2);
    QVERIFY(!child<QCheckBox>("locksDespiteRulesCheck")->isEnabled()); // as long as nothing locks by itself
    child<QSpinBox>("lockAfterSpin")->setValue(15);
    child<QCheckBox>("locksWithDesktopCheck")->setChecked(true);
    child<QCheckBox>("locksDespiteRulesCheck")->click();
    child<QComboBox>("languageBox")->setCurrentIndex(2);
    child<QComboBox>("themeBox")->setCurrentIndex(2);
    QSignalSpy changed(&m_bench->accounts, &Service::Accounts::proxyPasswordChanged);
    save();
    QTRY_VERIFY(!m_dialog->isVisible());

    const Core::NetworkSettings network = m_bench->settings.network();
    QCOMPARE(network.proxyMode, Core::NetworkSettings::ProxyMode::Http);
    QCOMPARE(network.proxyHost, u"proxy.example.org"_s);
    QCOMPARE(network.proxyPort, 3128);
    QCOMPARE(network.proxyUser, u"operator"_s);
    QCOMPARE(network.timeoutMs, 7000);
    QVERIFY(!m_bench->settings.confirmSingleStop());
    QVERIFY(!m_bench->settings.refreshesByItself());
    QCOMPARE(m_bench->settings.confirmDeadlineMs(), 90'000);
    QCOMPARE(m_bench->settings.historyDays(), 90);
    QCOMPARE(m_bench->settings.lockAfterMinutes(), 15);
    QVERIFY(m_bench->settings.locksWithDesktop());
    QVERIFY(m_bench->settings.locksDespiteRules());
    QCOMPARE(m_bench->settings.language(), u"zh_CN"_s);
    QCOMPARE(m_bench->settings.theme(), Config::Theme::Dark);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(secretAt(Secrets::proxyPasswordEntry()), passwordMarker.toUtf8());
    QVERIFY(!isInAnyFile(u"MARKER"_s));
}

void TestSettingsDialog::refusesAProxyWithoutHost()
{
    open();
    child<QComboBox>("proxyModeBox")->setCurrentIndex(3);
    save();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!problem("proxyHostProblem").isEmpty());
    QVERIFY(!problem("proxyPortProblem").isEmpty());
    QCOMPARE(child<QTabWidget>("pages")->currentIndex(), 1);
    child<QComboBox>("proxyModeBox")->setCurrentIndex(0);
    QCOMPARE(problem("proxyHostProblem"), QString());
    save();
    QTRY_VERIFY(!m_dialog->isVisible());
}

void TestSettingsDialog::saysThatThereIsNoKeyring()
{
    keep(u"school"_s);
    open();
    const auto *label = child<QLabel>("keyringLabel");
    QVERIFY(label->isHidden());
    Q_EMIT m_bench->accounts.keyringUnavailable(Core::Error::of(Core::ErrorKind::KeyringUnavailable));
    QVERIFY(!label->isHidden());
    QVERIFY(child<QLineEdit>("secretKeyEdit")->placeholderText().contains("memory"_L1));
    m_dialog->reject();

    Gui::SettingsDialog later(m_bench->services(), *m_prompt); // it was said before this one was made
    later.open();
    QVERIFY(!later.findChild<QLabel *>(u"keyringLabel"_s)->isHidden());
}

void TestSettingsDialog::everyFieldHasAName()
{
    open();
    click("addButton");
    QStringList nameless;
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        const bool isInput = qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
            || qobject_cast<const QListWidget *>(widget) != nullptr;
        if (!isInput || widget->objectName().startsWith("qt_"_L1)
            || qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr)
            continue;
        bool isNamed = !widget->accessibleName().isEmpty();
        for (const QLabel *label : m_dialog->findChildren<QLabel *>())
            isNamed = isNamed || label->buddy() == widget;
        if (!isNamed)
            nameless.append(widget->objectName());
    }
    QCOMPARE(nameless, QStringList());
}

void TestSettingsDialog::mnemonicsDoNotClash()
{
    open();
    click("addButton");
    auto *pages = child<QTabWidget>("pages");
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QStringList keys;
        const auto note = [&keys](const QString &text) {
            const QKeySequence key = QKeySequence::mnemonic(text);
            if (!key.isEmpty())
                keys.append(key.toString());
        };
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy() != nullptr)
                note(label->text());
        }
        for (const QAbstractButton *shown : m_dialog->findChildren<QAbstractButton *>()) {
            if (shown->isVisible())
                note(shown->text());
        }
        keys.sort();
        QStringList different = keys;
        different.removeDuplicates();
        QCOMPARE(keys, different);
        QVERIFY(keys.size() >= 4);
    }
}

CONSOLE_TEST(TestSettingsDialog, QApplication)
#include "tst_settingsdialog.moc"
