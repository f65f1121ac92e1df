// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace TestSupport {

//! What a call with a callback answered; also how often.
template <typename T> class Answer
{
public:
    [[nodiscard]] std::function<void(Core::Result<T>)> callback() const
    {
        return [state = m_state](Core::Result<T> result) {
            state->result = std::move(result);
            ++state->count;
        };
    }
    [[nodiscard]] int count() const { return m_state->count; }
    [[nodiscard]] bool isThere() const { return m_state->count > 0; }
    [[nodiscard]] bool hasValue() const { return isThere() && m_state->result->has_value(); }
    [[nodiscard]] const Core::Result<T> &result() const { return *m_state->result; }
    [[nodiscard]] const auto &value() const { return **m_state->result; }
    [[nodiscard]] const Core::Error &error() const { return m_state->result->error(); }

private:
    struct State
    {
        std::optional<Core::Result<T>> result;
        int count = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace TestSupport

//! Waits for an answer that is a value; says the error where it is one.
#define AWAIT_VALUE(answer)                                                                                  \
    do {                                                                                                     \
        QVERIFY(QTest::qWaitFor([&] { return (answer).isThere(); }, 20'000));                                \
        QVERIFY2((answer).hasValue(), (answer).hasValue() ? "" : qPrintable((answer).error().detail));       \
    } while (false)

//! Waits for an answer that is an error of `errorKind`.
#define AWAIT_ERROR(answer, errorKind)                                                                       \
    do {                                                                                                     \
        QVERIFY(QTest::qWaitFor([&] { return (answer).isThere(); }, 20'000));                                \
        QVERIFY(!(answer).hasValue());                                                                       \
        QCOMPARE(Core::nameOf((answer).error().kind), Core::nameOf(errorKind));                              \
    } while (false)
