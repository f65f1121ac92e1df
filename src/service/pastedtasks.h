// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QList>
#include <QString>

#include <optional>

namespace Service {

//! Why there is no task in a piece of a text. PastedTask::detail holds what is named here.
enum class PasteRefusal {
    None,
    NotAnId, //!< too long, or with unprintable characters inside
    SeveralWords, //!< words with blanks between, not all of which look like ids
    NoTaskId, //!< a command, a URL, JSON, or a row of a table that names none
    BrokenJson, //!< JSON that is cut off or wrong
    NotANumber, //!< the SdkAppId of a row; detail: as it stands there
    RoundedNumber, //!< 1.4E+09: a spreadsheet has rounded it; detail: as it stands there
    NamedBefore, //!< the same task stands further up; detail: the number of that line
    OpenQuote, //!< a field of a table begins with a quote that never ends
    TooLarge, //!< more than largestPaste
    TooManyLines, //!< more than mostPastedLines
    Unreadable, //!< the file cannot be read; detail: the system's reason
    NotText, //!< the file is not text, or not in an encoding that is known
};

//! A task found in a text, or a piece in which none was found.
struct PastedTask
{
    std::optional<Core::TaskId> taskId;
    std::optional<Core::SdkAppId> sdkAppId; //!< where the text named it
    qint64 roomId = 0;
    QString label; //!< where the text named one; plain text, capped
    QString source; //!< the line or fragment, for the preview; plain text, capped
    QString file; //!< name without directory; empty for a text without a file
    int line = 0; //!< from 1; 0 where there is none, as inside JSON
    PasteRefusal refusal = PasteRefusal::None; //!< None exactly if there is a taskId
    QString detail; //!< plain text, capped
};

//! Longest text that is read, in characters (in bytes for a file), and most lines.
inline constexpr qsizetype largestPaste = 8 * 1024 * 1024;
inline constexpr qsizetype mostPastedLines = 50'000;

//! Understands what operators have at hand: TaskIds (one a line, or separated by commas, semicolons or tabs;
//! by blanks only where each looks like an id), a request URL
//! (…?Action=StopWhiteboardPush&SdkAppId=…&TaskId=…, percent-encoded), a request or answer as JSON (also
//! {"Response":…}, task lists, Backup texts inside, our own exports), a tccli command line (--SdkAppId 1
//! --TaskId "x", also with =), a link (tasklink.h), a curl command with such a body, and a table with a
//! header (taskcsv.h). Lines that begin with # are passed over. A task that a line repeats is refused as
//! NamedBefore; within one line or in JSON it is dropped. For any thread.
[[nodiscard]] QList<PastedTask> parsePastedTasks(const QString &text);

} // namespace Service
