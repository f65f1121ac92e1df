// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accountexchange.h"

#include "config/accountfile.h"
#include "config/editions.h"
#include "config/environment.h"
#include "config/tccliprofile.h"
#include "core/redaction.h"
#include "core/savedfile.h"
#include "text/punctuation.h"

#include <QFile>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestImport = 4 * 1024 * 1024;

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Gui::AccountExchange)
};

AccountDraft draftOf(const QString &name, const Config::FoundCredential &found, Core::Edition edition)
{
    const Core::Endpoint endpoint = Config::usualEndpoint(edition);
    AccountDraft draft = AccountDraft::fresh(name);
    draft.edition = edition;
    draft.host = endpoint.url.host();
    draft.region = found.region.isEmpty() ? endpoint.region : found.region;
    draft.secretId = found.credential.secretId;
    draft.secrets.secretKey = found.credential.secretKey;
    if (!found.credential.token.isEmpty())
        draft.secrets.token = found.credential.token;
    return draft;
}

QString because(const QString &sentence, const Core::Error &error)
{
    return Text::joinedSentences({sentence, Core::plainText(error.detail, 300)});
}

} // namespace

FoundAccounts accountsOfEnvironment(const QProcessEnvironment &environment)
{
    FoundAccounts found;
    const auto credential = Config::credentialFromEnvironment(environment);
    if (!credential && credential.error().kind == Core::ErrorKind::NoCredential)
        found.problems.append(
            Sentences::tr("Only one of TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY is set."));
    else if (!credential)
        found.problems.append(
            because(Sentences::tr("The key in the environment is not usable."), credential.error()));
    else if (!*credential)
        found.problems.append(Sentences::tr(
            "The program was started without TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY."));
    else
        found.drafts.append(
            draftOf(Sentences::tr("From the environment"), **credential, Core::Edition::International));
    return found;
}

FoundAccounts accountsOfTccli(const QString &directory, const QDateTime &nowUtc)
{
    FoundAccounts found;
    const QList<Config::TccliProfile> profiles = Config::tccliProfiles(directory, nowUtc);
    for (const Config::TccliProfile &profile : profiles) {
        const QString name = Core::plainText(profile.name, 40);
        if (!profile.found) {
            found.problems.append(
                because(Sentences::tr("Profile \"%1\" cannot be used.").arg(name), profile.found.error()));
            continue;
        }
        // tccli speaks to the mainland edition by itself; ap-singapore is served by the international one.
        const Core::Edition edition = profile.found->region == "ap-singapore"_L1
            ? Core::Edition::International
            : Core::Edition::Mainland;
        found.drafts.append(draftOf(u"tccli %1"_s.arg(name), *profile.found, edition));
    }
    if (profiles.isEmpty())
        found.problems.append(Sentences::tr("There are no profiles of tccli in %1.").arg(directory));
    return found;
}

FoundAccounts accountsOfFile(const QString &path)
{
    FoundAccounts found;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        found.problems.append(Sentences::tr("The file cannot be read: %1").arg(file.errorString()));
        return found;
    }
    const auto accounts = Config::fromAccountFile(file.read(largestImport));
    if (!accounts) {
        found.problems.append(because(Sentences::tr("The file cannot be imported."), accounts.error()));
        return found;
    }
    for (const Core::Account &account : *accounts) {
        AccountDraft draft = AccountDraft::of(account);
        draft.id.clear();
        draft.keptAt.clear();
        draft.keptSecretId.clear();
        draft.hasKeptToken = false;
        draft.isKeyOptional = true;
        found.drafts.append(draft);
    }
    if (found.drafts.isEmpty())
        found.problems.append(Sentences::tr("There is no account in this file."));
    return found;
}

Core::Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !Core::isCommitted(file))
        return Core::failure(Core::Error::of(Core::ErrorKind::Storage, file.errorString()));
    return {};
}

} // namespace Gui
