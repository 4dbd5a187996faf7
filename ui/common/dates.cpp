// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// Qt has a short form, all in figures, and a long one with the weekday; people read best what is
/// between.
QString dayFormat(const QLocale& locale)
{
    const QString shortForm = locale.dateFormat(QLocale::ShortFormat);
    const auto year = shortForm.indexOf(u'y');
    const auto month = shortForm.indexOf(u'M');
    const auto dayOfMonth = shortForm.indexOf(u'd');
    if (year < month)
        return u"yyyy-MM-dd"_s;
    if (month < dayOfMonth)
        return u"MMM d, yyyy"_s;
    const bool ordinal = locale.dateFormat(QLocale::LongFormat).contains(u"d. M"_s);
    return ordinal ? u"d. MMM yyyy"_s : u"d MMM yyyy"_s;
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(clientele::dates)
};

} // namespace

QString dates::day(const Timestamp& moment)
{
    const QLocale locale;
    return locale.toString(moment.toDateTime().toLocalTime().date(), dayFormat(locale));
}

QString dates::days(const QDate& first, const QDate& last)
{
    const QLocale locale;
    const QString format = dayFormat(locale);
    const QString end = locale.toString(last, format);
    if (first == last)
        return end;
    const bool wholeMonths = first.day() == 1 && last.day() == last.daysInMonth();
    const bool oneYear = first.year() == last.year();
    if (wholeMonths && oneYear && first.month() == 1 && last.month() == 12)
        return QString::number(first.year());
    if (wholeMonths && oneYear && first.month() == last.month())
        return locale.toString(first, u"MMMM yyyy"_s);
    // The year is said once, where it stands behind the day.
    QString begin = format;
    if (oneYear && !format.startsWith(u'y'))
        begin.remove(u", yyyy"_s).remove(u" yyyy"_s);
    return u"%1 – %2"_s.arg(locale.toString(first, begin), end);
}

QString dates::minute(const Timestamp& moment)
{
    const QLocale locale;
    return day(moment) + u' ' +
           locale.toString(moment.toDateTime().toLocalTime().time(),
                           locale.language() == QLocale::C
                               ? u"HH:mm"_s
                               : locale.timeFormat(QLocale::ShortFormat));
}

QString dates::ago(const Timestamp& moment, const Timestamp& now)
{
    const qint64 seconds = (now.microseconds - moment.microseconds) / 1'000'000;
    if (seconds < 60 && seconds >= -5)
        return Words::tr("just now");
    if (seconds >= 60 && seconds < 3600)
        return Words::tr("%1 min ago").arg(seconds / 60);
    if (seconds >= 3600 && seconds < 86400)
        return Words::tr("%1 h ago").arg(seconds / 3600);
    return day(moment);
}

QString dates::zone()
{
    const int minutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
    if (minutes == 0)
        return u"UTC"_s;
    const QString sign = minutes < 0 ? u"−"_s : u"+"_s;
    const QString hours = QString::number(qAbs(minutes) / 60);
    return qAbs(minutes) % 60 == 0
               ? u"UTC"_s + sign + hours
               : u"UTC"_s + sign + hours + u':' +
                     QString::number(qAbs(minutes) % 60).rightJustified(2, u'0');
}

} // namespace clientele
