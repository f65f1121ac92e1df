// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/literals.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace Explorer::Literal {

using namespace Qt::StringLiterals;

namespace {

//! The escapes that all of these languages share; empty for a character that stands for itself.
[[nodiscard]] QString commonEscape(QChar character)
{
    switch (character.unicode()) {
    case u'\\':
        return u"\\\\"_s;
    case u'"':
        return u"\\\""_s;
    case u'\n':
        return u"\\n"_s;
    case u'\r':
        return u"\\r"_s;
    case u'\t':
        return u"\\t"_s;
    default:
        return {};
    }
}

//! Control characters, and what some languages take for the end of a line.
[[nodiscard]] bool needsEscape(QChar character)
{
    const char16_t code = character.unicode();
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029;
}

template <typename Escape> [[nodiscard]] QString escaped(const QString &text, const Escape &escape)
{
    QString result = u"\""_s;
    for (const QChar character : text) {
        const QString common = commonEscape(character);
        if (!common.isEmpty()) {
            result += common;
        } else if (needsEscape(character)) {
            result += escape(character);
        } else {
            result += character;
        }
    }
    return result + u'"';
}

[[nodiscard]] QString pythonList(const QJsonArray &items, int indent)
{
    if (items.isEmpty()) {
        return u"[]"_s;
    }
    const QString margin(indent + 4, u' ');
    QString result = u"[\n"_s;
    for (const auto &item : items) {
        result += margin + python(item, indent + 4) + u",\n"_s;
    }
    return result + QString(indent, u' ') + u']';
}

[[nodiscard]] QString pythonDictionary(const QJsonObject &object, int indent)
{
    if (object.isEmpty()) {
        return u"{}"_s;
    }
    const QString margin(indent + 4, u' ');
    QString result = u"{\n"_s;
    for (auto item = object.begin(); item != object.end(); ++item) {
        result += margin + quoted(item.key()) + u": "_s + python(*item, indent + 4) + u",\n"_s;
    }
    return result + QString(indent, u' ') + u'}';
}

} // namespace

QString shell(const QString &text)
{
    return u'\'' + QString(text).replace(u"'"_s, u"'\\''"_s) + u'\'';
}

QString quoted(const QString &text)
{
    return escaped(text, [](QChar character) {
        return QString(u"\\u"_s + QString::number(character.unicode(), 16).rightJustified(4, u'0'));
    });
}

QString cpp(const QString &text)
{
    return escaped(text, [](QChar character) {
        QString octal; // of the bytes: three digits at most are taken, whatever follows
        const QByteArray bytes = QString(character).toUtf8();
        for (const char byte : bytes) {
            octal += u'\\' + QString::number(static_cast<uchar>(byte), 8).rightJustified(3, u'0');
        }
        return octal;
    });
}

QString php(const QString &text)
{
    return u'\'' + QString(text).replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s) + u'\'';
}

QString number(const QJsonValue &value)
{
    if (value.toInteger(0) == value.toInteger(1)) {
        return QString::number(value.toInteger());
    }
    return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

QString python(const QJsonValue &value, int indent)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"True"_s : u"False"_s;
    case QJsonValue::Double:
        return number(value);
    case QJsonValue::String:
        return quoted(value.toString());
    case QJsonValue::Array:
        return pythonList(value.toArray(), indent);
    case QJsonValue::Object:
        return pythonDictionary(value.toObject(), indent);
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"None"_s;
}

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString indentedJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace Explorer::Literal
