// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

//! Qt's engine for SVG parses a file twice when its icon is made, and most icons are not drawn before the
//! window is seen, if ever: this one makes Qt's when something is drawn.
class LateIconEngine : public QIconEngine
{
public:
    explicit LateIconEngine(QString path)
        : m_path(std::move(path))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->drawPixmap(rect, pixmap(rect.size() * painter->device()->devicePixelRatio(), mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        if (m_file.isNull())
            m_file = QIcon(m_path);
        return m_file.pixmap(size, 1.0, mode, state); // the size is in pixels already
    }
    //! Who asks is about to draw: the picture is in Qt's cache then.
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return pixmap(size, mode, state).size();
    }
    [[nodiscard]] QIconEngine *clone() const override { return new LateIconEngine(m_path); }

private:
    QString m_path;
    QIcon m_file;
};

} // namespace

QIcon icon(const QString &name)
{
    const QString path = u":/icons/"_s + name + u".svg"_s;
    return QFile::exists(path) ? QIcon(new LateIconEngine(path)) : QIcon();
}

} // namespace Gui
