// SPDX-License-Identifier: GPL-3.0-or-later
// A catalogue, and what the explorer does with one that was accepted.
#include "explorer/catalogueindex.h"
#include "explorer/catalogueparser.h"
#include "explorer/codesample.h"
#include "explorer/requestcheck.h"
#include "fuzz/attack.h"

using namespace Qt::StringLiterals;

namespace {

void useAction(const Explorer::Catalogue &catalogue, const Explorer::Action &action, Core::Edition edition)
{
    const QJsonObject values = Explorer::withPlaceholders(catalogue, action.request, action.exampleRequest);
    static_cast<void>(Explorer::checkRequest(catalogue, action, edition, values));
    static_cast<void>(Explorer::checkAnswer(catalogue, action, edition, action.exampleResponse));
    const auto endpoint =
        Core::Endpoint::parse(u"tiw.intl.tencentcloudapi.com"_s, u"ap-singapore"_s, edition);
    for (const Explorer::CodeKind kind : Explorer::codeKinds()) {
        Fuzz::require(!Explorer::codeFor(kind, catalogue, action, *endpoint, values).isEmpty(),
                      "every call can be written as code");
    }
}

void attack(const QByteArray &input)
{
    const Core::Result<Explorer::Catalogue> catalogue = Explorer::parseCatalogue(input);
    if (!catalogue) {
        Fuzz::require(catalogue.error().kind == Core::ErrorKind::InvalidInput
                          && !catalogue.error().detail.isEmpty(),
                      "what is refused has a reason");
        return;
    }
    for (const Core::Edition edition : {Core::Edition::International, Core::Edition::Mainland}) {
        const Explorer::CatalogueIndex index(*catalogue, edition);
        Fuzz::require(index.find(u"push"_s, 5).size() <= 5, "a search finds no more than was asked for");
        for (const Explorer::Action &action : catalogue->actions) {
            Fuzz::require(catalogue->findAction(action.name) == &action, "a name means one action");
            useAction(*catalogue, action, edition);
        }
    }
}

const Fuzz::Registration registration("catalogue", attack);

} // namespace
