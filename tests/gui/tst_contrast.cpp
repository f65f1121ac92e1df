// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"
#include "core/logstore.h"
#include "gui/icons.h"
#include "gui/mainwindow.h"
#include "gui/noticearea.h"
#include "gui/statusicon.h"
#include "gui/taskpage.h"
#include "gui/timelinebars.h"
#include "gui/tones.h"
#include "gui/valuetext.h"
#include "models/tasktablemodel.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleOptionButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using TaskModel = Models::TaskTableModel;

//! Everything that is written or drawn to be read stands out from its ground in our light and dark palettes:
//! text by 4.5 : 1, signs by 3 : 1; and nothing is told by colour alone. Looks at palettes, at the colours
//! beside them, and at the pixels of every window.
class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void palettes_data();
    void palettes();
    void tones_data();
    void tones();
    void icons_data();
    void icons();
    void iconsLookLikeTheirFiles();
    void emptyBoxesAreSeen_data();
    void emptyBoxesAreSeen();
    void emptyFieldsAreSeen_data();
    void emptyFieldsAreSeen();
    void statusNeedsNoColour();
    void barsNeedNoColour();
    void windows_data();
    void windows();
    void cells_data();
    void cells();

private:
    void openWindow();

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<App::Theme> m_theme;
    std::unique_ptr<Gui::MainWindow> m_window;
};

namespace {

constexpr double forText = 4.5;
constexpr double forSigns = 3.0;

//! As WCAG 2 defines it.
[[nodiscard]] double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

[[nodiscard]] double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

//! The commonest colour of a picture's part.
[[nodiscard]] QColor groundOf(const QImage &picture, const QRect &part)
{
    QHash<QRgb, int> counts;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    QRgb most = 0;
    int count = 0;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each) {
        if (each.value() > count) {
            most = each.key();
            count = each.value();
        }
    }
    return most;
}

enum class Ground { Even, Gradient };

//! How far the strongest ink in a part of a picture stands out from its ground; 1 where there is none. A
//! gradient goes from the top to the bottom, and is seen at the left edge.
[[nodiscard]] double inkOn(const QImage &picture, const QRect &wanted, Ground kind = Ground::Even)
{
    const QRect part = wanted.intersected(picture.rect());
    if (part.isEmpty())
        return 1.0;
    QColor ground = groundOf(picture, part);
    double most = 1.0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        if (kind == Ground::Gradient)
            ground = picture.pixelColor(part.left(), y);
        for (int x = part.left(); x <= part.right(); ++x)
            most = std::max(most, contrast(picture.pixelColor(x, y), ground));
    }
    return most;
}

[[nodiscard]] QRect scaled(const QRect &rect, qreal ratio)
{
    return QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio).toRect();
}

//! How far a field's frame stands out from what is around it and from what is inside, at its left side.
[[nodiscard]] double frameOf(const QWidget *field)
{
    const QPixmap pixmap = field->window()->grab();
    const QImage picture = pixmap.toImage();
    const qreal ratio = pixmap.devicePixelRatio();
    const QPoint left = field->mapTo(field->window(), QPoint(0, field->height() / 2));
    const int y = qRound(left.y() * ratio);
    const int first = qRound((left.x() - 2) * ratio);
    const int last = qRound((left.x() + 2) * ratio);
    double most = 1.0;
    for (int x = first; x <= last; ++x) {
        const QColor ink = picture.pixelColor(x, y);
        most = std::max(most,
                        std::min(contrast(ink, picture.pixelColor(first, y)),
                                 contrast(ink, picture.pixelColor(last, y))));
    }
    return most;
}

//! What a widget says; empty for what says nothing by itself.
[[nodiscard]] QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text().isEmpty() ? edit->placeholderText() : edit->text();
    if (const auto *value = qobject_cast<const Gui::ValueText *>(widget))
        return value->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    return {};
}

