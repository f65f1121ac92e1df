// SPDX-License-Identifier: GPL-3.0-or-later
// A template for a Start, as a file or from the settings.
#include "core/starttemplate.h"
#include "core/redaction.h"
#include "fuzz/attack.h"

namespace {

//! Applications that cannot be are read, so that they are refused with the other ranges, and never written.
[[nodiscard]] Core::PushStart writable(Core::PushStart start)
{
    const auto drop = [](Core::SdkAppId &application) {
        application = application.isValid() ? application : Core::SdkAppId();
    };
    drop(start.sdkAppId);
    for (auto *const identity : {&start.imAuthParam, &start.trtcAuthParam}) {
        if (*identity) {
            drop((*identity)->sdkAppId);
        }
    }
    return start;
}

void attack(const QByteArray &input)
{
    const auto start = Core::startFromTemplate(input);
    if (!start) {
        const Core::TemplateFault &fault = start.error();
        const bool isAboutField = fault.kind == Core::TemplateFault::Kind::HoldsSecret
            || fault.kind == Core::TemplateFault::Kind::WrongType;
        Fuzz::require(!isAboutField || !fault.field.isEmpty(), "what is refused names its field");
        Fuzz::require(fault.field.size() <= 200, "a field that is named is capped");
        return;
    }
    Fuzz::require(Core::secretsOf(*start).isEmpty(), "a template brings no secrets");
    const QJsonObject fields = Core::startFields(*start);
    Fuzz::require(Core::redacted(fields) == fields, "a template holds no secrets");
    const auto written = Core::templateOf(*start);
    Fuzz::require(written.has_value(), "what was read as a template can be written as one");
    const auto again = Core::startFromTemplate(*written);
    Fuzz::require(again && *again == writable(*start), "a template that is written again is the same");
    for (const Core::Edition edition : {Core::Edition::International, Core::Edition::Mainland}) {
        for (const Core::StartFault &fault : Core::faultsOf(*start, edition)) {
            Fuzz::require(!fault.field.isEmpty(), "a fault names its field");
        }
    }
}

const Fuzz::Registration registration("starttemplate", attack);

} // namespace
