// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logstore.h"

#include <QWidget>

#include <memory>

class QAction;

namespace Models {
class LogFilterModel;
class LogModel;
} // namespace Models

namespace Gui {

class UserPrompt;

namespace Ui {
class LogPane;
}

//! What happened in this run, newest last: bounded store, model, filter by level and text, table, and the
//! explanation of the chosen line. UI thread.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    LogPane(Core::LogStore &log, UserPrompt &prompt, QWidget *parent = nullptr);
    ~LogPane() override;

    //! Widths and order of the columns, how the pane is split, and the filter; for
    //! Config::Settings::setViewState().
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    //! Somebody wants to see the request that the line tells of.
    void inspectRequested(const Core::LogEntry &entry);

public:
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpView();
    void setUpActions();
    void connectView();
    void showTexts();
    void showDetails();
    void showEnabled();
    void inspect();
    void copyLines();
    void copyRequestIds();
    void exportShown(const QString &path);
    //! In the order shown.
    [[nodiscard]] QList<Core::LogEntry> selectedEntries() const;
    [[nodiscard]] QList<Core::LogEntry> shownEntries() const;

    Core::LogStore &m_log;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::LogPane> m_ui;
    Models::LogModel *m_model;
    Models::LogFilterModel *m_filter;
    QAction *m_inspectAction;
    QAction *m_copyAction;
    QAction *m_copyRequestIdAction;
    bool m_followsEnd = true; //!< the newest line is in view, and is to stay there
};

} // namespace Gui
