// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/starttemplate.h"

#include "core/redaction.h"

#include <QJsonDocument>

#include <algorithm>

namespace Core {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject &object, const QString &field, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(field, text);
    }
}

template <typename T> void put(QJsonObject &object, const QString &field, const std::optional<T> &value)
{
    if (value) {
        object.insert(field, *value);
    }
}

void put(QJsonObject &object, const QString &field, const std::optional<PushStart::Identity> &identity)
{
    if (identity) {
        QJsonObject fields;
        if (identity->sdkAppId.isValid()) {
            fields.insert(u"SdkAppId"_s, identity->sdkAppId.value);
        }
        put(fields, u"UserId"_s, identity->userId);
        object.insert(field, fields);
    }
}

//! Takes the fields of a template out of an object one by one and keeps the first thing that is wrong.
class TemplateReader
{
public:
    TemplateReader(const QJsonObject &object, const QString &place)
        : m_left(object)
        , m_place(place)
    {
    }

    void read(const QString &field, QString &target)
    {
        take(field, [&target](const QJsonValue &value) {
            target = value.toString();
            return value.isString();
        });
    }
    void read(const QString &field, std::optional<qint64> &target)
    {
        take(field, [&target](const QJsonValue &value) {
            // toInteger() gives its default for every number that is not a whole one.
            target = value.toInteger(-1);
            return value.isDouble() && (*target != -1 || value.toInteger(0) == -1);
        });
    }
    void read(const QString &field, std::optional<bool> &target)
    {
        take(field, [&target](const QJsonValue &value) {
            target = value.toBool();
            return value.isBool();
        });
    }
    void read(const QString &field, qint64 &target)
    {
        std::optional<qint64> value;
        read(field, value);
        target = value.value_or(target);
    }
    void read(const QString &field, SdkAppId &target) { read(field, target.value); }
    void read(const QString &field, std::optional<PushStart::Identity> &target)
    {
        object(field, [&target](TemplateReader &reader) {
            target.emplace();
            reader.read(u"SdkAppId"_s, target->sdkAppId);
            reader.read(u"UserId"_s, target->userId);
        });
    }
    template <typename Reader> void object(const QString &field, const Reader &readFields)
    {
        take(field, [this, &field, &readFields](const QJsonValue &value) {
            if (value.isObject()) {
                TemplateReader inner(value.toObject(), QString(m_place + field + u'.'));
                readFields(inner);
                inner.finish();
                m_fault = m_fault ? m_fault : inner.m_fault;
            }
            return value.isObject();
        });
    }
    //! To be called last: what nobody asked for is wrong too.
    void finish()
    {
        if (!m_fault && !m_left.isEmpty()) {
            m_fault = {TemplateFault::Kind::UnknownField,
                       QString(m_place + plainText(m_left.begin().key(), 80))};
        }
    }
    [[nodiscard]] const std::optional<TemplateFault> &fault() const { return m_fault; }

private:
    template <typename Taker> void take(const QString &field, const Taker &taker)
    {
        const QJsonValue value = m_left.take(field);
        if (!value.isUndefined() && !value.isNull() && !taker(value) && !m_fault) {
            m_fault = {TemplateFault::Kind::WrongType, QString(m_place + field)};
        }
    }

    QJsonObject m_left;
    QString m_place;
    std::optional<TemplateFault> m_fault;
};

//! The first field that redaction would touch; empty if there is none.
[[nodiscard]] QString secretIn(const QJsonObject &object, const QString &place = {})
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString path = place + field.key();
        if (isSecretField(field.key())) {
            return path;
        }
        if (field->isObject()) {
            if (const QString inner = secretIn(field->toObject(), QString(path + u'.')); !inner.isEmpty()) {
                return inner;
            }
        } else if (const QJsonObject single{{field.key(), *field}}; redacted(single) != single) {
            return path;
        }
    }
    return {};
}

} // namespace

