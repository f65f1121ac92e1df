// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace Simulator {

//! Reads a JSON object field by field and remembers the first thing wrong with it: a wrong type, a value out
//! of range, or, at the end, a field that nobody asked for.
class FieldReader
{
public:
    //! \a place names the object in errors, e.g. "tasks[3]".
    FieldReader(const QJsonValue &value, const QString &place);

    [[nodiscard]] bool has(const QString &name);
    void read(const QString &name, QString &target);
    void read(const QString &name, bool &target);
    void read(const QString &name, QStringList &target);
    void read(const QString &name, QList<qint64> &target);
    void read(const QString &name, int &target, int least, int most);
    void read(const QString &name, qint64 &target, qint64 least, qint64 most);
    [[nodiscard]] QJsonArray array(const QString &name);
    [[nodiscard]] QJsonValue value(const QString &name);
    void fail(const QString &detail);

    //! The error, or nothing if all was well and every field was asked for.
    [[nodiscard]] Core::Result<void> finish() const;

private:
    QJsonObject m_object;
    QString m_place;
    QSet<QString> m_known;
    QString m_problem;
};

} // namespace Simulator
