// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/settings.h"

#include <QJsonObject>

namespace Simulator {

enum class ParameterType { Integer, Unsigned, Number, Boolean, Text, Object };

//! A declared parameter. Objects declare their own fields.
struct Parameter
{
    QString name;
    ParameterType type = ParameterType::Text;
    bool isRequired = false;
    QList<Parameter> fields;
    bool isList = false;
};

enum class ActionKind {
    Stop,
    Start,
    Describe,
    Search,
    RunningTasks,
    SetCallback,
    SetCallbackKey,
    DescribeCallback,
    ApplicationInfos,
    Example, //!< known from the catalogue alone: its example answers
};

//! An action as its edition documents it.
struct Action
{
    ActionKind kind;
    QString name;
    Edition edition = Edition::Both;
    QList<Parameter> parameters;
    QJsonObject example = {}; //!< the answer of ActionKind::Example, without RequestId
};

//! The push family as this simulator lives it, every other action as the catalogue describes it. Null if the
//! edition has no action of this name.
[[nodiscard]] const Action *findAction(QStringView name, Edition edition);

//! What an example of Search sends although no table declares it; refused unless settings allow it.
[[nodiscard]] const QList<Parameter> &searchFilters();

//! Parameters that came as text get their declared types; what cannot be read as its type stays text.
[[nodiscard]] QJsonObject withDeclaredTypes(const Action &action, const QJsonObject &textual);

//! Refuses undeclared names (UnknownParameter), other JSON types than declared
//! (InvalidParameter.BodyParameterTypeUnmatched) and missing or null required ones (MissingParameter).
//! \a extra is declared in addition.
[[nodiscard]] Outcome<void> checkParameters(const Action &action, const QJsonObject &parameters,
                                            const QList<Parameter> &extra = {});

} // namespace Simulator
