// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accountdraft.h"

#include "config/editions.h"
#include "config/pastedkey.h"
#include "core/wipe.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 64;
constexpr qint64 largestCaFile = 4 * 1024 * 1024;

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Gui::AccountDraft)
};

QString typedHost(const QUrl &url)
{
    if (url.scheme() == "https"_L1)
        return url.authority();
    return url.toString();
}

QString nameProblem(const QString &name, const QStringList &otherNames)
{
    if (name.isEmpty())
        return Sentences::tr("Give the account a name.");
    if (name.size() > longestName)
        return Sentences::tr("A name has at most %1 characters.").arg(longestName);
    if (!std::ranges::all_of(name.toUcs4(), [](uint character) { return QChar::isPrint(character); }))
        return Sentences::tr("The name holds a character that cannot be seen.");
    static const QStringList taken{u"env"_s, u"demo"_s};
    if (taken.contains(name, Qt::CaseInsensitive))
        return Sentences::tr("\"env\" and \"demo\" are taken by the program itself.");
    if (otherNames.contains(name, Qt::CaseInsensitive))
        return Sentences::tr("Another account has this name already.");
    return {};
}

QString regionProblem(const QString &region)
{
    static const QRegularExpression allowed(u"^[a-z0-9-]+$"_s);
    if (region.isEmpty())
        return Sentences::tr("Choose a region, or type one.");
    if (!allowed.match(region).hasMatch())
        return Sentences::tr("A region is written with small letters, digits and hyphens: ap-singapore.");
    return {};
}

QString hostProblem(const QString &host)
{
    if (host.isEmpty())
        return Sentences::tr("Choose a host, or type one.");
    if (Core::Endpoint::parse(host, u"x"_s, Core::Edition::International))
        return {};
    const QUrl url(host);
    if (url.scheme() == "http"_L1 && !Core::isLoopbackHost(url.host()))
        return Sentences::tr("Requests go over https only; http is for the simulator on this computer.");
    return Sentences::tr("This is not a host. It may have a port, but no path and no user name.");
}

QString secretIdProblem(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return Sentences::tr("Paste the SecretId.");
    if (Config::pastedSecretId(typed))
        return {};
    return Sentences::tr(
        "This is not a SecretId: it is one word of letters, digits, - and _, up to 128 of them.");
}

//! Why the typed SecretKey is none; the text itself is never repeated.
QString secretKeyProblem(const QString &typed, const QString &secretId)
{
    const QString text = typed.trimmed();
    if (!secretId.isEmpty() && text == secretId)
        return Sentences::tr(
            "This is the SecretId again. The SecretKey stands beside it in the cloud console.");
    if (text.contains(QRegularExpression(u"\\s"_s)))
        return Sentences::tr("There is a blank or a line break inside. Copy the SecretKey alone.");
    return Sentences::tr("This does not look like a SecretKey. Copy it again, without anything around it.");
}

QList<Core::SdkAppId> parsedApplications(const QString &text, QString &problem)
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    QList<Core::SdkAppId> found;
    const QStringList words = text.split(between, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const Core::Result<Core::SdkAppId> id = Core::SdkAppId::parse(word);
        if (!id) {
            problem = Sentences::tr("\"%1\" is not an SdkAppId. It is a number such as 1400000001.")
                          .arg(word.left(40));
            return {};
        }
        if (!found.contains(*id))
            found.append(*id);
    }
    return found;
}

//! Cleans the secrets of `draft` and notes what is wrong with them.
void checkSecrets(const AccountDraft &draft, CheckedAccount &result)
{
    const auto note = [&result](AccountField field, const QString &problem) {
        if (!problem.isEmpty())
            result.problems.insert(field, problem);
    };
    if (draft.secrets.secretKey && !draft.secrets.secretKey->isEmpty()) {
        const Core::SecretString typed(*draft.secrets.secretKey);
        Core::Result<QString> key = Config::pastedSecretKey(typed.text(), result.account.secretId);
        if (key)
            result.secrets.secretKey = Core::SecretString(std::move(*key)).secret();
        else
            note(AccountField::SecretKey, secretKeyProblem(typed.text(), result.account.secretId));
    } else if (!draft.hasKeptKey() && !draft.keptAt.isEmpty()) {
        note(AccountField::SecretKey,
             Sentences::tr("The SecretId changed: paste the SecretKey that belongs to it."));
    } else if (!draft.hasKeptKey() && !draft.isKeyOptional) {
        note(AccountField::SecretKey, Sentences::tr("Paste the SecretKey that belongs to the SecretId."));
    }

    result.account.hasToken = draft.hasKeptToken;
    if (!draft.secrets.token)
        return;
    Core::Result<QString> token = Config::pastedToken(Core::SecretString(*draft.secrets.token).text());
    if (!token) {
        note(AccountField::Token, Sentences::tr("This does not look like a token. Copy it again, alone."));
        return;
    }
    result.account.hasToken = !token->isEmpty();
    result.secrets.token = Core::SecretString(std::move(*token)).secret();
}

} // namespace

