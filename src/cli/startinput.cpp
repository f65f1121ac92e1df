// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/startinput.h"

#include "text/startsentences.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! What is wrong with a template or the secrets beside it.
class StartInputText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::StartInputText)
};

constexpr qint64 largestTemplate = 1024 * 1024;

[[nodiscard]] Core::SecretText secretOf(const QProcessEnvironment &environment, const QString &name)
{
    return Core::SecretText::fromString(environment.value(name).trimmed());
}

} // namespace

Core::Result<Core::PushStart> readStartTemplate(const QString &path, QIODevice &standardInput)
{
    QFile file(path);
    const bool isStandardInput = path == "-"_L1;
    if (!isStandardInput && !file.open(QIODevice::ReadOnly)) {
        return Core::failure(Core::Error::invalidInput(path + u": "_s + file.errorString()));
    }
    QByteArray json = isStandardInput ? standardInput.readAll() : file.read(largestTemplate + 1);
    if (json.size() > largestTemplate) {
        json.clear(); // no template is that long
    }
    const auto start = Core::startFromTemplate(json);
    if (!start) {
        return Core::failure(Core::Error::invalidInput(path + u": "_s + Text::problem(start.error())));
    }
    return *start;
}

Core::PushStart withSecrets(Core::PushStart start, const QProcessEnvironment &environment)
{
    start.pushUserSig = secretOf(environment, u"PUSH_USER_SIG"_s);
    start.privateMapKey = secretOf(environment, u"PRIVATE_MAP_KEY"_s);
    if (start.backup) {
        start.backup->pushUserSig = secretOf(environment, u"BACKUP_PUSH_USER_SIG"_s);
    }
    if (start.imAuthParam) {
        start.imAuthParam->userSig = secretOf(environment, u"IM_USER_SIG"_s);
    }
    if (start.trtcAuthParam) {
        start.trtcAuthParam->userSig = secretOf(environment, u"TRTC_USER_SIG"_s);
    }
    return start;
}

QStringList problemsOf(const Core::PushStart &start, Core::Edition edition)
{
    static const QHash<QString, QString> variables{
        {u"PushUserSig"_s, u"PUSH_USER_SIG"_s},
        {u"Backup.PushUserSig"_s, u"BACKUP_PUSH_USER_SIG"_s},
        {u"IMAuthParam.UserSig"_s, u"IM_USER_SIG"_s},
        {u"TRTCAuthParam.UserSig"_s, u"TRTC_USER_SIG"_s},
    };
    QStringList problems;
    for (const Core::StartFault &fault : Core::faultsOf(start, edition)) {
        const QString variable = variables.value(fault.field);
        problems.append(variable.isEmpty() ? Text::namedProblem(fault)
                                           : StartInputText::tr("%1 is taken from the environment: set %2.",
                                                                "field, variable")
                                                 .arg(fault.field, variable));
    }
    return problems;
}

} // namespace Cli
