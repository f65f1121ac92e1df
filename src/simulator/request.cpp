// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request.h"

#include <algorithm>

namespace Simulator {

QByteArray Request::header(QByteArrayView name) const
{
    const auto found =
        std::find_if(headers.begin(), headers.end(), [name](const NamedValue &h) { return h.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

bool Request::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const NamedValue &h) { return h.first == name; });
}

namespace {
QByteArray decoded(QByteArrayView text)
{
    QByteArray plain = text.toByteArray();
    plain.replace('+', ' ');
    return QByteArray::fromPercentEncoding(plain);
}
} // namespace

QList<NamedValue> decodeForm(QByteArrayView text)
{
    QList<NamedValue> pairs;
    const QList<QByteArray> parts = text.toByteArray().split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty()) {
            continue;
        }
        const qsizetype equals = part.indexOf('=');
        const QByteArrayView name = equals < 0 ? QByteArrayView(part) : QByteArrayView(part).first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : QByteArrayView(part).sliced(equals + 1);
        pairs.append({decoded(name), decoded(value)});
    }
    return pairs;
}

} // namespace Simulator