bool AccountDraft::operator==(const AccountDraft &other) const
{
    return id == other.id && name == other.name && edition == other.edition && host == other.host
        && region == other.region && secretId == other.secretId && applications == other.applications
        && caFile == other.caFile && isReadOnly == other.isReadOnly
        && secrets.secretKey == other.secrets.secretKey && secrets.token == other.secrets.token;
}

AccountDraft AccountDraft::of(const Core::Account &account)
{
    QStringList applications;
    for (const Core::SdkAppId id : account.sdkAppIds)
        applications.append(id.toString());

    AccountDraft draft;
    draft.id = account.id;
    draft.name = account.name;
    draft.edition = account.endpoint.edition;
    draft.host = typedHost(account.endpoint.url);
    draft.isCustomEndpoint = !Config::hosts(draft.edition).contains(draft.host);
    draft.region = account.endpoint.region;
    draft.secretId = account.secretId;
    draft.applications = applications.join(u", "_s);
    draft.caFile = account.caFile;
    draft.isReadOnly = account.isReadOnly;
    draft.keptAt = account.id;
    draft.keptSecretId = account.secretId;
    draft.hasKeptToken = account.hasToken;
    return draft;
}

AccountDraft AccountDraft::fresh(const QString &name)
{
    const Core::Endpoint endpoint = Config::usualEndpoint(Core::Edition::International);
    AccountDraft draft;
    draft.name = name;
    draft.edition = endpoint.edition;
    draft.host = typedHost(endpoint.url);
    draft.region = endpoint.region;
    return draft;
}

bool AccountDraft::hasKeptKey() const
{
    return !keptAt.isEmpty() && keptSecretId == secretId.trimmed();
}

bool CheckedAccount::isTestable() const
{
    return problems.isEmpty() || (problems.size() == 1 && problems.contains(AccountField::Name));
}

CheckedAccount checked(const AccountDraft &draft, const QStringList &otherNames)
{
    CheckedAccount result;
    const auto note = [&result](AccountField field, const QString &problem) {
        if (!problem.isEmpty())
            result.problems.insert(field, problem);
    };
    Core::Account &account = result.account;
    account.id = draft.id;
    account.name = draft.name.trimmed();
    account.caFile = draft.caFile.trimmed();
    account.isReadOnly = draft.isReadOnly;
    account.secretId = Config::pastedSecretId(draft.secretId).value_or(draft.secretId.trimmed());
    const QString region = draft.region.trimmed();
    const QString host = draft.host.trimmed();
    if (const Core::Result<Core::Endpoint> endpoint = Core::Endpoint::parse(host, region, draft.edition))
        account.endpoint = *endpoint;

    note(AccountField::Name, nameProblem(account.name, otherNames));
    note(AccountField::Host, hostProblem(host));
    note(AccountField::Region, regionProblem(region));
    note(AccountField::SecretId, secretIdProblem(draft.secretId));
    checkSecrets(draft, result);
    QString applicationsProblem;
    account.sdkAppIds = parsedApplications(draft.applications, applicationsProblem);
    note(AccountField::Applications, applicationsProblem);
    note(AccountField::CaFile, caFileProblem(account.caFile));
    return result;
}

QString caFileProblem(const QString &path)
{
    const QString trimmed = path.trimmed();
    if (trimmed.isEmpty())
        return {};
    QFile file(trimmed);
    if (!QFileInfo(trimmed).isFile() || !file.open(QIODevice::ReadOnly))
        return Sentences::tr("This file cannot be read.");
    if (!file.read(largestCaFile).contains("-----BEGIN CERTIFICATE-----"))
        return Sentences::tr("There is no certificate in this file. A PEM file is needed.");
    return {};
}

} // namespace Gui