QJsonObject startFields(const PushStart &start)
{
    QJsonObject fields;
    put(fields, u"SdkAppId"_s, start.sdkAppId.isValid() ? std::optional(start.sdkAppId.value) : std::nullopt);
    put(fields, u"RoomId"_s, start.roomId != 0 ? std::optional(start.roomId) : std::nullopt);
    put(fields, u"PushUserId"_s, start.pushUserId);
    QJsonObject whiteboard;
    put(whiteboard, u"Width"_s, start.whiteboard.width);
    put(whiteboard, u"Height"_s, start.whiteboard.height);
    put(whiteboard, u"InitParam"_s, start.whiteboard.initParam);
    if (!whiteboard.isEmpty()) {
        fields.insert(u"Whiteboard"_s, whiteboard);
    }
    put(fields, u"AutoStopTimeout"_s, start.autoStopTimeout);
    put(fields, u"AutoManageBackup"_s, start.autoManageBackup);
    if (start.backup) {
        QJsonObject backup;
        put(backup, u"PushUserId"_s, start.backup->pushUserId);
        fields.insert(u"Backup"_s, backup);
    }
    put(fields, u"VideoFPS"_s, start.videoFps);
    put(fields, u"VideoBitrate"_s, start.videoBitrate);
    put(fields, u"AutoRecord"_s, start.autoRecord);
    put(fields, u"UserDefinedRecordId"_s, start.userDefinedRecordId);
    put(fields, u"AutoPublish"_s, start.autoPublish);
    put(fields, u"UserDefinedStreamId"_s, start.userDefinedStreamId);
    put(fields, u"ExtraData"_s, start.extraData);
    put(fields, u"TRTCRoomId"_s, start.trtcRoomId);
    put(fields, u"TRTCRoomIdStr"_s, start.trtcRoomIdStr);
    put(fields, u"IMAuthParam"_s, start.imAuthParam);
    put(fields, u"TRTCAuthParam"_s, start.trtcAuthParam);
    put(fields, u"TRTCEnterRoomMode"_s, start.trtcEnterRoomMode);
    put(fields, u"GroupId"_s, start.groupId);
    return fields;
}

tl::expected<PushStart, TemplateFault> startFromTemplate(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return tl::unexpected(TemplateFault{TemplateFault::Kind::NotJson, {}});
    }
    if (const QString secret = secretIn(document.object()); !secret.isEmpty()) {
        return tl::unexpected(TemplateFault{TemplateFault::Kind::HoldsSecret, plainText(secret, 80)});
    }
    TemplateReader reader(document.object(), {});
    PushStart start;
    reader.read(u"SdkAppId"_s, start.sdkAppId);
    reader.read(u"RoomId"_s, start.roomId);
    reader.read(u"PushUserId"_s, start.pushUserId);
    reader.object(u"Whiteboard"_s, [&start](TemplateReader &inner) {
        inner.read(u"Width"_s, start.whiteboard.width);
        inner.read(u"Height"_s, start.whiteboard.height);
        inner.read(u"InitParam"_s, start.whiteboard.initParam);
    });
    reader.read(u"AutoStopTimeout"_s, start.autoStopTimeout);
    reader.read(u"AutoManageBackup"_s, start.autoManageBackup);
    reader.object(u"Backup"_s, [&start](TemplateReader &inner) {
        start.backup.emplace();
        inner.read(u"PushUserId"_s, start.backup->pushUserId);
    });
    reader.read(u"VideoFPS"_s, start.videoFps);
    reader.read(u"VideoBitrate"_s, start.videoBitrate);
    reader.read(u"AutoRecord"_s, start.autoRecord);
    reader.read(u"UserDefinedRecordId"_s, start.userDefinedRecordId);
    reader.read(u"AutoPublish"_s, start.autoPublish);
    reader.read(u"UserDefinedStreamId"_s, start.userDefinedStreamId);
    reader.read(u"ExtraData"_s, start.extraData);
    reader.read(u"TRTCRoomId"_s, start.trtcRoomId);
    reader.read(u"TRTCRoomIdStr"_s, start.trtcRoomIdStr);
    reader.read(u"IMAuthParam"_s, start.imAuthParam);
    reader.read(u"TRTCAuthParam"_s, start.trtcAuthParam);
    reader.read(u"TRTCEnterRoomMode"_s, start.trtcEnterRoomMode);
    reader.read(u"GroupId"_s, start.groupId);
    reader.finish();
    if (reader.fault()) {
        return tl::unexpected(*reader.fault());
    }
    return start;
}

tl::expected<QByteArray, TemplateFault> templateOf(const PushStart &start)
{
    const QJsonObject fields = startFields(start);
    if (const QString secret = secretIn(fields); !secret.isEmpty()) {
        return tl::unexpected(TemplateFault{TemplateFault::Kind::HoldsSecret, secret});
    }
    return QJsonDocument(fields).toJson(QJsonDocument::Indented);
}

} // namespace Core
