// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QAction;

namespace Gui {

//! Tasks, details beside them, log below; details and log can be put away.
class Workspace : public QSplitter
{
    Q_OBJECT
public:
    Workspace(QWidget *tasks, QWidget *details, QWidget *log, QWidget *parent = nullptr);

    [[nodiscard]] QAction *showDetailsAction() const { return m_showDetails; }
    [[nodiscard]] QAction *showLogAction() const { return m_showLog; }

    [[nodiscard]] QByteArray state() const;
    void setState(const QByteArray &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translate();

    QSplitter *m_upper;
    QAction *m_showDetails;
    QAction *m_showLog;
};

} // namespace Gui
