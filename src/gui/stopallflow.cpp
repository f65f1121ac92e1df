// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stopallflow.h"

#include "core/redaction.h"
#include "gui/noticearea.h"
#include "service/accounts.h"
#include "service/accountwatch.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "text/errorsentences.h"
#include "text/punctuation.h"

#include <QStringList>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView stopAllNotice = u"stopAllNotice";
// About tasks that lists leave open: those that ended days ago are in no list. Ten seconds' worth.
constexpr int mostQuestions = 200;

} // namespace

StopAllFlow::StopAllFlow(const Service::Services &services, NoticeArea &notices, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_notices(notices)
{
}

void StopAllFlow::start()
{
    if (m_left > 0)
        return;
    m_gaps.clear();
    m_notices.dismiss(stopAllNotice.toString());
    const QList<Core::Account> accounts = m_services.accounts.all();
    m_left = accounts.size();
    Q_EMIT started();
    for (const Core::Account &account : accounts)
        look(account);
    if (accounts.isEmpty())
        conclude();
}

void StopAllFlow::look(const Core::Account &account)
{
    if (m_services.sync.listsOf(account).isEmpty())
        m_gaps.append({.accountName = account.name, .sdkAppId = {}, .error = {}});
    auto *watch = new Service::AccountWatch(account.id, m_services.accounts, m_services.sync, m_services.book,
                                            m_services.clock, mostQuestions, this);
    connect(watch, &Service::AccountWatch::looked, this,
            [this, watch, name = account.name](const Service::Look &look) {
                watch->deleteLater();
                onLooked(name, look);
            });
    watch->look();
}

void StopAllFlow::onLooked(const QString &accountName, const Service::Look &look)
{
    if (look.error)
        m_gaps.append({.accountName = accountName, .sdkAppId = {}, .error = look.error});
    for (const auto &[sdkAppId, error] : look.refused)
        m_gaps.append({.accountName = accountName, .sdkAppId = sdkAppId.toString(), .error = error});
    if (!look.isComplete)
        m_gaps.append({.accountName = accountName, .sdkAppId = {}, .error = {}, .isCut = true});
    if (--m_left == 0)
        conclude();
}

QString StopAllFlow::sentenceOf(const Gap &gap)
{
    const QString name = Core::plainText(gap.accountName);
    if (gap.isCut)
        return tr("Account %1: the service knows more tasks than it listed.").arg(name);
    if (!gap.error)
        return tr("Account %1: no application is known yet. Enter its SdkAppIds in the settings.").arg(name);
    const Text::ErrorText text = Text::explain(*gap.error);
    return gap.sdkAppId.isEmpty()
        ? tr("Account %1: %2. %3").arg(name, text.title, text.remedy)
        : tr("Account %1, application %2: %3. %4").arg(name, gap.sdkAppId, text.title, text.remedy);
}

void StopAllFlow::conclude()
{
    const QList<Core::PushTask> tasks = m_services.book.tasks();
    const bool isAnything = std::ranges::any_of(tasks, &Core::PushTask::hasAnythingRunning);
    if (!m_gaps.isEmpty()) {
        m_notices.show([gaps = m_gaps] {
            QStringList sentences{tr("The service could not be asked for all that runs.")};
            for (const Gap &gap : gaps)
                sentences.append(sentenceOf(gap));
            return Notice{.name = stopAllNotice.toString(),
                          .iconName = u"warning"_s,
                          .text = Text::joinedSentences(sentences),
                          .buttons = {}};
        });
    } else if (!isAnything) {
        m_notices.show([] {
            return Notice{.name = stopAllNotice.toString(),
                          .iconName = u"info"_s,
                          .text = tr("There is nothing to stop: nothing is running."),
                          .buttons = {}};
        });
    }
    Q_EMIT finished(isAnything);
}

} // namespace Gui
