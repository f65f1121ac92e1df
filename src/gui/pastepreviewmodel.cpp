// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pastepreviewmodel.h"

#include "core/redaction.h"
#include "gui/plaintooltip.h"
#include "gui/statusicon.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

StatusShape shapeOf(PastedLine::Verdict verdict)
{
    switch (verdict) {
    case PastedLine::Verdict::Addable:
        return StatusShape::Confirmed;
    case PastedLine::Verdict::Known:
    case PastedLine::Verdict::Repeated:
        return StatusShape::Stopped;
    case PastedLine::Verdict::NoApplication:
        return StatusShape::Warning;
    case PastedLine::Verdict::NotUnderstood:
        return StatusShape::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

void PastePreviewModel::setLines(const QList<Service::PastedTask> &pieces, const QList<PastedLine> &lines)
{
    beginResetModel();
    m_pieces = pieces;
    m_lines = lines;
    m_hasSeveralFiles = std::ranges::any_of(
        m_pieces, [this](const Service::PastedTask &piece) { return piece.file != m_pieces.first().file; });
    choose();
    endResetModel();
}

void PastePreviewModel::setOnlyRefused(bool isOnly)
{
    if (m_isOnlyRefused == isOnly)
        return;
    beginResetModel();
    m_isOnlyRefused = isOnly;
    choose();
    endResetModel();
}

void PastePreviewModel::choose()
{
    m_rows.clear();
    m_rows.reserve(m_lines.size());
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (!m_isOnlyRefused || !m_lines.at(i).isTaken())
            m_rows.append(i);
    }
}

int PastePreviewModel::count(PastedLine::Verdict verdict) const
{
    return static_cast<int>(std::ranges::count(m_lines, verdict, &PastedLine::verdict));
}

int PastePreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PastePreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PastePreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PastedLine &line = m_lines.at(m_rows.at(index.row()));
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return Core::oneLine(text(line, column));
    case Qt::DecorationRole:
        return column == ResultColumn
            ? QVariant(statusIcon(shapeOf(line.verdict), QGuiApplication::palette()))
            : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(Core::plainText(text(line, column)));
    case VerdictRole:
        return static_cast<int>(line.verdict);
    default:
        return {};
    }
}

QString PastePreviewModel::text(const PastedLine &line, Column column) const
{
    const Service::PastedTask &piece = pieceOf(line);
    switch (column) {
    case LineColumn:
        return placeOf(piece);
    case TaskColumn:
        return piece.taskId ? piece.taskId->toString() : piece.source;
    case ApplicationColumn:
        return piece.taskId && line.sdkAppId ? line.sdkAppId->toString() : QString();
    case LabelColumn:
        return piece.label;
    case ResultColumn:
        return verdictText(line, piece);
    case ColumnCount:
        break;
    }
    return {};
}

QString PastePreviewModel::placeOf(const Service::PastedTask &piece) const
{
    const QString number = piece.line > 0 ? QString::number(piece.line) : QString();
    if (!m_hasSeveralFiles)
        return number;
    return number.isEmpty() ? piece.file : QString(piece.file + u':' + number);
}

QVariant PastePreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case LineColumn:
        return tr("Line");
    case TaskColumn:
        return tr("TaskId or text");
    case ApplicationColumn:
        return tr("Application");
    case LabelColumn:
        return tr("Label");
    case ResultColumn:
        return tr("Result");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Gui
