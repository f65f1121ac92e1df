// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tasklink.h"

#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Service {

namespace {

constexpr auto scheme = "tiwpush:"_L1;
constexpr qsizetype longestLink = 2048;

[[nodiscard]] tl::unexpected<Core::Error> noLink(const QString &reason)
{
    return Core::failure(Core::Error::invalidInput(u"task link: "_s + reason));
}

} // namespace

bool isTaskLink(QStringView text)
{
    return text.startsWith(scheme, Qt::CaseInsensitive);
}

Core::Result<TaskLink> parseTaskLink(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        uR"((?i:tiwpush):((?:[A-Za-z0-9\-_.!~*'()]|%[0-9A-Fa-f]{2})+)\?app=([1-9][0-9]{0,15}))"_s));
    const QRegularExpressionMatch match =
        text.size() <= longestLink ? form.match(text) : QRegularExpressionMatch();
    if (!match.hasMatch()) {
        return noLink(u"not of the form tiwpush:TASKID?app=SDKAPPID"_s);
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = utf8(QByteArray::fromPercentEncoding(match.captured(1).toLatin1()));
    const auto taskId = Core::TaskId::parse(decoded);
    // Parsing drops white space around; a link has none.
    if (utf8.hasError() || !taskId || taskId->toString() != decoded) {
        return noLink(u"not a TaskId"_s);
    }
    const auto sdkAppId = Core::SdkAppId::parse(match.captured(2));
    if (!sdkAppId) {
        return Core::failure(sdkAppId.error());
    }
    return TaskLink{*taskId, *sdkAppId};
}

} // namespace Service
