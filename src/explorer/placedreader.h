// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace Explorer {

//! The first thing found wrong, with its place.
class Fault
{
public:
    void add(const QString &place, const QString &what);
    [[nodiscard]] bool isThere() const { return !m_text.isEmpty(); }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

//! Reads the members of a JSON object; finish() finds those that nobody asked for.
class PlacedReader
{
public:
    PlacedReader(const QJsonValue &value, QString place, Fault &fault);

    [[nodiscard]] const QString &place() const { return m_place; }
    [[nodiscard]] QString placeOf(QStringView name) const;
    [[nodiscard]] bool has(const QString &name) const { return m_object.contains(name); }
    //! Undefined, and a fault if it is required, when it is absent.
    [[nodiscard]] QJsonValue value(const QString &name, bool isRequired = false);
    //! A text that is not empty.
    [[nodiscard]] QString text(const QString &name, bool isRequired = true);
    [[nodiscard]] bool flag(const QString &name);
    [[nodiscard]] std::optional<qint64> integer(const QString &name);
    [[nodiscard]] QJsonArray list(const QString &name, bool isRequired = true);
    [[nodiscard]] QJsonObject object(const QString &name);
    //! The position of a text in \a words; 0 and a fault if it is none of them.
    [[nodiscard]] qsizetype choice(const QString &name, const QStringList &words);
    void fail(QStringView name, const QString &what);
    void finish();

private:
    QJsonObject m_object;
    QString m_place;
    Fault &m_fault;
    QSet<QString> m_known;
};

} // namespace Explorer
