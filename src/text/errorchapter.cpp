// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/errorchapter.h"

#include "core/error.h"
#include "text/errorsentences.h"
#include "text/punctuation.h"

#include <QCoreApplication>

namespace Text {

using namespace Qt::StringLiterals;

namespace {

class ErrorChapter
{
    Q_DECLARE_TR_FUNCTIONS(Text::ErrorChapter)
};

} // namespace

QString withErrorChapter(const QString &guide)
{
    QStringList blocks{
        guide.trimmed(), QString(u"## "_s + ErrorChapter::tr("Error codes")),
        ErrorChapter::tr(
            "What can go wrong on the way to the service and what it may answer, and what to do "
            "about it. A code that is not listed gets the advice of the one before its last full "
            "stop.")};
    for (const QString &code : explainedCauses() + explainedApiCodes()) {
        const ErrorText text = explain(Core::errorOfCode(code));
        blocks.append({QString(u"### "_s + code), joinedSentences({asSentence(text.title), text.explanation}),
                       text.remedy});
    }
    return blocks.join(u"\n\n"_s) + u'\n';
}

} // namespace Text
