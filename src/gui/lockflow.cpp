// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lockflow.h"

#include "core/logstore.h"
#include "core/redaction.h"
#include "gui/callbackdialog.h"
#include "gui/explorerpage.h"
#include "gui/noticearea.h"
#include "gui/secretfield.h"
#include "gui/settingsdialog.h"
#include "gui/signaturedoctordialog.h"
#include "service/accounts.h"
#include "text/errorsentences.h"
#include "text/punctuation.h"

#include <QAction>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

const QString lockNotice = u"lockNotice"_s; // the notices' object names too
const QString heldOffNotice = u"lockHeldOffNotice"_s;

QString missingNotice(const QString &accountId)
{
    return u"keyMissingNotice-"_s + accountId;
}

} // namespace

LockFlow::LockFlow(const Service::Services &services, NoticeArea &notices, QAction &lockAction,
                   QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_notices(notices)
    , m_window(window)
    , m_lock(services)
{
    connect(&lockAction, &QAction::triggered, this, [this] { m_lock.lock(Service::LockReason::Operator); });
    connect(&m_lock, &Service::KeyLock::locked, this, &LockFlow::onLocked);
    connect(&m_lock, &Service::KeyLock::emptied, this, [this] {
        log(tr("The keys are gone from memory"));
        showLocked();
    });
    connect(&m_lock, &Service::KeyLock::unlocked, this, &LockFlow::onUnlocked);
    connect(&m_lock, &Service::KeyLock::keyMissing, this, &LockFlow::onKeyMissing);
    connect(&m_services.accounts, &Service::Accounts::credentialChanged, this,
            [this](const QString &accountId) { m_notices.dismiss(missingNotice(accountId)); });
}

void LockFlow::onLocked(Service::LockReason reason)
{
    switch (reason) {
    case Service::LockReason::Operator:
        log(tr("Locked: you asked for it"));
        break;
    case Service::LockReason::NoInput:
        log(tr("Locked: nobody has used the console for a while"));
        break;
    case Service::LockReason::DesktopLocked:
        log(tr("Locked: the desktop was locked"));
        break;
    }
    m_notices.dismiss(heldOffNotice);
    emptyFields();
    showLocked();
    if (m_lock.isAwaitedByRules()) {
        Notification notification;
        notification.tag = lockNotice;
        notification.title = tr("Locked: rules and planned stops stop nothing");
        notification.text = tr("Unlock the console to let them work again.");
        notification.isUrgent = true;
        Q_EMIT notified(notification);
    }
}

//! The sentences that hold now, again when one of them changed.
void LockFlow::showLocked()
{
    m_notices.show([this] {
        QStringList sentences{
            tr("The console is locked: its keys are gone from memory. Unlocking reads them from the "
               "keyring again.")};
        if (m_lock.errands() > 0)
            sentences[0] =
                tr("The console is locked. What is under way is followed to its end, then its key is gone "
                   "from memory too.");
        if (m_lock.isAwaitedByRules())
            sentences.append(tr("Rules and planned stops stop nothing until you unlock."));
        return Notice{.name = lockNotice,
                      .iconName = u"warning"_s,
                      .text = Text::joinedSentences(sentences),
                      .buttons = {{tr("Unlock"), u"unlockButton"_s, [this] { m_lock.unlock(); }}},
                      .canBeDismissed = false};
    });
}

void LockFlow::onUnlocked()
{
    m_notices.dismiss(lockNotice);
    log(tr("Unlocked"));
}

void LockFlow::onKeyMissing(const Core::Account &account, const Core::Error &error)
{
    m_notices.show([this, account, error] {
        const QString name = missingNotice(account.id);
        return Notice{
            .name = name,
            .iconName = u"warning"_s,
            .text = tr("The key of account %1 could not be read again: %2. Enter it anew if it was kept in "
                       "memory only.")
                        .arg(Core::plainText(account.name, 64), Text::explain(error).title),
            .buttons = {{tr("Enter the key…"), u"enterKeyButton"_s, [this, name, id = account.id] {
                             m_notices.dismiss(name);
                             Q_EMIT accountSettingsRequested(id);
                         }}}};
    });
}

void LockFlow::tellHeldOff()
{
    const auto text = [] { return tr("The keys stay in memory: rules or planned stops need them"); };
    log(text());
    m_notices.show([text] {
        return Notice{.name = heldOffNotice,
                      .iconName = u"pending"_s,
                      .text = tr("%1. The settings can have them locked up all the same.").arg(text()),
                      .buttons = {}};
    });
}

void LockFlow::emptyFields()
{
    const auto settings = m_window->findChildren<SettingsDialog *>();
    for (SettingsDialog *dialog : settings)
        dialog->forgetSecrets();
    const auto callbacks = m_window->findChildren<CallbackDialog *>();
    for (CallbackDialog *dialog : callbacks)
        dialog->reject(); // it shows a key of the service
    const auto doctors = m_window->findChildren<SignatureDoctorDialog *>();
    for (SignatureDoctorDialog *dialog : doctors)
        dialog->reject(); // what was pasted there may hold any secret
    const auto pages = m_window->findChildren<ExplorerPage *>();
    for (ExplorerPage *page : pages)
        page->forgetSecrets();
    const auto fields = m_window->findChildren<SecretField *>();
    for (SecretField *field : fields)
        field->forget();
}

void LockFlow::log(const QString &text)
{
    Core::LogEntry entry;
    entry.topic = Core::LogTopic::Note;
    entry.detail = text;
    m_services.log.append(entry);
}

} // namespace Gui
