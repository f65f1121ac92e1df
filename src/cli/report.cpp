// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report.h"

#include "cli/output.h"
#include "cli/records.h"
#include "text/errorsentences.h"
#include "text/formats.h"
#include "text/logsentences.h"
#include "text/punctuation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! What stands around errors.
class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::ReportText)
};

[[nodiscard]] bool isRemark(const Core::Error &error)
{
    return error.kind == Core::ErrorKind::InvalidInput || error.kind == Core::ErrorKind::NoCredential;
}

} // namespace

void reportError(Output &output, const Core::Error &error)
{
    // What was refused here has a sentence of its own that says more than the general one.
    if (isRemark(error) && !error.detail.isEmpty()) {
        output.note(error.detail);
        return;
    }
    const Text::ErrorText text = Text::explain(error);
    output.note(text.title);
    const QString advice = Text::joinedSentences({text.explanation, text.remedy});
    if (!advice.isEmpty()) {
        output.note(u"  "_s + advice);
    }
    if (const QString message = messageOf(error); !message.isEmpty()) {
        output.note(u"  "_s
                    + (error.apiMessage.isEmpty() ? ReportText::tr("Detail: %1").arg(message)
                                                  : ReportText::tr("The service says: %1").arg(message)));
    }
    if (!error.requestId.isEmpty()) {
        output.note(u"  "_s + Text::labelled(u"RequestId"_s, error.requestId));
    }
}

void reportUsage(Output &output, const Core::Error &error, const QString &word)
{
    const QString program = QCoreApplication::applicationName();
    output.note(program + u": "_s + error.detail);
    output.note(
        ReportText::tr("Try: %1 --help").arg(word.isEmpty() ? program : QString(program + u' ' + word)));
}

ExitCode exitCodeBeforeSending(const Core::Error &error)
{
    switch (error.kind) {
    case Core::ErrorKind::InvalidInput:
        return ExitUsage;
    case Core::ErrorKind::NoCredential:
    case Core::ErrorKind::KeyringUnavailable:
    case Core::ErrorKind::KeyringDenied:
    case Core::ErrorKind::KeyringTimeout:
        return ExitNoCredential;
    default:
        return ExitFailed;
    }
}

void reportClockOffset(Output &output, qint64 offsetSeconds)
{
    if (offsetSeconds != 0) {
        output.note(ReportText::tr("Note: %1. Requests are signed with the service's time.")
                        .arg(Text::clockOffset(offsetSeconds)));
    }
}

void reportDamagedFile(Output &output, const Core::LogEntry &entry)
{
    if (!Core::isAboutDamage(entry.topic)) {
        return;
    }
    const Text::ErrorText text = Text::detail(entry);
    output.note(text.title);
    output.note(u"  "_s + text.remedy);
}

} // namespace Cli
