// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/jsonlines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStack>

#include <algorithm>

namespace Explorer {

using namespace Qt::StringLiterals;

namespace {

// No field's is so long. What nests deeper than anyone writes it would fill the memory with its paths.
constexpr qsizetype longestPath = 1000;

//! An object or a list that is open.
struct Level
{
    QString path; //!< of the object or list itself
    bool isList = false;
    int index = 0;
    QString name; //!< of the member whose value follows
    bool isNameNext = true;
};

//! One text as it stands, quotes included; `position` is at its first quote, and behind it afterwards.
[[nodiscard]] QString takeString(const QString &json, qsizetype &position)
{
    const qsizetype begin = position++;
    while (position < json.size() && json.at(position) != u'"') {
        position += json.at(position) == u'\\' ? 2 : 1;
    }
    position = std::min(position + 1, json.size());
    return json.mid(begin, position - begin);
}

[[nodiscard]] QString unquoted(const QString &text)
{
    // A list of one is what the parser reads in all versions.
    return QJsonDocument::fromJson(QString(u'[' + text + u']').toUtf8()).array().at(0).toString();
}

//! Of a number, true, false or null.
[[nodiscard]] bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.';
}

[[nodiscard]] QString pathIn(const Level &level)
{
    if (level.path.size() > longestPath) {
        return level.path;
    }
    if (level.isList) {
        return QString(level.path + u'[' + QString::number(level.index) + u']');
    }
    return level.path.isEmpty() ? level.name : QString(level.path + u'.' + level.name);
}

} // namespace

QHash<QString, int> linesOf(const QString &json)
{
    QHash<QString, int> lines;
    QStack<Level> open;
    int line = 1;
    const auto note = [&lines, &open, &line] {
        const QString path = open.isEmpty() ? QString() : pathIn(open.top());
        if (!open.isEmpty() && path.size() <= longestPath) {
            lines.insert(path, line);
        }
    };
    for (qsizetype position = 0; position < json.size();) {
        const QChar c = json.at(position);
        if (c == u'"') {
            const bool isName = !open.isEmpty() && !open.top().isList && open.top().isNameNext;
            const QString text = takeString(json, position);
            if (isName) {
                open.top().name = unquoted(text);
                open.top().isNameNext = false;
            } else {
                note();
            }
            continue;
        }
        if (c == u'\n') {
            ++line;
        } else if (c == u'{' || c == u'[') {
            note();
            const QString path = open.isEmpty() ? QString() : pathIn(open.top());
            open.push({path, c == u'[', 0, {}, true});
        } else if (c == u'}' || c == u']') {
            if (!open.isEmpty()) {
                open.pop();
            }
        } else if (c == u',' && !open.isEmpty()) {
            ++open.top().index;
            open.top().isNameNext = true;
        } else if (c.isLetterOrNumber() || c == u'-') {
            note();
            while (position < json.size() && isOfWord(json.at(position))) {
                ++position;
            }
            continue;
        }
        ++position;
    }
    return lines;
}

} // namespace Explorer