//! Visible texts that do not stand out.
[[nodiscard]] QStringList faintIn(QWidget *root)
{
    const QPixmap pixmap = root->grab();
    const qreal ratio = pixmap.devicePixelRatio();
    const QImage picture = pixmap.toImage();
    QStringList found;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != root || textOf(widget).trimmed().isEmpty())
            continue;
        // The frame of a field has its own colour.
        const QRect inside = widget->visibleRegion().boundingRect().adjusted(3, 3, -3, -3);
        if (inside.width() < 4 || inside.height() < 4)
            continue;
        const bool isButton = qobject_cast<const QPushButton *>(widget) != nullptr
            || qobject_cast<const QToolButton *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr;
        const double ink = inkOn(picture, scaled(inside.translated(widget->mapTo(root, QPoint())), ratio),
                                 isButton ? Ground::Gradient : Ground::Even);
        if (ink < forText)
            found.append(u"%1 “%2”: %3"_s.arg(widget->objectName(), textOf(widget)).arg(ink));
    }
    return found;
}

//! Controls that look the same with the keyboard's focus as without.
[[nodiscard]] QStringList unmarkedIn(QWidget *root)
{
    QStringList found;
    root->setAttribute(Qt::WA_KeyboardFocusChange); // as the Tab key does
    // The default button is marked at all times, and a page that scrolls as a whole has no frame to mark.
    const auto isExempt = [](const QWidget *widget) {
        const auto *button = qobject_cast<const QPushButton *>(widget);
        const auto *area = qobject_cast<const QScrollArea *>(widget);
        return (button != nullptr && button->isDefault())
            || (area != nullptr && area->frameShape() == QFrame::NoFrame);
    };
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != root || !widget->isEnabled()
            || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() != nullptr || isExempt(widget))
            continue;
        if (QWidget *before = root->focusWidget())
            before->clearFocus();
        const QRect part(widget->mapTo(root, QPoint(-4, -4)), widget->size() + QSize(8, 8));
        const QImage without = root->grab(part).toImage();
        widget->setFocus(Qt::TabFocusReason);
        if (widget->hasFocus() && root->grab(part).toImage() == without)
            found.append(
                u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName()));
    }
    return found;
}

//! The picture in one colour.
[[nodiscard]] QImage shapeOf(const QPixmap &pixmap)
{
    return pixmap.toImage().convertToFormat(QImage::Format_Alpha8);
}

[[nodiscard]] double difference(const QImage &one, const QImage &other)
{
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            different += std::abs(qAlpha(one.pixel(x, y)) - qAlpha(other.pixel(x, y))) > 96 ? 1 : 0;
    }
    return double(different) / (one.width() * one.height());
}

void addThemes()
{
    QTest::addColumn<Config::Theme>("theme");
    QTest::newRow("light") << Config::Theme::Light;
    QTest::newRow("dark") << Config::Theme::Dark;
}

} // namespace

void TestContrast::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    QSignalSpy guardLoaded(&m_bench->guard, &Service::Guard::loaded);
    m_bench->guard.load();
    QTRY_COMPARE(guardLoaded.size(), 1);
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_theme = std::make_unique<App::Theme>(m_bench->settings);
}

