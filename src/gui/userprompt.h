// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace Gui {

//! A question with up to three answers. All texts are plain text.
struct Question
{
    QString title;
    QString text;
    QString details; //!< a second, quieter paragraph; may be empty
    QString acceptText; //!< what the accepting button does, e.g. "Stop 3 tasks"; empty: "OK"
    QString alternativeText; //!< a second way to go on; empty: there is none
    QString rejectText; //!< empty: "Cancel"
    QString checkboxText; //!< e.g. "Do not ask again"; empty: no check box
    bool isDestructive = false; //!< Return then does not accept by itself
};

struct Answer
{
    enum class Choice { Rejected, Accepted, Alternative };

    Choice choice = Choice::Rejected;
    bool isChecked = false; //!< the check box

    [[nodiscard]] bool isAccepted() const { return choice == Choice::Accepted; }
};

struct FileQuestion
{
    QString title;
    QString suggestedPath; //!< directory or file; may be empty
    QString nameFilter; //!< as QFileDialog wants it: "CSV (*.csv);;JSON (*.json)"
    QString defaultSuffix; //!< for saving, without dot
};

struct TextQuestion
{
    QString title;
    QString label; //!< of the field
    QString text; //!< what stands in it at first
};

//! How the window asks a person something. Never blocks: every question is answered by a call of `done`,
//! which comes at most once and not after `context` died. A `context` that is a widget is what the question
//! is shown over. UI thread.
class UserPrompt
{
public:
    UserPrompt() = default;
    virtual ~UserPrompt() = default;
    Q_DISABLE_COPY_MOVE(UserPrompt)

    //! `done` is called once, also with Rejected.
    virtual void ask(const Question &question, QObject *context, std::function<void(Answer)> done) = 0;
    //! Says something that needs no decision.
    virtual void tell(const QString &title, const QString &text, QObject *context) = 0;
    //! Says that something did not work, and what to do about it.
    virtual void warn(const QString &title, const QString &text, QObject *context) = 0;
    //! `done` is called with the new text, not at all if the person cancels.
    virtual void askText(const TextQuestion &question, QObject *context,
                         std::function<void(QString)> done) = 0;
    //! `done` is called with the chosen path, not at all if the person cancels.
    virtual void askOpenFile(const FileQuestion &question, QObject *context,
                             std::function<void(QString)> done) = 0;
    virtual void askSaveFile(const FileQuestion &question, QObject *context,
                             std::function<void(QString)> done) = 0;
};

} // namespace Gui
