// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/domain/timerange.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace clientele {

/// One condition of a search; a customer has to meet all of them.
struct SearchTerm
{
    enum class Kind
    {
        Text,    ///< `text` is found in `field`, or anywhere in name, e-mail and phone
        Missing, ///< there is nothing in `field`: NULL, or empty as other programs may write it
        Active,
        Created,
        Updated,
        Id, ///< one of `ids`
    };

    Kind kind = Kind::Text;
    std::optional<CustomerField> field; ///< of Text (nullopt is anywhere) and Missing
    QString text;                       ///< of Text, without its quotes
    bool active = true;                 ///< of Active
    TimeRange range;                    ///< of Created and Updated
    QList<qint64> ids;
    /// Written with a minus: a customer must not meet it. "phone:any" is "-phone:none".
    bool excluded = false;
    qsizetype start = 0; ///< where it stands in the text that was parsed, with minus and quotes
    qsizetype length = 0;

    bool operator==(const SearchTerm&) const = default;
};

/// A filter whose value means nothing; it filters nothing.
struct SearchProblem
{
    enum class Kind
    {
        NotYesOrNo, ///< active:perhaps
        NotADate,   ///< created:abc
        NotANumber, ///< id:abc
    };

    Kind kind = Kind::NotADate;
    QString token; ///< as it was typed
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const SearchProblem&) const = default;
};

/// What a person searches for, taken apart:
///
///     anna müller "van dyk" -example.org active:no email:@acme.com phone:none
///     created:2024 created:2024-05..2024-07 updated:<7d updated:>=2024-05-17 id:42 -active:no
///
/// Words stand in any order. What looks like a filter but has no such name is a word: "http://x",
/// "10:30". A quoted part is always text. A minus excludes where a word begins with it, so that
/// "555 -0103" leaves 0103 out; "555-0103" and "555 0103" look for both. What is only begun
/// ("created:", "updated:>=", an open quote with nothing behind) filters nothing and is no problem.
/// SearchToken has the rules of quotes, searchPeriod() those of times.
struct CustomerSearch
{
    QList<SearchTerm> terms;
    QList<SearchProblem> problems;

    bool operator==(const CustomerSearch&) const = default;

    /// Days and times are those of @p now's zone. "updated:<7d" begins with a day and "<3h" with an
    /// hour, so that one search means the same from page to page.
    static CustomerSearch parse(const QString& text,
                                const QDateTime& now = QDateTime::currentDateTime());

    /// The words and phrases that are looked for in @p field, for marking them there.
    [[nodiscard]] QStringList wordsIn(CustomerField field) const;

    /// @p text without the term or problem that stands at @p start; the rest stays as typed.
    static QString without(const QString& text, qsizetype start, qsizetype length);
    /// @p text with the filter @p name ("active") set to @p value, in place of what it was set to
    /// before; taken out where the value is empty. Other filters of that name go, save texts that
    /// are excluded ("-email:@acme.com"). The value is quoted where it needs to be.
    static QString with(const QString& text, const QString& name, const QString& value);
};

} // namespace clientele
