// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/placedreader.h"

namespace Explorer {

using namespace Qt::StringLiterals;

void Fault::add(const QString &place, const QString &what)
{
    if (m_text.isEmpty()) {
        m_text = place + u": "_s + what;
    }
}

PlacedReader::PlacedReader(const QJsonValue &value, QString place, Fault &fault)
    : m_object(value.toObject())
    , m_place(std::move(place))
    , m_fault(fault)
{
    if (!value.isObject()) {
        m_fault.add(m_place, u"is not an object"_s);
    }
}

QString PlacedReader::placeOf(QStringView name) const
{
    return m_place.isEmpty() ? name.toString() : QString(m_place + u'.' + name);
}

QJsonValue PlacedReader::value(const QString &name, bool isRequired)
{
    m_known.insert(name);
    const QJsonValue found = m_object.value(name);
    if (isRequired && found.isUndefined()) {
        fail(name, u"is missing"_s);
    }
    return found;
}

QString PlacedReader::text(const QString &name, bool isRequired)
{
    const QJsonValue found = value(name, isRequired);
    if (!found.isUndefined() && found.toString().isEmpty()) {
        fail(name, u"is not a text, or an empty one"_s);
    }
    return found.toString();
}

bool PlacedReader::flag(const QString &name)
{
    const QJsonValue found = value(name);
    if (!found.isUndefined() && !found.isBool()) {
        fail(name, u"is not true or false"_s);
    }
    return found.toBool();
}

std::optional<qint64> PlacedReader::integer(const QString &name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined()) {
        return std::nullopt;
    }
    if (found.toInteger(0) != found.toInteger(1)) { // gives its default for what is no whole number
        fail(name, u"is not a whole number"_s);
    }
    return found.toInteger();
}

QJsonArray PlacedReader::list(const QString &name, bool isRequired)
{
    const QJsonValue found = value(name, isRequired);
    if (!found.isUndefined() && !found.isArray()) {
        fail(name, u"is not a list"_s);
    }
    return found.toArray();
}

QJsonObject PlacedReader::object(const QString &name)
{
    const QJsonValue found = value(name, true);
    if (!found.isObject()) {
        fail(name, u"is not an object"_s);
    }
    return found.toObject();
}

qsizetype PlacedReader::choice(const QString &name, const QStringList &words)
{
    const qsizetype found = words.indexOf(text(name));
    if (found < 0) {
        fail(name, QString(u"is none of "_s + words.join(u", "_s)));
    }
    return qMax<qsizetype>(found, 0);
}

void PlacedReader::fail(QStringView name, const QString &what)
{
    m_fault.add(placeOf(name), what);
}

void PlacedReader::finish()
{
    const QStringList names = m_object.keys();
    for (const QString &name : names) {
        if (!m_known.contains(name)) {
            fail(name, u"is not known"_s);
        }
    }
}

} // namespace Explorer
