// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace App {

namespace {

struct Shades
{
    QRgb window, base, alternateBase, text, dimmedText, button, highlight, highlightedText, link, toolTip;
};

// Text on its ground has a contrast of at least 7 : 1, dimmed text of 3 : 1, links of 4.5 : 1.
constexpr Shades light{0xfff3f4f6, 0xffffffff, 0xfff3f6fa, 0xff1b1f24, 0xff7c838b,
                       0xffe7eaee, 0xff1f5fbf, 0xffffffff, 0xff0b57c2, 0xfffffbe6};
constexpr Shades dark{0xff22262b, 0xff1a1d21, 0xff212529, 0xffe6e8eb, 0xff868e97,
                      0xff2f343a, 0xff2f6fd0, 0xffffffff, 0xff7fb2ff, 0xff30353c};

[[nodiscard]] QPalette paletteOf(const Shades &shades)
{
    QPalette palette{QColor(shades.button), QColor(shades.window)};
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor text(group == QPalette::Disabled ? shades.dimmedText : shades.text);
        palette.setColor(group, QPalette::Window, shades.window);
        palette.setColor(group, QPalette::Base, shades.base);
        palette.setColor(group, QPalette::AlternateBase, shades.alternateBase);
        palette.setColor(group, QPalette::Button, shades.button);
        palette.setColor(group, QPalette::Text, text);
        palette.setColor(group, QPalette::WindowText, text);
        palette.setColor(group, QPalette::ButtonText, text);
        palette.setColor(group, QPalette::BrightText, Qt::white);
        palette.setColor(group, QPalette::PlaceholderText, shades.dimmedText);
        palette.setColor(group, QPalette::ToolTipBase, shades.toolTip);
        palette.setColor(group, QPalette::ToolTipText, shades.text);
        palette.setColor(group, QPalette::Highlight, shades.highlight);
        palette.setColor(group, QPalette::HighlightedText, shades.highlightedText);
        palette.setColor(group, QPalette::Link, shades.link);
        palette.setColor(group, QPalette::LinkVisited, shades.link);
    }
    return palette;
}

} // namespace

Theme::Theme(const Config::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_desktopStyle(QApplication::style()->name())
{
    connect(&settings, &Config::Settings::themeChanged, this, &Theme::use);
    use(settings.theme());
}

void Theme::use(Config::Theme theme)
{
    if (theme == Config::Theme::System) {
        if (m_isOurs) {
            QApplication::setStyle(m_desktopStyle);
            QApplication::setPalette(QPalette());
        }
        m_isOurs = false;
        return;
    }
    if (!m_isOurs) {
        QApplication::setStyle(u"Fusion"_s);
    }
    m_isOurs = true;
    QApplication::setPalette(paletteOf(theme == Config::Theme::Dark ? dark : light));
}

} // namespace App
