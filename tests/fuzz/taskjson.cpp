// SPDX-License-Identifier: GPL-3.0-or-later
// JSON somewhere in a text, from which tasks are taken, and our own JSON exports.
#include "service/taskjson.h"
#include "fuzz/attack.h"
#include "service/taskfile.h"
#include "text/recordwriter.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

//! What was found comes back out of our own export of it.
void checkExport(const QList<Service::PastedTask> &found)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    Text::RecordWriter writer(file, Text::RecordFormat::Json, {u"sdkAppId"_s, u"taskId"_s, u"label"_s});
    qsizetype tasks = 0;
    for (const Service::PastedTask &piece : found) {
        if (piece.taskId && piece.sdkAppId) {
            writer.write({piece.sdkAppId->value, piece.taskId->toString(), Text::textOrNull(piece.label)});
            ++tasks;
        }
    }
    Fuzz::require(writer.finish().has_value(), "a buffer can be written to");
    Fuzz::require(QJsonDocument::fromJson(file.data()).array().size() == tasks, "an export is JSON");

    Service::Findings again;
    static_cast<void>(Service::takeJson(QString::fromUtf8(file.data()), again));
    qsizetype next = 0;
    for (const Service::PastedTask &piece : found) {
        if (!piece.taskId || !piece.sdkAppId) {
            continue;
        }
        Fuzz::require(next < again.found().size(), "an export holds every task");
        const Service::PastedTask &reread = again.found().at(next++);
        Fuzz::require(reread.taskId == piece.taskId && reread.sdkAppId == piece.sdkAppId,
                      "an exported task is read as the same");
        Fuzz::require(reread.label == piece.label, "an exported label is read as the same");
    }
}

void attack(const QByteArray &input)
{
    const std::optional<QString> text = Service::decodedText(input);
    if (!text) {
        return;
    }
    Service::Findings findings;
    const Service::TextWithoutJson taken = Service::takeJson(*text, findings);
    Fuzz::require(taken.rest.size() <= text->size(), "nothing is added to the rest");
    Fuzz::require(taken.rest.count(u'\n') == text->count(u'\n'), "lines keep their numbers");
    Fuzz::require(taken.hadJson || taken.rest == *text, "a text without JSON stays as it is");
    Fuzz::require(taken.hadJson || findings.isEmpty(), "tasks come out of JSON alone");
    checkExport(findings.found());
}

const Fuzz::Registration registration("taskjson", attack);

} // namespace
