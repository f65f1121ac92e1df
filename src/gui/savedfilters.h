// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/taskfiltermodel.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Config {
class Settings;
}

namespace Gui {

//! What an operator looks at often, under a name. Of the filter, what stands in the fields: text, kind,
//! application and account.
struct SavedFilter
{
    QString name;
    Models::TaskFilter filter;
};

//! What stands in the fields, to be kept.
[[nodiscard]] QJsonObject filterToJson(const Models::TaskFilter &filter);
[[nodiscard]] Models::TaskFilter filterFromJson(const QJsonObject &object);

//! From how many hours on a run is a long one, in the list and in the timeline: 1 to 240; 3.
[[nodiscard]] int longRunHours(const Config::Settings &settings);
void setLongRunHours(Config::Settings &settings, int hours);

//! The operator's own filters, kept with the settings.
class SavedFilters
{
public:
    //! `settings` outlives this object.
    explicit SavedFilters(Config::Settings &settings);

    //! In the order they were saved.
    [[nodiscard]] const QList<SavedFilter> &all() const { return m_filters; }
    //! Takes the place of one of the same name. The oldest goes when there are more than fifty.
    void save(const QString &name, const Models::TaskFilter &filter);
    void remove(const QString &name);

private:
    void write();

    Config::Settings &m_settings;
    QList<SavedFilter> m_filters;
};

} // namespace Gui
