// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Service {
struct ConnectionVerdict;
}

namespace Gui {

//! The button "Test connection" and, in words, what the test showed.
class ConnectionTestView : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionTestView(QWidget *parent = nullptr);

    void showTesting();
    void showVerdict(const Service::ConnectionVerdict &verdict);
    //! Something that kept the test from being made.
    void showProblem(const QString &problem);
    //! Back to the beginning; what was said no longer holds.
    void reset();
    [[nodiscard]] bool isTesting() const { return m_isTesting; }

Q_SIGNALS:
    void testRequested();
    void cancelRequested();

private:
    void show(const QString &iconName, const QString &text);

    QPushButton *m_button;
    QLabel *m_icon;
    QLabel *m_result;
    bool m_isTesting = false;
};

} // namespace Gui