void TestContrast::cleanup()
{
    m_window.reset();
    m_bench->settings.setTheme(Config::Theme::System);
    m_theme.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

void TestContrast::openWindow()
{
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->resize(1024, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestContrast::palettes_data()
{
    addThemes();
}

void TestContrast::palettes()
{
    QFETCH(const Config::Theme, theme);
    m_bench->settings.setTheme(theme);
    using Role = QPalette::ColorRole;
    const QList<QPair<Role, QList<Role>>> uses{
        {QPalette::Text, {QPalette::Base, QPalette::AlternateBase}},
        {QPalette::WindowText, {QPalette::Window}},
        {QPalette::ButtonText, {QPalette::Button, QPalette::Window}},
        {QPalette::PlaceholderText, {QPalette::Base}},
        {QPalette::HighlightedText, {QPalette::Highlight}},
        {QPalette::ToolTipText, {QPalette::ToolTipBase}},
        {QPalette::Link, {QPalette::Base, QPalette::AlternateBase, QPalette::Window}},
        {QPalette::LinkVisited, {QPalette::Base, QPalette::AlternateBase, QPalette::Window}},
    };
    const QPalette palette = QApplication::palette();
    QCOMPARE(palette.color(QPalette::Base).lightness() < 128, theme == Config::Theme::Dark);
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        for (const auto &[ink, grounds] : uses) {
            for (const Role ground : grounds) {
                const double found = contrast(palette.color(group, ink), palette.color(group, ground));
                QVERIFY2(
                    found >= forText,
                    qPrintable(u"group %1, role %2 on %3: %4"_s.arg(group).arg(ink).arg(ground).arg(found)));
            }
        }
    }
}

void TestContrast::tones_data()
{
    addThemes();
}

void TestContrast::tones()
{
    QFETCH(const Config::Theme, theme);
    m_bench->settings.setTheme(theme);
    const QPalette palette = QApplication::palette();
    for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
        const QColor ground = palette.color(role);
        for (const auto tone :
             {Gui::Tone::Good, Gui::Tone::Bad, Gui::Tone::Careful, Gui::Tone::Busy, Gui::Tone::Quiet}) {
            const double found = contrast(Gui::toneColor(tone, ground), ground);
            QVERIFY2(found >= forText,
                     qPrintable(u"tone %1 on role %2: %3"_s.arg(int(tone)).arg(role).arg(found)));
        }
    }
}

void TestContrast::icons_data()
{
    addThemes();
}

//! The icons have colours of their own, the same for both palettes.
void TestContrast::icons()
{
    QFETCH(const Config::Theme, theme);
    m_bench->settings.setTheme(theme);
    const QPalette palette = QApplication::palette();
    for (const QString &name : {u"info"_s,    u"success"_s, u"warning"_s,   u"error"_s,
                                u"add"_s,     u"find"_s,    u"start"_s,     u"stop"_s,
                                u"refresh"_s, u"remove"_s,  u"settings"_s,  u"filter"_s,
                                u"close"_s,   u"export"_s,  u"import"_s,    u"copy"_s,
                                u"reveal"_s,  u"account"_s, u"simulator"_s, u"pending"_s,
                                u"unknown"_s, u"log"_s,     u"clear"_s,     u"whiteboard-push-console"_s}) {
        QVERIFY2(!Gui::icon(name).isNull(), qPrintable(name));
        for (const auto role :
             {QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Button}) {
            QPixmap ground(96, 96);
            ground.fill(palette.color(role));
            QPainter painter(&ground);
            painter.drawPixmap(0, 0, Gui::icon(name).pixmap(QSize(96, 96), 1.0));
            painter.end();
            const double found = inkOn(ground.toImage(), ground.rect());
            QVERIFY2(found >= forSigns, qPrintable(u"%1 on role %2: %3"_s.arg(name).arg(role).arg(found)));
        }
    }
}

//! However late they are read: in every mode, on every screen, and where the picture is not square.
void TestContrast::iconsLookLikeTheirFiles()
{
    const auto painted = [](const QIcon &icon, QIcon::Mode mode, int ratio) {
        QImage ground(QSize(40, 30) * ratio, QImage::Format_ARGB32_Premultiplied);
        ground.setDevicePixelRatio(ratio);
        ground.fill(Qt::transparent);
        QPainter painter(&ground);
        icon.paint(&painter, QRect(0, 0, 40, 30), Qt::AlignRight, mode);
        return ground;
    };
    for (const QString &name : {u"stop"_s, u"welcome"_s}) {
        const QIcon file(QString(u":/icons/"_s + name + u".svg"_s));
        const QIcon icon = Gui::icon(name);
        for (const auto mode : {QIcon::Normal, QIcon::Disabled, QIcon::Active, QIcon::Selected}) {
            QCOMPARE(icon.actualSize(QSize(32, 32), mode), file.actualSize(QSize(32, 32), mode));
            for (const int ratio : {1, 2}) {
                const QPixmap drawn = icon.pixmap(QSize(32, 32), ratio, mode);
                QVERIFY(!drawn.isNull());
                QCOMPARE(drawn.devicePixelRatio(),
                         file.pixmap(QSize(32, 32), ratio, mode).devicePixelRatio());
                QCOMPARE(drawn.toImage(), file.pixmap(QSize(32, 32), ratio, mode).toImage());
                QCOMPARE(painted(icon, mode, ratio), painted(file, mode, ratio));
            }
        }
    }
    QVERIFY(Gui::icon(u"nothing of this name"_s).isNull());
}

void TestContrast::emptyBoxesAreSeen_data()
{
    addThemes();
}

void TestContrast::emptyBoxesAreSeen()
{
    QFETCH(const Config::Theme, theme);
    m_bench->settings.setTheme(theme);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *check = new QCheckBox(&window);
    auto *radio = new QRadioButton(&window);
    column->addWidget(check);
    column->addWidget(radio);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QPixmap pixmap = window.grab();
    const auto inkOf = [&](const QAbstractButton *button, QStyle::SubElement indicator) {
        QStyleOptionButton option;
        option.initFrom(button);
        const QRect rect = button->style()->subElementRect(indicator, &option, button);
        return inkOn(pixmap.toImage(), scaled(rect.translated(button->pos()), pixmap.devicePixelRatio()));
    };
    const double box = inkOf(check, QStyle::SE_CheckBoxIndicator);
    const double circle = inkOf(radio, QStyle::SE_RadioButtonIndicator);
    QVERIFY2(box >= forSigns && circle >= forSigns, qPrintable(u"%1, %2"_s.arg(box).arg(circle)));
}

void TestContrast::emptyFieldsAreSeen_data()
{
    addThemes();
}

//! With the keyboard and without.
void TestContrast::emptyFieldsAreSeen()
{
    QFETCH(const Config::Theme, theme);
    m_bench->settings.setTheme(theme);
    QWidget window;
    auto *choice = new QComboBox(&window);
    choice->setEditable(true);
    const QList<QWidget *> fields{new QLineEdit(&window), new QSpinBox(&window), choice,
                                  new QPlainTextEdit(&window)};
    auto *column = new QVBoxLayout(&window);
    for (QWidget *field : fields)
        column->addWidget(field);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (QWidget *field : fields) {
        field->clearFocus();
        const double quiet = frameOf(field);
        field->setFocus();
        const double focused = frameOf(field);
        QVERIFY2(quiet >= forSigns && focused >= forSigns,
                 qPrintable(u"%1: %2, %3"_s.arg(QLatin1StringView(field->metaObject()->className()))
                                .arg(quiet)
                                .arg(focused)));
    }
}

void TestContrast::statusNeedsNoColour()
{
    QList<QImage> shapes;
    for (int shape = 0; shape <= int(Gui::StatusShape::Warning); ++shape) {
        shapes.append(
            shapeOf(Gui::statusIcon(Gui::StatusShape(shape), QApplication::palette()).pixmap(64, 64)));
    }
    for (const QString &name : {u"info"_s, u"success"_s, u"warning"_s, u"error"_s})
        shapes.append(shapeOf(Gui::icon(name).pixmap(QSize(64, 64), 1.0).scaled(shapes.first().size())));
    for (qsizetype one = 0; one < shapes.size(); ++one) {
        for (qsizetype other = one + 1; other < shapes.size(); ++other)
            QVERIFY2(difference(shapes.at(one), shapes.at(other)) > 0.02,
                     qPrintable(u"%1 and %2"_s.arg(one).arg(other)));
    }
}

void TestContrast::barsNeedNoColour()
{
    using State = Models::TimelineBar::State;
    QList<QImage> bars;
    for (const State state : {State::Running, State::LongRunning, State::Prepared, State::Failed,
                              State::Ended, State::Vanished, State::Unknown}) {
        QImage bar(120, 24, QImage::Format_ARGB32);
        QPalette palette = QApplication::palette();
        palette.setColor(QPalette::Base, Qt::white);
        bar.fill(Qt::white);
        QPainter painter(&bar);
        Gui::paintTimelineBar(painter, QRectF(1, 1, 117, 21), state, palette);
        painter.end();
        QVERIFY(inkOn(bar, bar.rect()) >= forSigns);
        QImage shape(bar.size(), QImage::Format_ARGB32);
        for (int y = 0; y < bar.height(); ++y) {
            for (int x = 0; x < bar.width(); ++x)
                shape.setPixel(x, y, qRgba(0, 0, 0, bar.pixelColor(x, y) == QColor(Qt::white) ? 0 : 255));
        }
        bars.append(shape);
    }
    for (qsizetype one = 0; one < bars.size(); ++one) {
        for (qsizetype other = one + 1; other < bars.size(); ++other)
            QVERIFY2(difference(bars.at(one), bars.at(other)) > 0.02,
                     qPrintable(u"%1 and %2"_s.arg(one).arg(other)));
    }
}

void TestContrast::windows_data()
{
    QTest::addColumn<Config::Theme>("theme");
    QTest::addColumn<QString>("actionName");
    QTest::addColumn<int>("page");
    const QList<std::tuple<const char *, QString, int>> scenes{
        {"tasks", u"tasksPageAction"_s, -1},
        {"timeline", u"timelinePageAction"_s, -1},
        {"history", u"historyPageAction"_s, -1},
        {"explorer", u"explorerPageAction"_s, -1},
        {"add", u"addAction"_s, -1},
        {"start", u"startAction"_s, -1},
        {"callback", u"callbackAction"_s, -1},
        {"room", u"stopRoomAction"_s, -1},
        {"stop at", u"stopAtAction"_s, -1},
        {"rules", u"rulesAction"_s, -1},
        {"doctor", u"doctorAction"_s, -1},
        {"shortcuts", u"shortcutsAction"_s, -1},
        {"guide", u"guideAction"_s, -1},
        {"settings, accounts", u"settingsAction"_s, 0},
        {"settings, network", u"settingsAction"_s, 1},
        {"settings, behaviour", u"settingsAction"_s, 2},
    };
    for (const auto &[name, action, page] : scenes) {
        QTest::addRow("%s, light", name) << Config::Theme::Light << action << page;
        QTest::addRow("%s, dark", name) << Config::Theme::Dark << action << page;
    }
}

void TestContrast::windows()
{
    QFETCH(const Config::Theme, theme);
    QFETCH(const QString, actionName);
    QFETCH(const int, page);
    m_bench->settings.setTheme(theme);
    const QList<Core::TaskKey> keys = m_bench->track({u"abc123"_s, u"def456"_s});
    for (const Core::TaskKey &key : keys)
        m_bench->book.change(key, [](Core::PushTask &task) { task.status = Core::TaskStatus::Pushing; });
    openWindow();
    auto *area = m_window->findChild<Gui::NoticeArea *>();
    area->show([] {
        return Gui::Notice{.name = u"testNotice"_s,
                           .iconName = u"warning"_s,
                           .text = u"Something is to be said"_s,
                           .buttons = {{u"Do"_s, u"doButton"_s, [] {}}}};
    });
    m_window->findChild<Gui::TaskPage *>()->select({keys.first()});
    auto *action = m_window->findChild<QAction *>(u"stopAction"_s);
    QTRY_VERIFY(action->isEnabled());
    m_window->findChild<QAction *>(actionName)->trigger();
    QWidget *shown = m_window.get();
    if (!actionName.endsWith("PageAction"_L1)) {
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_window->findChild<QDialog *>()) != nullptr && dialog->isVisible());
        shown = dialog;
    }
    if (page >= 0)
        shown->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(page);
    QVERIFY(QTest::qWaitForWindowExposed(shown));
    QCoreApplication::processEvents();
    QCOMPARE(faintIn(shown).join(u'\n'), QString());
    shown->activateWindow();
    QTRY_VERIFY(shown->isActiveWindow());
    QCOMPARE(unmarkedIn(shown).join(u'\n'), QString());
}

