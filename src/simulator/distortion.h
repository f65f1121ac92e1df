// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/faults.h"

#include <QJsonObject>

namespace Simulator {

//! {"Response":{…}} on one line, spoilt by those of \a faults that change a body.
[[nodiscard]] QByteArray answerBody(const QJsonObject &response, const QList<Fault> &faults);

//! What a gateway in front of a dead service answers.
[[nodiscard]] QByteArray badGatewayPage();

} // namespace Simulator
