// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explorersearch.h"

#include "gui/explorertexts.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostHits = 80;
constexpr int hitMargin = 4;

//! A name, and below it, quieter, what it is.
class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, 2 * option.fontMetrics.height() + 2 * hitMargin};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const QString text = index.data(Qt::DisplayRole).toString();
        const QString name = text.section(u'\n', 0, 0);
        const QString kind = text.section(u'\n', 1);
        row.text.clear();
        const QStyle *style = row.widget != nullptr ? row.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

        const bool isSelected = row.state.testFlag(QStyle::State_Selected);
        const QColor strong =
            isSelected ? row.palette.color(QPalette::HighlightedText) : row.palette.color(QPalette::Text);
        QColor quiet = strong;
        quiet.setAlphaF(isSelected ? 0.85F : 0.65F);
        QRect line = row.rect.adjusted(hitMargin, hitMargin, -hitMargin, 0);
        line.setHeight(row.fontMetrics.height());
        painter->save();
        painter->setPen(index.data(elsewhereRole).toBool() && !isSelected ? quiet : strong);
        painter->drawText(line, Qt::AlignLeading | Qt::TextSingleLine,
                          row.fontMetrics.elidedText(name, Qt::ElideMiddle, line.width()));
        line.translate(0, row.fontMetrics.height());
        painter->setPen(quiet);
        painter->drawText(line, Qt::AlignLeading | Qt::TextSingleLine,
                          row.fontMetrics.elidedText(kind, Qt::ElideRight, line.width()));
        painter->restore();
    }

    static constexpr int elsewhereRole = Qt::UserRole;
};

Core::Edition otherThan(Core::Edition edition)
{
    return edition == Core::Edition::International ? Core::Edition::Mainland : Core::Edition::International;
}

} // namespace

ExplorerSearch::ExplorerSearch(const Explorer::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_edit);
    column->addWidget(m_list);
    m_edit->setObjectName(u"explorerSearchEdit"_s);
    m_edit->setClearButtonEnabled(true);
    m_list->setObjectName(u"explorerHits"_s);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->installEventFilter(this);
    m_list->installEventFilter(this);
    showTexts();
    connect(m_edit, &QLineEdit::textChanged, this, &ExplorerSearch::find);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { open(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { open(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { open(m_list->row(item)); });
}

void ExplorerSearch::setEdition(Core::Edition edition)
{
    m_edition = edition;
    m_index = Explorer::CatalogueIndex(m_catalogue, edition);
    m_otherIndex = Explorer::CatalogueIndex(m_catalogue, otherThan(edition));
    find();
}

void ExplorerSearch::focusSearch()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void ExplorerSearch::find()
{
    m_list->clear();
    m_hits.clear();
    const QList<Explorer::SearchHit> here = m_index.find(m_edit->text(), mostHits);
    for (const Explorer::SearchHit &hit : here)
        addHit(hit, false);
    const QList<Explorer::SearchHit> elsewhere = m_otherIndex.find(m_edit->text(), mostHits);
    for (const Explorer::SearchHit &hit : elsewhere) {
        const Explorer::Action *action = m_catalogue.findAction(hit.action);
        if (action != nullptr && !action->existsIn(m_edition) && hit.kind != Explorer::SearchHit::Kind::Error)
            addHit(hit, true);
    }
    m_list->setCurrentRow(0);
}

void ExplorerSearch::addHit(const Explorer::SearchHit &hit, bool isElsewhere)
{
    const Explorer::Action *action = m_catalogue.findAction(hit.action);
    const QString second = isElsewhere
        ? tr("Not in this edition: %1").arg(ExplorerTexts::editionName(otherThan(m_edition)))
        : ExplorerTexts::hitKind(hit, action);
    auto *item = new QListWidgetItem(QString(hit.name + u'\n' + second), m_list);
    item->setToolTip(QString(u"<p>"_s + ExplorerTexts::words(hit.description).toHtmlEscaped() + u"</p>"_s));
    item->setData(HitDelegate::elsewhereRole, isElsewhere);
    m_hits.append(hit);
}

void ExplorerSearch::open(int row)
{
    if (row >= 0 && row < m_hits.size())
        Q_EMIT chosen(m_hits.at(row));
}

bool ExplorerSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    if (watched == m_edit && key == Qt::Key_Down && m_list->count() > 0) {
        m_list->setFocus(Qt::OtherFocusReason);
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    }
    if (watched == m_list && key == Qt::Key_Up && m_list->currentRow() <= 0) {
        m_edit->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ExplorerSearch::showTexts()
{
    m_edit->setPlaceholderText(tr("Actions, fields, error codes"));
    m_edit->setAccessibleName(tr("Search the actions, their fields and error codes"));
    m_edit->setAccessibleDescription(tr("The list follows while you type; the arrow down goes to it."));
    m_list->setAccessibleName(tr("What the search found"));
    m_list->setAccessibleDescription(
        tr("Enter shows the action, or the one that the field or code belongs to."));
}

void ExplorerSearch::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showTexts();
        find();
    }
}

} // namespace Gui
