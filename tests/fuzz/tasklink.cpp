// SPDX-License-Identifier: GPL-3.0-or-later
// A tiwpush: link, which any page can hold.
#include "service/tasklink.h"
#include "fuzz/attack.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

void attack(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const auto link = Service::parseTaskLink(text);
    if (!link) {
        Fuzz::require(!link.error().detail.isEmpty(), "what is refused has a reason");
        return;
    }
    Fuzz::require(Service::isTaskLink(text), "what is read as a link begins like one");
    Fuzz::require(link->sdkAppId.isValid(), "a link names an application");
    const auto again = Core::TaskId::parse(link->taskId.toString());
    Fuzz::require(again && *again == link->taskId, "a link's TaskId is a legal one");

    const QString written = u"tiwpush:"_s
        + QString::fromLatin1(QUrl::toPercentEncoding(link->taskId.toString())) + u"?app="_s
        + link->sdkAppId.toString();
    const auto reread = Service::parseTaskLink(written);
    Fuzz::require(reread && reread->taskId == link->taskId && reread->sdkAppId == link->sdkAppId,
                  "a link that is written again means the same");
}

const Fuzz::Registration registration("tasklink", attack);

} // namespace
