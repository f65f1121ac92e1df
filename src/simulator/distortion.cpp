// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/distortion.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

//! A value of another type, and of none that a lenient reader would take for the right one.
QJsonValue ofAnotherType(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return QJsonObject{{u"unexpected"_s, value}};
    case QJsonValue::Double:
    case QJsonValue::Bool:
        return QJsonArray{value};
    case QJsonValue::Array:
        return u"not an array"_s;
    case QJsonValue::Object:
        return 7;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return true;
}

QJsonObject withEveryField(QJsonObject object, auto change)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        *field = change(field.key(), QJsonValue(*field));
    }
    return object;
}

QByteArray compact(const QJsonValue &response)
{
    return QJsonDocument(QJsonObject{{u"Response"_s, response}}).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray answerBody(const QJsonObject &response, const QList<Fault> &faults)
{
    QJsonObject changed = response;
    QByteArray body;
    for (const Fault &fault : faults) {
        switch (fault.kind) {
        case FaultKind::WrongTypes:
            changed = withEveryField(
                changed, [](const QString &, const QJsonValue &value) { return ofAnotherType(value); });
            break;
        case FaultKind::Nulls:
            changed = withEveryField(changed, [](const QString &name, const QJsonValue &value) {
                return name == "RequestId"_L1 ? value : QJsonValue();
            });
            break;
        case FaultKind::NoRequestId:
            changed.remove(u"RequestId"_s);
            break;
        case FaultKind::Huge:
            changed.insert(u"Padding"_s,
                           QString(qMax<qint64>(fault.number - compact(changed).size() - 13, 0), u'x'));
            break;
        case FaultKind::WrongShape:
            body = compact(QJsonArray{changed});
            break;
        case FaultKind::Garbage:
            body = "}{ this is not JSON \xff\x01 [";
            break;
        default:
            break; // changes something else than the body
        }
    }
    return body.isEmpty() ? compact(changed) : body;
}

QByteArray badGatewayPage()
{
    return "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
           "<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n";
}

} // namespace Simulator
