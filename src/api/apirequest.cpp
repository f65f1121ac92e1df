// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apirequest.h"

#include "core/redaction.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Api {

QByteArray wireBody(const ApiRequest &request)
{
    return QJsonDocument(request.body).toJson(QJsonDocument::Compact);
}

QString requestText(const ApiRequest &request, const Core::Endpoint &endpoint)
{
    return QString(u"POST "_s + endpoint.display() + u"/ "_s + request.action + u' ' + endpoint.region + u'\n'
                   + Core::redactedBody(wireBody(request)));
}

} // namespace Api
