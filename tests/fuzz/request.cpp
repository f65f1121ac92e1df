// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON side of the explorer's request editor: read, checked against the action that the first byte names,
// hidden and shown again.
#include "explorer/catalogueparser.h"
#include "explorer/jsonlines.h"
#include "explorer/requestcheck.h"
#include "fuzz/attack.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPath = 1000;

[[nodiscard]] const Explorer::Catalogue &catalogue()
{
    static const Explorer::Catalogue builtIn = *Explorer::builtInCatalogue();
    return builtIn;
}

void checkAgainst(const Explorer::Action &action, const QJsonObject &values)
{
    for (const Core::Edition edition : {Core::Edition::International, Core::Edition::Mainland}) {
        for (const Explorer::FieldFault &fault : checkRequest(catalogue(), action, edition, values)) {
            Fuzz::require(!fault.path.isEmpty(), "a fault names its field");
        }
        static_cast<void>(checkAnswer(catalogue(), action, edition, values));
    }
    const QJsonObject kept = withoutSecrets(catalogue(), action.request, values);
    Fuzz::require(withoutSecrets(catalogue(), action.request, kept) == kept, "secrets are taken out at once");
    const QJsonObject shown = withPlaceholders(catalogue(), action.request, values);
    Fuzz::require(withPlaceholders(catalogue(), action.request, shown) == shown,
                  "secrets are hidden at once");
    const QJsonObject sent = withoutBlanks(catalogue(), action.request, values);
    Fuzz::require(withoutBlanks(catalogue(), action.request, sent) == sent, "blanks are taken out at once");
    const QJsonObject back = withoutPlaceholders(catalogue(), action.request, shown, values);
    Fuzz::require(withPlaceholders(catalogue(), action.request, back) == shown,
                  "what was hidden and filled in again looks the same");
}

void attack(const QByteArray &input)
{
    QByteArrayView rest = input;
    const auto number = Fuzz::choose(rest, static_cast<int>(catalogue().actions.size()));
    const QString text = QString::fromUtf8(rest);
    const int lines = static_cast<int>(text.count(u'\n')) + 1;
    const auto begins = Explorer::linesOf(text);
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
        Fuzz::require(*begin >= 1 && *begin <= lines, "a value begins in a line that there is");
        Fuzz::require(begin.key().size() <= longestPath, "deep nesting does not fill the memory");
    }
    const auto values = Explorer::parseParameters(text);
    if (!values) {
        Fuzz::require(!values.error().detail.isEmpty(), "what is refused has a reason");
        return;
    }
    for (const QString &name : values->keys()) {
        Fuzz::require(name.size() > longestPath || begins.contains(name), "every value has its line");
    }
    checkAgainst(catalogue().actions.at(number), *values);
}

const Fuzz::Registration registration("request", attack);

} // namespace
