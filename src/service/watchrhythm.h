// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Service {

//! How often an automatic refresh looks. All in milliseconds.
struct WatchPace
{
    int firstMs = 1000; //!< from the start, or a change of the account, to the first look
    int fastMs = 3000; //!< between looks while something changes or a Stop is under way
    int slowMs = 60'000; //!< the longest pause while nothing does
    int longestMs = 600'000; //!< the longest pause while the service cannot be asked
    int hiddenMs = 900'000; //!< how long it goes on while nobody sees the window
    int mostQuestions = 10; //!< of tasks that lists leave open, in one round
};

//! The pauses of one account: short after news, growing by half while there are none, doubling from failure
//! to failure.
class WatchRhythm
{
public:
    explicit WatchRhythm(const WatchPace &pace);

    [[nodiscard]] int afterLook(bool isBusy);
    [[nodiscard]] int afterFailure();
    //! The next quiet pause is a short one again.
    void reset();
    [[nodiscard]] bool isFailing() const { return m_failurePauseMs > 0; }

private:
    WatchPace m_pace;
    int m_pauseMs;
    int m_failurePauseMs = 0; //!< 0: the last look was answered
};

} // namespace Service