void TestContrast::cells_data()
{
    addThemes();
}

//! The cells of the tables: every status, selected or not, and every level of the log, each with a word.
void TestContrast::cells()
{
    QFETCH(const Config::Theme, theme);
    m_bench->settings.setTheme(theme);
    const QList<Core::TaskKey> keys = m_bench->track(
        {u"unknown"_s, u"prepared"_s, u"pushing"_s, u"stopped"_s, u"failed"_s, u"doubt"_s, u"gone"_s});
    const QList<std::function<void(Core::PushTask &)>> states{
        [](Core::PushTask &) {},
        [](Core::PushTask &task) { task.status = Core::TaskStatus::Prepared; },
        [](Core::PushTask &task) { task.status = Core::TaskStatus::Pushing; },
        [](Core::PushTask &task) {
            task.status = Core::TaskStatus::Stopped;
            task.lastOutcome = Core::StopOutcome::Stopped;
        },
        [](Core::PushTask &task) { task.taskErrorCode = u"FailedOperation.WhiteboardPush"_s; },
        [](Core::PushTask &task) { task.lastOutcome = Core::StopOutcome::Unknown; },
        [](Core::PushTask &task) {
            task.status = Core::TaskStatus::Pushing;
            task.vanishedAt = QDateTime::currentDateTimeUtc();
        },
    };
    for (qsizetype i = 0; i < keys.size(); ++i)
        m_bench->book.change(keys.at(i), states.at(i));
    for (const auto level :
         {Core::LogLevel::Info, Core::LogLevel::Success, Core::LogLevel::Warning, Core::LogLevel::Error}) {
        Core::LogEntry entry;
        entry.level = level;
        entry.detail = u"said"_s;
        m_bench->log.append(entry);
    }
    openWindow();
    auto *page = m_window->findChild<Gui::TaskPage *>();
    page->select({keys.last(), keys.at(3)});
    auto *log = m_window->findChild<QTableView *>(u"logView"_s);
    QTRY_VERIFY(log->model()->rowCount() >= 4);
    QCoreApplication::processEvents();
    for (QTableView *view : {page->table(), log}) {
        const QPixmap pixmap = view->viewport()->grab();
        const QImage picture = pixmap.toImage();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                const QModelIndex index = view->model()->index(row, column);
                const QString text = index.data().toString();
                const QRect rect = view->visualRect(index).adjusted(2, 2, -2, -2);
                if (text.isEmpty() || !view->viewport()->rect().contains(rect))
                    continue;
                const double ink = inkOn(picture, scaled(rect, pixmap.devicePixelRatio()));
                QVERIFY2(ink >= forText, qPrintable(u"%1: %2"_s.arg(text).arg(ink)));
                // The sign at the cell's beginning.
                if (view == page->table() && column == TaskModel::StatusColumn) {
                    const QRect sign(rect.topLeft(), QSize(rect.height(), rect.height()));
                    QVERIFY(inkOn(picture, scaled(sign, pixmap.devicePixelRatio())) >= forSigns);
                }
            }
            QVERIFY(!view->model()->index(row, 0).data().toString().isEmpty()
                    || !view->model()->index(row, 1).data().toString().isEmpty());
        }
    }
    for (int row = 0; row < page->table()->model()->rowCount(); ++row)
        QVERIFY(!page->table()->model()->index(row, TaskModel::StatusColumn).data().toString().isEmpty());
}

//! Three pixels a point, so that strokes have their full colour in the middle.
int main(int argc, char **argv)
{
    qputenv("QT_SCALE_FACTOR", "3");
    QApplication application(argc, argv);
    TestContrast test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_contrast.moc"
