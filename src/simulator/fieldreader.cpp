// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fieldreader.h"

namespace Simulator {

using namespace Qt::StringLiterals;

FieldReader::FieldReader(const QJsonValue &value, const QString &place)
    : m_object(value.toObject())
    , m_place(place)
{
    if (!value.isObject()) {
        fail(u"is not an object"_s);
    }
}

bool FieldReader::has(const QString &name)
{
    m_known.insert(name);
    return m_object.contains(name);
}

void FieldReader::read(const QString &name, QString &target)
{
    if (!has(name)) {
        return;
    }
    const QJsonValue found = m_object.value(name);
    if (!found.isString()) {
        fail(QString(name + u" is not a text"_s));
        return;
    }
    target = found.toString();
}

void FieldReader::read(const QString &name, bool &target)
{
    if (!has(name)) {
        return;
    }
    const QJsonValue found = m_object.value(name);
    if (!found.isBool()) {
        fail(QString(name + u" is not true or false"_s));
        return;
    }
    target = found.toBool();
}

void FieldReader::read(const QString &name, QStringList &target)
{
    if (!has(name)) {
        return;
    }
    target.clear();
    const QJsonArray values = array(name);
    for (const QJsonValue &item : values) {
        if (!item.isString()) {
            fail(QString(name + u" holds something that is not a text"_s));
        }
        target.append(item.toString());
    }
}

void FieldReader::read(const QString &name, QList<qint64> &target)
{
    if (!has(name)) {
        return;
    }
    target.clear();
    const QJsonArray values = array(name);
    for (const QJsonValue &item : values) {
        if (item.toInteger() <= 0) {
            fail(QString(name + u" holds something that is not a positive integer"_s));
        }
        target.append(item.toInteger());
    }
}

void FieldReader::read(const QString &name, qint64 &target, qint64 least, qint64 most)
{
    if (!has(name)) {
        return;
    }
    const qint64 found = m_object.value(name).toInteger(least - 1); // not an integer: out of range
    if (found < least || found > most) {
        fail(QString(name + u" is not an integer from "_s + QString::number(least) + u" to "_s
                     + QString::number(most)));
        return;
    }
    target = found;
}

void FieldReader::read(const QString &name, int &target, int least, int most)
{
    qint64 wide = target;
    read(name, wide, least, most);
    target = static_cast<int>(wide);
}

QJsonArray FieldReader::array(const QString &name)
{
    if (has(name) && !m_object.value(name).isArray()) {
        fail(QString(name + u" is not an array"_s));
    }
    return m_object.value(name).toArray();
}

QJsonValue FieldReader::value(const QString &name)
{
    return has(name) ? m_object.value(name) : QJsonValue(QJsonValue::Undefined);
}

void FieldReader::fail(const QString &detail)
{
    if (m_problem.isEmpty()) {
        m_problem = m_place + u": "_s + detail;
    }
}

Core::Result<void> FieldReader::finish() const
{
    QString problem = m_problem;
    const QStringList names = m_object.keys();
    for (const QString &name : names) {
        if (problem.isEmpty() && !m_known.contains(name)) {
            problem = m_place + u": \""_s + name + u"\" is not known"_s;
        }
    }
    if (!problem.isEmpty()) {
        return Core::failure(Core::Error::invalidInput(problem));
    }
    return {};
}

} // namespace Simulator
