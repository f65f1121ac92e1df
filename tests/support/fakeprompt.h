// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/userprompt.h"

#include <QPointer>
#include <QStringList>

#include <deque>

namespace Support {

//! A person who answers as told beforehand: the next ask() takes the first of `answers`, Rejected if there is
//! none. Answers come in a later turn of the event loop, as a real dialog's do.
class FakePrompt final : public Gui::UserPrompt
{
public:
    std::deque<Gui::Answer> answers;
    std::deque<QString> texts; //!< for askText(); none: canceled
    std::deque<QString> files; //!< for askOpenFile() and askSaveFile(); none: canceled
    QList<Gui::Question> questions; //!< asked so far
    QList<Gui::FileQuestion> fileQuestions;
    QStringList told; //!< the warnings too
    QStringList warned;

    void accept(bool isChecked = false) { answers.push_back({Gui::Answer::Choice::Accepted, isChecked}); }
    void reject() { answers.push_back({Gui::Answer::Choice::Rejected, false}); }
    void chooseAlternative() { answers.push_back({Gui::Answer::Choice::Alternative, false}); }

    void ask(const Gui::Question &question, QObject *context, std::function<void(Gui::Answer)> done) override
    {
        questions.append(question);
        Gui::Answer answer;
        if (!answers.empty()) {
            answer = answers.front();
            answers.pop_front();
        }
        QMetaObject::invokeMethod(
            context, [answer, done = std::move(done)] { done(answer); }, Qt::QueuedConnection);
    }

    void tell(const QString &title, const QString &text, QObject *) override
    {
        told.append(QString(title + u": " + text));
    }

    void warn(const QString &title, const QString &text, QObject *context) override
    {
        warned.append(title);
        tell(title, text, context);
    }

    void askText(const Gui::TextQuestion &, QObject *context, std::function<void(QString)> done) override
    {
        answerFrom(texts, context, std::move(done));
    }

    void askOpenFile(const Gui::FileQuestion &question, QObject *context,
                     std::function<void(QString)> done) override
    {
        fileQuestions.append(question);
        answerFrom(files, context, std::move(done));
    }

    void askSaveFile(const Gui::FileQuestion &question, QObject *context,
                     std::function<void(QString)> done) override
    {
        fileQuestions.append(question);
        answerFrom(files, context, std::move(done));
    }

private:
    static void answerFrom(std::deque<QString> &prepared, QObject *context, std::function<void(QString)> done)
    {
        if (prepared.empty())
            return;
        const QString text = prepared.front();
        prepared.pop_front();
        QMetaObject::invokeMethod(
            context, [text, done = std::move(done)] { done(text); }, Qt::QueuedConnection);
    }
};

} // namespace Support
