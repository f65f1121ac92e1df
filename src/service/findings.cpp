// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/findings.h"

#include "core/redaction.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Service {

namespace {

constexpr qsizetype longestShown = 200;
constexpr qsizetype longestLabel = 200;

//! Invisible, of no width, and of no meaning in an id: soft hyphen, zero-width space, non-joiner and joiner,
//! direction marks, word joiner, byte order mark. Those that turn text around are left for the check of ids.
constexpr QStringView weightless = u"\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF";

//! One line, short; a line of a megabyte is cut before it is copied about.
[[nodiscard]] QString shown(const QString &text)
{
    return Core::plainText(text.left(longestShown * 4).simplified(), longestShown);
}

[[nodiscard]] bool isQuoted(const QString &text)
{
    return text.size() >= 2 && text.front() == text.back() && (text.front() == u'"' || text.front() == u'\'');
}

} // namespace

void Findings::addTask(const QString &taskId, const TaskContext &context, const QString &source)
{
    const QString bare = bareToken(taskId);
    if (isRoundedNumber(bare)) {
        addProblem(PasteRefusal::RoundedNumber, context.line, source, bare);
        return;
    }
    const auto parsed = Core::TaskId::parse(bare);
    if (!parsed) {
        addProblem(bare.isEmpty() ? PasteRefusal::NoTaskId : PasteRefusal::NotAnId, context.line, source);
        return;
    }
    const Identity identity(context.sdkAppId.value_or(Core::SdkAppId()).value, parsed->toString());
    if (const auto first = m_lines.constFind(identity); first != m_lines.constEnd()) {
        if (*first > 0 && context.line > 0 && *first != context.line) {
            addProblem(PasteRefusal::NamedBefore, context.line, parsed->toString(), QString::number(*first));
        }
        return;
    }
    m_lines.insert(identity, context.line);
    PastedTask task;
    task.taskId = *parsed;
    task.sdkAppId = context.sdkAppId;
    task.roomId = context.roomId;
    task.label = Core::plainText(context.label.simplified(), longestLabel);
    task.source = shown(source);
    task.line = context.line;
    m_found.append(task);
}

void Findings::addProblem(PasteRefusal refusal, int line, const QString &source, const QString &detail)
{
    PastedTask piece;
    piece.source = shown(source);
    piece.line = line;
    piece.refusal = refusal;
    piece.detail = shown(detail);
    m_found.append(piece);
}

QString bareToken(const QString &token)
{
    QString bare = token.trimmed();
    bare.removeIf([](QChar c) { return weightless.contains(c); });
    bare = bare.trimmed();
    if (bare.startsWith("=\""_L1) && bare.endsWith(u'"') && bare.size() > 3) {
        bare.remove(0, 1);
    }
    if (isQuoted(bare)) {
        bare = bare.sliced(1, bare.size() - 2).trimmed();
    }
    static constexpr QStringView guardedStarts = u"=+-@";
    if (bare.size() > 1 && bare.front() == u'\'' && guardedStarts.contains(bare.at(1))) {
        bare.remove(0, 1);
    }
    return bare;
}

bool isRoundedNumber(const QString &token)
{
    static const QRegularExpression pattern(u"^[0-9]([.,][0-9]+)?[eE][+][0-9]{1,3}$"_s);
    return token.size() < 40 && pattern.match(token).hasMatch();
}

qint64 roomOf(const QString &token)
{
    return std::max<qint64>(0, bareToken(token).toLongLong());
}

} // namespace Service
