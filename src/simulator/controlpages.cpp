// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/controlpages.h"

#include "simulator/endpoint.h"
#include "simulator/scenario.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

WireAnswer page(const QJsonObject &content, int status = 200)
{
    WireAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(content).toJson(QJsonDocument::Indented);
    return answer;
}

WireAnswer problem(int status, const QString &text)
{
    return page({{u"error"_s, text}}, status);
}

WireAnswer journalPage(const Request &request, Endpoint &endpoint)
{
    qint64 after = 0;
    const QList<NamedValue> options = decodeForm(request.query);
    for (const auto &[name, value] : options) {
        after = name == "after" ? value.toLongLong() : after;
    }
    QJsonArray entries;
    const QList<JournalEntry> list = endpoint.journal().entries(after);
    for (const JournalEntry &entry : list) {
        entries.append(entry.toJson());
    }
    return page({{u"entries"_s, entries}});
}

WireAnswer faultsPage(Endpoint &endpoint)
{
    QJsonArray rules;
    const QList<FaultRule> list = endpoint.faults().rules();
    for (const FaultRule &rule : list) {
        rules.append(rule.toString());
    }
    return page({{u"faults"_s, rules}});
}

//! The posted value, or the values of a posted array. A bare text is one, too.
QJsonArray postedValues(const QByteArray &body)
{
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + body + ']');
    const QJsonArray outer = wrapped.array();
    return outer.size() == 1 && outer.first().isArray() ? outer.first().toArray() : outer;
}

WireAnswer addFaults(const Request &request, Endpoint &endpoint)
{
    QList<FaultRule> rules;
    const QJsonArray values = postedValues(request.body);
    for (const QJsonValue &value : values) {
        const Core::Result<FaultRule> rule = FaultRule::fromJson(value);
        if (!rule) {
            return problem(400, rule.error().detail);
        }
        rules.append(*rule);
    }
    for (const FaultRule &rule : std::as_const(rules)) {
        endpoint.faults().add(rule);
    }
    return rules.isEmpty() ? problem(400, u"no rule in the body"_s) : faultsPage(endpoint);
}

WireAnswer addTasks(const Request &request, Endpoint &endpoint)
{
    QJsonArray added;
    const QJsonArray values = postedValues(request.body);
    for (const QJsonValue &value : values) {
        const Core::Result<TaskSeed> seed = taskSeedFromJson(value);
        const Core::Result<QString> id =
            seed ? endpoint.service().addTask(*seed) : Core::Result<QString>(Core::failure(seed.error()));
        if (!id) {
            return problem(400, id.error().detail);
        }
        added.append(*id);
    }
    return added.isEmpty() ? problem(400, u"no task in the body"_s) : page({{u"taskIds"_s, added}});
}

} // namespace

WireAnswer controlPage(const Request &request, Endpoint &endpoint)
{
    if (request.hasHeader("origin")) {
        return problem(403, u"not for web pages"_s);
    }
    const QByteArray what = request.method + ' ' + request.path.sliced(QByteArrayView("/_simulator/").size());
    if (what == "GET journal") {
        return journalPage(request, endpoint);
    }
    if (what == "GET tasks") {
        return page({{u"tasks"_s, endpoint.service().tasks()}});
    }
    if (what == "GET faults") {
        return faultsPage(endpoint);
    }
    if (what == "POST faults") {
        return addFaults(request, endpoint);
    }
    if (what == "POST tasks") {
        return addTasks(request, endpoint);
    }
    if (what == "DELETE journal") {
        endpoint.journal().clear();
        return page({});
    }
    if (what == "DELETE faults") {
        endpoint.faults().clear();
        return page({});
    }
    return problem(404, u"there is no such page"_s);
}

} // namespace Simulator
