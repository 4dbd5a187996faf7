// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

QString number(std::optional<double> value)
{
    if (!value)
        return u"-"_s;
    return QString::number(*value, 'f', *value < 10 ? 2 : *value < 100 ? 1 : 0);
}

QString line(const QString& name, const QString& ours, const QString& peer, const QString& ratio,
             const QString& limit)
{
    constexpr int nameWidth = 90;
    return name.leftJustified(nameWidth) + ours.rightJustified(10) + peer.rightJustified(10) +
           ratio.rightJustified(8) + limit.rightJustified(12);
}

QString toJson(const Figure& figure)
{
    const auto orNull = [](std::optional<double> value) {
        return value ? QJsonValue(*value) : QJsonValue();
    };
    const QJsonObject object{
        {u"name"_s, figure.name},           {u"ours"_s, figure.ours},
        {u"peer"_s, orNull(figure.peer)},   {u"ratio"_s, orNull(figure.ratio())},
        {u"limit"_s, orNull(figure.limit)}, {u"ok"_s, figure.holds()}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

std::optional<double> Figure::ratio() const
{
    return peer && *peer > 0 ? std::optional(ours / *peer) : std::nullopt;
}

bool Figure::holds() const
{
    if (!limit)
        return true;
    if (limited == Limited::Ours)
        return ours <= *limit;
    return ratio() && *ratio() <= *limit;
}

void Report::add(const Figure& figure)
{
    m_missed += figure.holds() ? 0 : 1;
    QTextStream out(stdout);
    if (m_json) {
        out << toJson(figure) << Qt::endl;
        return;
    }
    if (!std::exchange(m_begun, true))
        out << line({}, u"ours"_s, u"peer"_s, u"ratio"_s, u"limit"_s) << '\n';
    QString limit = u"-"_s;
    if (figure.limit)
        limit = QString::number(*figure.limit) +
                (figure.limited == Figure::Limited::Ratio ? u" x"_s : QString());
    out << line(figure.name, number(figure.ours), number(figure.peer), number(figure.ratio()),
                limit)
        << (!figure.limit    ? ""
            : figure.holds() ? "  ok"
                             : "  MISSED")
        << Qt::endl;
}

} // namespace clientele::bench
