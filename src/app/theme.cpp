// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include "gui/icons.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QStyleOption>

#include <utility>

using namespace Qt::StringLiterals;

namespace App {

namespace {

struct Shades
{
    QRgb window, base, alternateBase, text, dimmedText, button, highlight, highlightedText, link, toolTip;
};

// Text on its ground has a contrast of at least 7 : 1, dimmed text and links of 4.5 : 1, also on what the
// style makes of the button's colour.
constexpr Shades light{0xfff3f4f6, 0xffffffff, 0xfff3f6fa, 0xff1b1f24, 0xff5f666e,
                       0xffe7eaee, 0xff1f5fbf, 0xffffffff, 0xff0b57c2, 0xfffffbe6};
constexpr Shades dark{0xff22262b, 0xff1a1d21, 0xff212529, 0xffe6e8eb, 0xffb4bcc4,
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

[[nodiscard]] bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

//! The desktop's style or Fusion, but that a list or a text which has the keyboard shows it at its frame, as
//! fields and buttons do, and that a field's button for clearing it has a picture of ours: looking for the
//! desktop's reads its icon themes, an eighth of all that a start executes. Fusion's fields and its boxes to
//! be checked have a frame that can be seen, also on a dark ground.
class FocusStyle final : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override
    {
        return which == SP_LineEditClearButton ? Gui::icon(u"clear"_s)
                                               : QProxyStyle::standardIcon(which, option, widget);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element == PE_FrameLineEdit) { // also that of a box into which one can type
            drawFieldFrame(option->rect, option, painter);
            return;
        }
        const bool isBox = element == PE_IndicatorCheckBox;
        const bool showsFocus =
            option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange);
        if ((!isBox && element != PE_IndicatorRadioButton) || showsFocus
            || baseStyle()->name() != "fusion"_L1) {
            return;
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(option->palette.color(QPalette::PlaceholderText));
        const QRect rect = option->rect;
        if (isBox) {
            painter->drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
        } else { // where Fusion has its circle
            const double radius = (rect.width() + (rect.width() + 1) % 2) / 2.0 - 1;
            painter->drawEllipse(QPointF(rect.center() + QPoint(1, 1)), radius, radius);
        }
        painter->restore();
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox) {
            drawFieldFrame(option->rect.adjusted(0, 1, 0, -1), option, painter); // where Fusion has its own
        }
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        QProxyStyle::drawControl(element, option, painter, widget);
        if (element != CE_ShapedFrame || qobject_cast<const QAbstractScrollArea *>(widget) == nullptr) {
            return;
        }
        const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
        if (text != nullptr && !text->isReadOnly()) {
            drawFieldFrame(option->rect, option, painter);
        }
        if (option->state.testFlag(State_HasFocus)) {
            painter->save();
            painter->setBrush(Qt::NoBrush);
            painter->setPen(option->palette.color(QPalette::Highlight));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
        }
    }

private:
    //! Over Fusion's own, which hardly differs from the ground.
    void drawFieldFrame(const QRect &rect, const QStyleOption *option, QPainter *painter) const
    {
        if (!option->state.testFlag(State_Enabled) || baseStyle()->name() != "fusion"_L1) {
            return;
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(option->palette.color(
            option->state.testFlag(State_HasFocus) ? QPalette::Highlight : QPalette::PlaceholderText));
        painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->restore();
    }
};

} // namespace

Theme::Theme(const Config::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_desktopStyle(QApplication::style()->name())
{
    connect(&settings, &Config::Settings::themeChanged, this, &Theme::use);
    QApplication::setStyle(new FocusStyle(m_desktopStyle));
    use(settings.theme());
}

void Theme::followDesktop(std::function<std::unique_ptr<Gui::DesktopScheme>()> makeScheme)
{
    m_makeScheme = std::move(makeScheme);
    use(m_theme);
}

void Theme::use(Config::Theme theme)
{
    m_theme = theme;
    if (theme == Config::Theme::System) {
        useSystem();
    } else {
        m_scheme.reset();
        useOurs(theme);
    }
}

void Theme::useSystem()
{
    if (!m_scheme && m_makeScheme) {
        m_isDarkWanted = false;
        m_scheme = m_makeScheme();
        if (m_scheme) {
            connect(m_scheme.get(), &Gui::DesktopScheme::darkWanted, this, [this](bool isDark) {
                m_isDarkWanted = isDark;
                useSystem();
            });
        }
    }
    useDesktops();
    // Where the toolkit has the desktop's own dark palette, that one stays.
    if (m_isDarkWanted && !isDark(QApplication::palette())) {
        useOurs(Config::Theme::Dark);
    }
}

void Theme::useOurs(Config::Theme theme)
{
    if (!m_isOurs) {
        QApplication::setStyle(new FocusStyle(u"Fusion"_s));
    }
    m_isOurs = true;
    QApplication::setPalette(paletteOf(theme == Config::Theme::Dark ? dark : light));
}

void Theme::useDesktops()
{
    if (m_isOurs) {
        QApplication::setStyle(new FocusStyle(m_desktopStyle));
        QApplication::setPalette(QPalette());
    }
    m_isOurs = false;
}

} // namespace App
