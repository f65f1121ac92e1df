// SPDX-License-Identifier: GPL-3.0-or-later
// The body of an answer, from a service that means no good: judged, then read as each kind of answer. The
// first byte says which.
#include "api/answer.h"
#include "api/startapi.h"
#include "api/taskapi.h"
#include "core/redaction.h"
#include "fuzz/attack.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 1001; // with the dots that say that there was more

void checkError(const Core::Error &error)
{
    for (const QString &text : {error.apiCode, error.apiMessage, error.requestId, error.detail}) {
        Fuzz::require(text.size() <= longestText, "texts of an error are capped");
        Fuzz::require(Core::plainText(text, longestText) == text, "texts of an error are plain");
    }
    const bool saysWhy = !error.apiCode.isEmpty() || !error.detail.isEmpty();
    Fuzz::require(saysWhy, "what is refused has a reason");
}

void checkTask(const Core::PushTask &task)
{
    for (const QString &text : {task.groupId, task.pushUserId, task.taskErrorCode, task.taskErrorMessage}) {
        Fuzz::require(text.size() <= longestText, "texts of a task are capped");
        Fuzz::require(Core::plainText(text, longestText) == text, "texts of a task are plain");
    }
    for (const QDateTime &time : {task.createTime, task.startTime, task.stopTime}) {
        Fuzz::require(!time.isValid() || time.timeSpec() == Qt::UTC, "times of a task are UTC");
    }
    Fuzz::require(task.backup.rawText.size() <= Core::longestKeptText + 1, "a Backup text is capped");
    Fuzz::require(task.backup.taskId.isEmpty() || Core::TaskId::parse(task.backup.taskId).has_value(),
                  "the TaskId of a backup is a legal one");
}

void checkPage(const Core::Result<Api::TaskPage> &page)
{
    if (!page) {
        checkError(page.error());
        return;
    }
    Fuzz::require(page->tasks.size() + page->skipped <= page->items, "no task comes out of nothing");
    for (const Core::PushTask &task : page->tasks) {
        const auto taskId = Core::TaskId::parse(task.key.taskId.toString());
        Fuzz::require(taskId && *taskId == task.key.taskId, "a listed TaskId is a legal one");
        Fuzz::require(task.key.sdkAppId.isValid(), "a listed task has an application");
        checkTask(task);
    }
}

void readAs(int kind, const QJsonObject &response)
{
    const Core::TaskKey asked{u"a"_s, *Core::SdkAppId::parse(u"1400000001"), *Core::TaskId::parse(u"t-1")};
    switch (kind) {
    case 0:
        if (const auto reply = Api::parseStopReply(response); !reply) {
            checkError(reply.error());
        }
        return;
    case 1:
        if (const auto reply = Api::parseTaskReply(response, asked); reply) {
            Fuzz::require(reply->task.key == asked, "a described task keeps the key that was asked");
            checkTask(reply->task);
        } else {
            checkError(reply.error());
        }
        return;
    case 2:
        checkPage(Api::parseSearchReply(response));
        return;
    case 3:
        checkPage(Api::parseRunningTasksReply(response));
        return;
    case 4:
        if (const auto reply = Api::parseStartReply(response); !reply) {
            checkError(reply.error());
        }
        return;
    default:
        if (const auto reply = Api::parseApplicationsReply(response); !reply) {
            checkError(reply.error());
        }
        return;
    }
}

void attack(const QByteArray &input)
{
    QByteArrayView rest = input;
    const int kind = Fuzz::choose(rest, 6);
    Api::HttpFacts facts;
    facts.mayHaveLeft = true;
    facts.httpStatus = 200;
    facts.contentType = "application/json";
    facts.body = rest.toByteArray();
    static_cast<void>(Api::parseHttpDate(facts.body.left(64)));

    const Core::Result<QJsonObject> judged = Api::judgeAnswer(facts);
    if (!judged) {
        checkError(judged.error());
        return;
    }
    Fuzz::require(!judged->value("RequestId"_L1).toString().isEmpty(), "a good answer has a RequestId");
    readAs(kind, *judged);
}

const Fuzz::Registration registration("answer", attack);

} // namespace
