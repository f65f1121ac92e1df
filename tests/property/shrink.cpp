// SPDX-License-Identifier: GPL-3.0-or-later
#include "property/shrink.h"

#include <QStringList>

#include <algorithm>

namespace Property {

namespace {

using Fails = std::function<bool(const Script &)>;

//! Leaves out runs of steps, long ones first.
[[nodiscard]] bool leaveOut(Script &script, const Fails &fails)
{
    bool isShorter = false;
    for (qsizetype length = std::max<qsizetype>(1, script.steps.size() / 2); length > 0; length /= 2) {
        for (qsizetype at = 0; at + length <= script.steps.size();) {
            Script less = script;
            less.steps.remove(at, length);
            if (fails(less)) {
                script = less;
                isShorter = true;
            } else {
                ++at;
            }
        }
    }
    return isShorter;
}

[[nodiscard]] QList<Step> simpler(const Step &step)
{
    QList<Step> steps;
    for (qint64 Step::*const number : {&Step::a, &Step::b}) {
        for (const qint64 smaller :
             {qint64(0), qint64(1), step.*number / 2, step.*number / 10 * 10, step.*number - 1}) {
            Step less = step;
            less.*number = smaller;
            if (smaller >= 0 && smaller < step.*number) {
                steps.append(less);
            }
        }
    }
    const QStringList tasks = step.text.split(u',');
    if (step.op == Op::Stop) {
        for (qsizetype i = 0; i < tasks.size() && tasks.size() > 1; ++i) {
            Step less = step;
            QStringList fewer = tasks;
            fewer.removeAt(i);
            less.text = fewer.join(u',');
            steps.append(less);
        }
    }
    return steps;
}

[[nodiscard]] bool simplify(Script &script, const Fails &fails)
{
    bool isSimpler = false;
    for (qsizetype at = 0; at < script.steps.size(); ++at) {
        const QList<Step> candidates = simpler(script.steps.at(at));
        for (const Step &candidate : candidates) {
            Script less = script;
            less.steps[at] = candidate;
            if (fails(less)) {
                script = less;
                isSimpler = true;
                break;
            }
        }
    }
    return isSimpler;
}

} // namespace

Script shrunk(const Script &failing, const Fails &fails)
{
    constexpr int mostPasses = 30;
    Script script = failing;
    bool isSmaller = true;
    for (int pass = 0; pass < mostPasses && isSmaller; ++pass) {
        isSmaller = leaveOut(script, fails);
        isSmaller = simplify(script, fails) || isSmaller;
    }
    return script;
}

} // namespace Property
