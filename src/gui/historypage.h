// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "service/services.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QComboBox;
class QDataStream;

namespace Models {
class HistoryModel;
}

namespace Gui {

class HistoryExport;
class UserPrompt;

namespace Ui {
class HistoryPage;
}

//! Every request ever journaled: searched, filtered, read and exported. Asks for nothing before it is shown.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    HistoryPage(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~HistoryPage() override;

    void focusSearch();
    //! Widths and order of the columns, how the page is split, and the filters.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    //! Somebody wants to see this request as it went over the wire.
    void inspectRequested(const Core::HistoryEntry &entry, const Core::ExchangeTexts &texts);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpTable();
    void setUpActions();
    void connectFilters();
    void showTexts();
    void readChoices();
    void showChoices(const Core::HistoryChoices &choices);
    void showTimeEdits();
    void restoreFilters(QDataStream &in);
    [[nodiscard]] Core::HistoryQuery chosenQuery() const;
    void applyFilters();
    void refresh();
    void showState();
    void showDetails();
    void inspect();
    void copyRequestIds();
    void askForExport();
    void startExport(const QString &path);
    void endExport(const QString &sentence);

    const Service::Services m_services;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::HistoryPage> m_ui;
    Models::HistoryModel *m_model;
    QAction *m_inspectAction;
    QAction *m_copyAction;
    QAction *m_copyRequestIdAction;
    QAction *m_onlyTaskAction;
    QTimer m_filterTimer;
    QTimer m_refreshTimer;
    QTimer m_spanTimer; //!< runs while the page is seen
    std::unique_ptr<QObject> m_detailsAsker; //!< context of the last question for texts
    qint64 m_detailsOf = 0; //!< event
    QPointer<HistoryExport> m_export;
    std::optional<Core::Error> m_problem;
};

} // namespace Gui
