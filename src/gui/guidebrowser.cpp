// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guidebrowser.h"

#include <QEvent>
#include <QImage>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextTable>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto guideFolder = "qrc:/guide/"_L1;

} // namespace

GuideBrowser::GuideBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
}

void GuideBrowser::showMarkdown(const QString &text)
{
    m_pictures.clear();
    document()->clear();
    document()->setBaseUrl(QUrl(QString(guideFolder)));
    document()->setDocumentMargin(12);
    document()->setMarkdown(text, QTextDocument::MarkdownDialectGitHub);
    dress();
}

//! What the reader's eyes need: lines of tables, ground of code, room above headings.
void GuideBrowser::dress()
{
    QTextCursor cursor(document());
    const QList<QTextFrame *> frames = document()->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(palette().mid());
            format.setCellSpacing(0);
            format.setCellPadding(5);
            format.setTopMargin(6);
            format.setBottomMargin(10);
            table->setFormat(format);
        }
    }
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.headingLevel() > 0) {
            format.setTopMargin(format.headingLevel() == 1 ? 0 : 18);
            format.setBottomMargin(6);
        } else if (format.hasProperty(QTextFormat::BlockCodeFence)
                   || format.hasProperty(QTextFormat::BlockCodeLanguage)) {
            format.setBackground(palette().alternateBase());
            format.setNonBreakableLines(false); // a long line is better broken than out of sight
        } else {
            continue;
        }
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
    }
}

QVariant GuideBrowser::loadResource(int type, const QUrl &name)
{
    const QUrl address = document()->baseUrl().resolved(name);
    if (type != QTextDocument::ImageResource || !address.toString().startsWith(guideFolder))
        return {};
    const QImage picture(u':' + address.path());
    if (picture.isNull())
        return {};
    if (!m_pictures.contains(address.toString()))
        m_pictures.append(address.toString());
    m_scaledTo = pictureWidth();
    const qreal ratio = devicePixelRatioF();
    if (picture.width() <= qRound(m_scaledTo * ratio))
        return picture;
    QImage scaled = picture.scaledToWidth(qRound(m_scaledTo * ratio), Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(ratio);
    return scaled;
}

int GuideBrowser::pictureWidth() const
{
    return qMax(200, viewport()->width() - qCeil(2 * document()->documentMargin()));
}

void GuideBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void GuideBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (!m_pictures.isEmpty() && m_scaledTo != pictureWidth())
        rescalePictures();
}

void GuideBrowser::rescalePictures()
{
    for (const QString &address : std::as_const(m_pictures)) {
        const QUrl name(address);
        document()->addResource(QTextDocument::ImageResource, name,
                                loadResource(QTextDocument::ImageResource, name));
    }
    document()->markContentsDirty(0, document()->characterCount());
}

} // namespace Gui
