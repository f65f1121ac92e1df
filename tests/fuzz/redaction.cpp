// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies that hold a secret somewhere: wherever @SECRET@ stands, a field with a marked secret is put. Nothing
// that is kept or shown may have the mark.
#include "core/redaction.h"
#include "fuzz/attack.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr auto mark = "S3CRET-MARK"_L1;

void attack(const QByteArray &input)
{
    QByteArray body = input;
    body.replace("@SECRET@", "\"UserSig\":\"S3CRET-MARK\"");
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QString kept = Core::redactedBody(body);
    const QString shown = Core::shownBody(body);
    Fuzz::require(kept.size() <= Core::longestKeptText + 1, "what is kept is capped");
    if (document.isObject()) {
        const QJsonObject clean = Core::redacted(document.object());
        Fuzz::require(Core::redacted(clean) == clean, "secrets are taken out at once");
    }
    // Behind a backslash the field's name would be the end of a longer one.
    if (!input.contains(mark.data()) && !input.contains("\\@SECRET@")) {
        Fuzz::require(!kept.contains(mark), "no secret is kept");
        Fuzz::require(!shown.contains(mark), "no secret is shown");
    }
    const QString plain = Core::plainText(QString::fromUtf8(input), 100);
    Fuzz::require(plain.size() <= 101 && Core::plainText(plain, 101) == plain,
                  "plain text is capped and plain");
}

const Fuzz::Registration registration("redaction", attack);

} // namespace
