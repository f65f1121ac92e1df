// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace Core {
class Clock;
}

namespace Gui {

//! Tells when nobody has used mouse or keyboard in any window of the program for a while. The time that the
//! machine slept counts; a clock that is set back does not make it longer.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    //! Looks at the clock every `lookMs`. The clock outlives this object.
    explicit IdleWatch(const Core::Clock &clock, int lookMs = 5'000, QObject *parent = nullptr);

    //! 0 ends the watch.
    void setLimit(int milliseconds);
    //! What a person does; events that Qt makes of others do not count.
    [[nodiscard]] static bool isInput(const QEvent &event);

Q_SIGNALS:
    //! Said again as long as nobody comes back.
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteInput();
    void look();

    const Core::Clock &m_clock;
    QTimer m_looking;
    qint64 m_limitMs = 0;
    qint64 m_lastInputMs = 0; //!< of the monotonic clock
    QDateTime m_lastInputAt;
};

} // namespace Gui
