// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

//! What an operator reads, made of facts. Every function is a translatable pure function, for any thread once
//! the translators are installed. All results are plain text, never rich text.
namespace Text {

//! What happened, why, and what to do next.
struct ErrorText
{
    QString title; //!< short, no full stop
    QString explanation; //!< whole sentences
    QString remedy; //!< whole sentences; may be empty where nothing can be done

    bool operator==(const ErrorText &) const = default;
};

//! Covers every ErrorKind, every cause and every code. An unknown code "A.B" gets the advice of "A" with the
//! code shown as it came; a wholly unknown one general advice. Neither apiMessage nor detail is merged in:
//! they are others' words and are shown apart.
[[nodiscard]] ErrorText explain(const Core::Error &error);
//! All of it in one paragraph: the title as a sentence, the explanation, the remedy.
[[nodiscard]] QString paragraph(const ErrorText &text);

//! Of a file that somebody chose to write: why there is none, and what to do next.
[[nodiscard]] QString fileNotWritten(const Core::Error &error);

//! All codes of the service that have a text of their own, sorted.
[[nodiscard]] QStringList explainedApiCodes();
//! All codes of our own that name a cause ("Tls.Expired"), sorted.
[[nodiscard]] QStringList explainedCauses();

} // namespace Text
