// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stoproomdialog.h"

#include "core/redaction.h"
#include "service/accounts.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "text/errorsentences.h"
#include "text/outcomes.h"
#include "text/punctuation.h"
#include "ui_stoproomdialog.h"

#include <QEvent>
#include <QPushButton>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

enum RoomTaskColumn { RoomColumn, LabelColumn, TaskColumn, ApplicationColumn, AccountColumn, StatusColumn };

//! A room of one application.
struct Room
{
    QString accountId;
    qint64 sdkAppId = 0;
    qint64 number = 0;

    friend bool operator==(const Room &, const Room &) = default;
    friend size_t qHash(const Room &room, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, room.accountId, room.sdkAppId, room.number);
    }
};

[[nodiscard]] Room roomOf(const Core::PushTask &task)
{
    return {task.key.accountId, task.key.sdkAppId.value, task.roomId};
}

[[nodiscard]] bool mayRun(const Core::PushTask &task)
{
    return !task.hasEnded();
}

} // namespace

StopRoomDialog::StopRoomDialog(const Service::Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::StopRoomDialog>())
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setObjectName(u"stopRoomButton"_s);
    translate();
    const int character = fontMetrics().averageCharWidth();
    m_ui->roomTasks->setColumnWidth(RoomColumn, 10 * character);
    m_ui->roomTasks->setColumnWidth(LabelColumn, 20 * character);
    m_ui->roomTasks->setColumnWidth(TaskColumn, 26 * character);
    connect(m_ui->roomEdit, &QLineEdit::textChanged, this, &StopRoomDialog::lookAgain);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &StopRoomDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_services.book, &Service::TaskBook::tasksChanged, this, &StopRoomDialog::lookAgain);
    connect(&m_services.book, &Service::TaskBook::tasksRemoved, this, &StopRoomDialog::lookAgain);
    askTheService();
    lookAgain();
}

StopRoomDialog::~StopRoomDialog() = default;

void StopRoomDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        translate();
        lookAgain();
    }
    QDialog::changeEvent(event);
}

void StopRoomDialog::translate()
{
    m_ui->roomTasks->setHeaderLabels(
        {tr("Room"), tr("Label"), tr("TaskId"), tr("Application"), tr("Account"), tr("Status")});
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Stop these…"));
}

void StopRoomDialog::askTheService()
{
    const QList<Core::Account> accounts = m_services.accounts.all();
    for (const Core::Account &account : accounts) {
        const QList<Core::SdkAppId> lists = m_services.sync.listsOf(account);
        if (lists.isEmpty())
            m_unasked.append({account.name, std::nullopt});
        for (const Core::SdkAppId sdkAppId : lists) {
            ++m_asking;
            m_services.sync.list(account.id, sdkAppId, this,
                                 [this, account](const Core::Result<Service::TaskListing> &listing) {
                                     onListed(account, listing);
                                 });
        }
    }
}

void StopRoomDialog::onListed(const Core::Account &account, const Core::Result<Service::TaskListing> &listing)
{
    --m_asking;
    if (listing) {
        for (const Core::PushTask &task : m_services.sync.runningOf(account, *listing))
            m_listed.insert(task.key, task);
        m_isComplete = m_isComplete && listing->isComplete;
    } else {
        m_unasked.append({account.name, listing.error()});
    }
    lookAgain();
}

QList<Core::PushTask> StopRoomDialog::matching() const
{
    const QString wanted = m_ui->roomEdit->text().trimmed();
    if (wanted.isEmpty())
        return {};
    const qint64 number = wanted.toLongLong();
    QList<Core::PushTask> known = m_services.book.tasks();
    for (const Core::PushTask &task : m_listed) {
        if (!m_services.book.contains(task.key))
            known.append(task);
    }
    const auto isMeant = [&wanted, number](const Core::PushTask &task) {
        return (number > 0 && task.roomId == number) || task.label.contains(wanted, Qt::CaseInsensitive);
    };
    QSet<Room> rooms; // a label leads to its room, and to what else runs there
    for (const Core::PushTask &task : known) {
        if (task.roomId > 0 && isMeant(task))
            rooms.insert(roomOf(task));
    }
    QList<Core::PushTask> found;
    std::ranges::copy_if(known, std::back_inserter(found), [&](const Core::PushTask &task) {
        return mayRun(task) && (rooms.contains(roomOf(task)) || isMeant(task));
    });
    std::ranges::sort(found, {}, [](const Core::PushTask &task) {
        return std::tuple(task.roomId, task.key.sdkAppId.value, task.key.taskId.toString());
    });
    return found;
}

void StopRoomDialog::lookAgain()
{
    const QList<Core::PushTask> found = matching();
    list(found);
    m_ui->roomStateLabel->setText(stateText(found.size()));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!found.isEmpty());
}

void StopRoomDialog::list(const QList<Core::PushTask> &tasks)
{
    m_ui->roomTasks->clear();
    for (const Core::PushTask &task : tasks) {
        const std::optional<Core::Account> account = m_services.accounts.byId(task.key.accountId);
        const QString room = task.roomId > 0 ? QString::number(task.roomId) : QString();
        new QTreeWidgetItem(
            m_ui->roomTasks,
            {room, Core::plainText(task.label, 200), task.key.taskId.toString(), task.key.sdkAppId.toString(),
             account ? Core::plainText(account->name, 64) : task.key.accountId, Text::statusText(task)});
    }
}

QString StopRoomDialog::stateText(qsizetype found) const
{
    QStringList lines;
    if (m_ui->roomEdit->text().trimmed().isEmpty())
        lines.append(tr("Type a room's number, or a word of a task's label."));
    else if (found > 0)
        lines.append(tr("%n task(s) will be stopped, and what is known of their backup pushes.", nullptr,
                        static_cast<int>(found)));
    else if (m_asking == 0)
        lines.append(tr("Nothing is known to run there."));
    // Whatever was found: there may be more.
    if (m_asking > 0)
        lines.append(tr("Asking the service what is running…"));
    if (!m_unasked.isEmpty())
        lines.append(tr("The service could not be asked, so there may be more: %1").arg(unaskedText()));
    if (!m_isComplete)
        lines.append(tr("The service did not list all tasks, so there may be more."));
    return lines.join(u'\n');
}

QString StopRoomDialog::unaskedText() const
{
    QStringList texts;
    for (const Unasked &unasked : m_unasked) {
        texts.append(tr("%1 (%2)").arg(Core::plainText(unasked.account, 64),
                                       unasked.error ? Text::explain(*unasked.error).title
                                                     : tr("no application is known")));
    }
    texts.removeDuplicates(); // several applications, one reason
    return Text::joinedItems(texts);
}

void StopRoomDialog::accept()
{
    const QList<Core::PushTask> found = matching();
    if (found.isEmpty())
        return;
    QList<Core::TaskKey> keys;
    for (const Core::PushTask &task : found)
        keys.append(task.key);
    m_services.book.add(found);
    QDialog::accept();
    Q_EMIT stopRequested(keys);
}

} // namespace Gui
