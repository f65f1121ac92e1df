// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/startoptions.h"

#include "ui_startoptions.h"

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] QString textOf(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

//! A box that is not ticked leaves the choice to the service.
[[nodiscard]] std::optional<bool> choiceOf(const QCheckBox *box)
{
    return box->isChecked() ? std::optional(true) : std::nullopt;
}

[[nodiscard]] Core::SecretText secretIn(const SecretField *field)
{
    return Core::SecretText::fromString(field->text().trimmed());
}

void showIdentity(QGroupBox *group, QLineEdit *application, QLineEdit *user, SecretField *sig,
                  const std::optional<Core::PushStart::Identity> &identity)
{
    const Core::PushStart::Identity shown = identity.value_or(Core::PushStart::Identity());
    group->setChecked(identity.has_value());
    application->setText(shown.sdkAppId.isValid() ? shown.sdkAppId.toString() : QString());
    user->setText(shown.userId);
    sig->forget();
}

[[nodiscard]] std::optional<Core::PushStart::Identity> readIdentity(const QGroupBox *group,
                                                                    const QLineEdit *application,
                                                                    const QLineEdit *user,
                                                                    const SecretField *sig)
{
    if (!group->isChecked())
        return std::nullopt;
    return Core::PushStart::Identity{
        Core::SdkAppId::parse(application->text().trimmed()).value_or(Core::SdkAppId()),
        user->text().trimmed(), secretIn(sig)};
}

} // namespace

StartOptions::StartOptions(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartOptions>())
{
    m_ui->setupUi(this);
    m_ui->enterModeBox->addItem(tr("Usual: video call"), QString());
    for (const QString &mode : Core::enterRoomModes())
        m_ui->enterModeBox->addItem(mode, mode);
    m_fields = {
        {u"Backup.PushUserId"_s, m_ui->backupUserEdit},
        {u"Backup.PushUserSig"_s, m_ui->backupSigEdit},
        {u"Whiteboard.Width"_s, m_ui->widthEdit},
        {u"Whiteboard.Height"_s, m_ui->heightEdit},
        {u"Whiteboard.InitParam"_s, m_ui->initParamEdit},
        {u"VideoFPS"_s, m_ui->fpsEdit},
        {u"VideoBitrate"_s, m_ui->bitrateEdit},
        {u"AutoStopTimeout"_s, m_ui->autoStopEdit},
        {u"UserDefinedRecordId"_s, m_ui->recordIdEdit},
        {u"UserDefinedStreamId"_s, m_ui->streamIdEdit},
        {u"TRTCRoomId"_s, m_ui->trtcRoomEdit},
        {u"TRTCEnterRoomMode"_s, m_ui->enterModeBox},
        {u"GroupId"_s, m_ui->groupEdit},
        {u"IMAuthParam.SdkAppId"_s, m_ui->imApplicationEdit},
        {u"IMAuthParam.UserId"_s, m_ui->imUserEdit},
        {u"IMAuthParam.UserSig"_s, m_ui->imSigEdit},
        {u"TRTCAuthParam.SdkAppId"_s, m_ui->trtcApplicationEdit},
        {u"TRTCAuthParam.UserId"_s, m_ui->trtcUserEdit},
        {u"TRTCAuthParam.UserSig"_s, m_ui->trtcSigEdit},
    };
}

StartOptions::~StartOptions() = default;

void StartOptions::show(const Core::PushStart &start)
{
    m_ui->backupGroup->setChecked(start.backup.has_value());
    m_ui->backupUserEdit->setText(start.backup ? start.backup->pushUserId : QString());
    m_ui->backupSigEdit->forget();
    m_ui->manageBackupBox->setChecked(start.autoManageBackup.value_or(false));
    m_ui->widthEdit->setText(textOf(start.whiteboard.width));
    m_ui->heightEdit->setText(textOf(start.whiteboard.height));
    m_ui->initParamEdit->setText(start.whiteboard.initParam);
    m_ui->fpsEdit->setText(textOf(start.videoFps));
    m_ui->bitrateEdit->setText(textOf(start.videoBitrate));
    m_ui->autoStopEdit->setText(textOf(start.autoStopTimeout));
    m_ui->recordBox->setChecked(start.autoRecord.value_or(false));
    m_ui->recordIdEdit->setText(start.userDefinedRecordId);
    m_ui->publishBox->setChecked(start.autoPublish.value_or(false));
    m_ui->streamIdEdit->setText(start.userDefinedStreamId);
    m_ui->trtcRoomEdit->setText(textOf(start.trtcRoomId));
    m_ui->trtcRoomTextEdit->setText(start.trtcRoomIdStr);
    m_ui->enterModeBox->setCurrentIndex(std::max(0, m_ui->enterModeBox->findData(start.trtcEnterRoomMode)));
    m_ui->groupEdit->setText(start.groupId);
    m_ui->mapKeyEdit->forget();
    m_ui->extraDataEdit->setText(start.extraData);
    showIdentity(m_ui->imGroup, m_ui->imApplicationEdit, m_ui->imUserEdit, m_ui->imSigEdit,
                 start.imAuthParam);
    showIdentity(m_ui->trtcGroup, m_ui->trtcApplicationEdit, m_ui->trtcUserEdit, m_ui->trtcSigEdit,
                 start.trtcAuthParam);
}

void StartOptions::read(Core::PushStart &start) const
{
    if (m_ui->backupGroup->isChecked()) {
        start.backup = Core::PushStart::BackupUser{m_ui->backupUserEdit->text().trimmed(),
                                                   secretIn(m_ui->backupSigEdit)};
        start.autoManageBackup = choiceOf(m_ui->manageBackupBox);
    }
    start.whiteboard.width = numberIn(m_ui->widthEdit->text());
    start.whiteboard.height = numberIn(m_ui->heightEdit->text());
    start.whiteboard.initParam = m_ui->initParamEdit->text().trimmed();
    start.videoFps = numberIn(m_ui->fpsEdit->text());
    start.videoBitrate = numberIn(m_ui->bitrateEdit->text());
    start.autoStopTimeout = numberIn(m_ui->autoStopEdit->text());
    start.autoRecord = choiceOf(m_ui->recordBox);
    start.userDefinedRecordId = m_ui->recordIdEdit->text().trimmed();
    start.autoPublish = choiceOf(m_ui->publishBox);
    start.userDefinedStreamId = m_ui->streamIdEdit->text().trimmed();
    start.trtcRoomId = numberIn(m_ui->trtcRoomEdit->text());
    start.trtcRoomIdStr = m_ui->trtcRoomTextEdit->text().trimmed();
    start.trtcEnterRoomMode = m_ui->enterModeBox->currentData().toString();
    start.groupId = m_ui->groupEdit->text().trimmed();
    start.privateMapKey = secretIn(m_ui->mapKeyEdit);
    start.extraData = m_ui->extraDataEdit->text().trimmed();
    start.imAuthParam =
        readIdentity(m_ui->imGroup, m_ui->imApplicationEdit, m_ui->imUserEdit, m_ui->imSigEdit);
    start.trtcAuthParam =
        readIdentity(m_ui->trtcGroup, m_ui->trtcApplicationEdit, m_ui->trtcUserEdit, m_ui->trtcSigEdit);
}

void StartOptions::setEdition(Core::Edition edition)
{
    m_ui->groupEdit->setEnabled(edition == Core::Edition::Mainland || !m_ui->groupEdit->text().isEmpty());
}

std::optional<qint64> numberIn(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = trimmed.toLongLong(&isNumber);
    return isNumber ? number : -1;
}

} // namespace Gui
