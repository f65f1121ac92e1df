// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/savedfilters.h"

#include "config/settings.h"
#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

using Models::TaskKind;

constexpr qsizetype mostFilters = 50;
constexpr qsizetype longestFilterName = 60;
constexpr int usualLongRunHours = 3;
constexpr int longestLongRunHours = 240;

constexpr std::array kindWords{
    std::pair{TaskKind::Any, "any"_L1},          std::pair{TaskKind::Running, "running"_L1},
    std::pair{TaskKind::LongRunning, "long"_L1}, std::pair{TaskKind::Stopped, "stopped"_L1},
    std::pair{TaskKind::Failed, "failed"_L1},    std::pair{TaskKind::Unknown, "unknown"_L1},
    std::pair{TaskKind::Mine, "mine"_L1},
};

} // namespace

QJsonObject filterToJson(const Models::TaskFilter &filter)
{
    const auto word =
        std::ranges::find(kindWords, filter.kind, &std::pair<TaskKind, QLatin1StringView>::first);
    return {{u"text"_s, filter.text},
            {u"kind"_s, QString(word->second)},
            {u"sdkAppId"_s, filter.sdkAppId.value},
            {u"account"_s, filter.accountId}};
}

Models::TaskFilter filterFromJson(const QJsonObject &object)
{
    Models::TaskFilter filter;
    filter.text = object.value("text"_L1).toString();
    filter.sdkAppId.value = std::max<qint64>(0, object.value("sdkAppId"_L1).toInteger());
    filter.accountId = object.value("account"_L1).toString();
    const QString kind = object.value("kind"_L1).toString();
    const auto word =
        std::ranges::find_if(kindWords, [&kind](const auto &pair) { return pair.second == kind; });
    filter.kind = word != kindWords.end() ? word->first : TaskKind::Any;
    return filter;
}

SavedFilters::SavedFilters(Config::Settings &settings)
    : m_settings(settings)
{
    const QJsonArray kept = QJsonDocument::fromJson(settings.viewState(u"savedFilters"_s)).array();
    for (const QJsonValue &value : kept) {
        const QJsonObject object = value.toObject();
        const SavedFilter saved{Core::plainText(object.value("name"_L1).toString(), longestFilterName),
                                filterFromJson(object)};
        if (!saved.name.isEmpty() && m_filters.size() < mostFilters)
            m_filters.append(saved);
    }
}

void SavedFilters::save(const QString &name, const Models::TaskFilter &filter)
{
    const QString plain = Core::plainText(name.simplified(), longestFilterName);
    if (plain.isEmpty())
        return;
    m_filters.removeIf([&plain](const SavedFilter &saved) { return saved.name == plain; });
    if (m_filters.size() >= mostFilters)
        m_filters.removeFirst();
    m_filters.append({plain, filter});
    write();
}

void SavedFilters::remove(const QString &name)
{
    m_filters.removeIf([&name](const SavedFilter &saved) { return saved.name == name; });
    write();
}

void SavedFilters::write()
{
    QJsonArray kept;
    for (const SavedFilter &saved : std::as_const(m_filters)) {
        QJsonObject object = filterToJson(saved.filter);
        object.insert("name"_L1, saved.name);
        kept.append(object);
    }
    m_settings.setViewState(u"savedFilters"_s, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

int longRunHours(const Config::Settings &settings)
{
    bool isNumber = false;
    const int hours = settings.viewState(u"longRunHours"_s).toInt(&isNumber);
    return isNumber ? std::clamp(hours, 1, longestLongRunHours) : usualLongRunHours;
}

void setLongRunHours(Config::Settings &settings, int hours)
{
    settings.setViewState(u"longRunHours"_s, QByteArray::number(std::clamp(hours, 1, longestLongRunHours)));
}

} // namespace Gui
