// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/pastedkey.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

constexpr qsizetype longestSecretId = 128;
constexpr qsizetype longestSecretKey = 256;
constexpr qsizetype longestToken = 8'192;

[[nodiscard]] tl::unexpected<Core::Error> refused(const QString &what, const QString &why)
{
    return Core::failure(Core::Error::invalidInput(QString(what + u": "_s + why)));
}

[[nodiscard]] bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`' || c == u'\u201c' || c == u'\u201d';
}

[[nodiscard]] QString unquoted(const QString &text)
{
    if (text.size() < 2 || !isQuote(text.front()) || !isQuote(text.back())) {
        return text;
    }
    const QString inner = text.mid(1, text.size() - 2);
    // "name": "value" is quoted too, but not as a whole.
    return std::ranges::any_of(inner, isQuote) ? text : inner.trimmed();
}

//! Line of a file, JSON or shell: `name` and what stands around it dropped. The name is the part after the
//! last '_'.
[[nodiscard]] QString bare(const QString &pasted, const QString &names)
{
    QString text = pasted.trimmed();
    while (text.endsWith(u',') || text.endsWith(u';')) {
        text.chop(1);
        text = text.trimmed();
    }
    text = unquoted(text);
    const QRegularExpression prefix(u"^(?:export\\s+)?[\"']?(?:[A-Za-z]+[_-])*(?:"_s + names
                                        + u")[\"']?\\s*[:=]\\s*"_s,
                                    QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = prefix.match(text);
    return match.hasMatch() ? unquoted(text.mid(match.capturedLength()).trimmed()) : text;
}

[[nodiscard]] bool isIdCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
        || c == u'-';
}

[[nodiscard]] bool isPrintableAscii(QChar c)
{
    return c > u' ' && c <= u'~';
}

//! What is wrong with every kind of key.
[[nodiscard]] Core::Result<QString> checkedText(const QString &text, const QString &what, qsizetype longest)
{
    if (std::ranges::any_of(text, [](QChar c) { return c.isSpace(); })) {
        return refused(what, u"blanks or line breaks inside"_s);
    }
    if (text.size() > longest) {
        return refused(what, u"longer than "_s + QString::number(longest) + u" characters"_s);
    }
    if (!std::ranges::all_of(text, isPrintableAscii)) {
        return refused(what, u"characters that no key has"_s);
    }
    return text;
}

[[nodiscard]] bool looksLikeSecretId(const QString &text)
{
    constexpr qsizetype length = 36; // of a long-lived one
    return text.size() == length && text.startsWith("AKID"_L1);
}

} // namespace

Core::Result<QString> pastedSecretId(const QString &text)
{
    const QString what = u"SecretId"_s;
    // As it is kept: read with every account, and the patterns below are slow.
    if (!text.isEmpty() && text.size() <= longestSecretId && std::ranges::all_of(text, isIdCharacter)) {
        return text;
    }
    const Core::Result<QString> id = checkedText(bare(text, u"secret_?id"_s), what, longestSecretId);
    if (!id) {
        return id;
    }
    if (id->isEmpty()) {
        return refused(what, u"empty"_s);
    }
    if (!std::ranges::all_of(*id, isIdCharacter)) {
        return refused(what, u"characters other than letters, digits, _ and -"_s);
    }
    return id;
}

Core::Result<QString> pastedSecretKey(const QString &text, const QString &secretId)
{
    const QString what = u"SecretKey"_s;
    const Core::Result<QString> key = checkedText(bare(text, u"secret_?key"_s), what, longestSecretKey);
    if (!key) {
        return key;
    }
    if (key->isEmpty()) {
        return refused(what, u"empty"_s);
    }
    if (looksLikeSecretId(*key) || (!secretId.isEmpty() && *key == secretId)) {
        return refused(what, u"this is a SecretId"_s);
    }
    return key;
}

Core::Result<QString> pastedToken(const QString &text)
{
    return checkedText(bare(text, u"token"_s), u"token"_s, longestToken);
}

} // namespace Config
