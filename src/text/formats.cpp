// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/formats.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

constexpr qint64 secondsPerMinute = 60;
constexpr qint64 secondsPerHour = 60 * secondsPerMinute;
constexpr qint64 secondsPerDay = 24 * secondsPerHour;

class Formats
{
    Q_DECLARE_TR_FUNCTIONS(Text::Formats)
public:
    //! `width` digits for the smaller unit: 2 lines columns up, 1 reads better in a sentence.
    [[nodiscard]] static QString span(qint64 seconds, int width);
};

[[nodiscard]] QString padded(qint64 value, int width)
{
    return u"%1"_s.arg(value, width, 10, '0'_L1);
}

QString Formats::span(qint64 seconds, int width)
{
    if (seconds < secondsPerMinute) {
        return tr("%1 s", "seconds").arg(qMax<qint64>(0, seconds));
    }
    if (seconds < secondsPerHour) {
        return tr("%1 min %2 s", "minutes, seconds")
            .arg(QString::number(seconds / secondsPerMinute), padded(seconds % secondsPerMinute, width));
    }
    if (seconds < secondsPerDay) {
        return tr("%1 h %2 min", "hours, minutes")
            .arg(QString::number(seconds / secondsPerHour),
                 padded(seconds % secondsPerHour / secondsPerMinute, width));
    }
    return tr("%1 d %2 h", "days, hours")
        .arg(QString::number(seconds / secondsPerDay),
             padded(seconds % secondsPerDay / secondsPerHour, width));
}

[[nodiscard]] QString timeText(QTime time, const QLocale &locale)
{
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (!format.contains(u's')) {
        format.replace("mm"_L1, "mm:ss"_L1);
    }
    return locale.toString(time, format);
}

} // namespace

QString duration(qint64 seconds)
{
    return Formats::span(seconds, 2);
}

QString localDateTime(const QDateTime &utc, const QLocale &locale)
{
    if (!utc.isValid()) {
        return {};
    }
    const QDateTime local = utc.toLocalTime();
    return locale.toString(local.date(), QLocale::ShortFormat) + u' ' + timeText(local.time(), locale);
}

QString localTime(const QDateTime &utc, const QLocale &locale)
{
    return utc.isValid() ? timeText(utc.toLocalTime().time(), locale) : QString();
}

QString latency(qint64 milliseconds, const QLocale &locale)
{
    if (milliseconds < 0) {
        return {};
    }
    if (milliseconds < 1000) {
        return Formats::tr("%1 ms", "milliseconds").arg(milliseconds);
    }
    // Tenths are cut, not rounded, so that 59,999 ms does not read as "60.0 s".
    const qint64 tenths = milliseconds / 100;
    if (tenths < secondsPerMinute * 10) {
        return Formats::tr("%1 s", "seconds")
            .arg(locale.toString(static_cast<double>(tenths) / 10.0, 'f', 1));
    }
    return duration(milliseconds / 1000);
}

QString clockOffset(qint64 offsetSeconds)
{
    if (offsetSeconds == 0) {
        return Formats::tr("this computer's clock agrees with the service's");
    }
    const QString span = Formats::span(qAbs(offsetSeconds), 1);
    return offsetSeconds > 0 ? Formats::tr("this computer's clock is %1 behind").arg(span)
                             : Formats::tr("this computer's clock is %1 ahead").arg(span);
}

QString size(qint64 bytes, const QLocale &locale)
{
    return bytes < 0 ? QString() : locale.formattedDataSize(bytes, 1);
}

} // namespace Text
