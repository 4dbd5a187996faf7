// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace clientele::ctl {

/// An option that a command takes: "--name", with a value or without.
struct OptionSpec
{
    QString name;      ///< without the dashes
    QString valueName; ///< "TEXT"; empty where it takes no value
    QString help;
    bool repeated = false;
};

/// What stands on a command line: options and the words between them.
class Arguments final
{
public:
    /// Takes options wherever they stand, as "--name value" or "--name=value"; "--" ends them, and
    /// "-" and "-1" are words. With @p untilFirstWord it ends at the first word, which rest() then
    /// begins with. The error is a sentence that names the option.
    static Result<Arguments> parse(const QStringList& words, const QList<OptionSpec>& specs,
                                   bool untilFirstWord = false);

    [[nodiscard]] bool has(const QString& option) const { return m_values.contains(option); }
    /// nullopt where it is not given.
    [[nodiscard]] std::optional<QString> value(const QString& option) const;
    [[nodiscard]] QStringList values(const QString& option) const { return m_values.value(option); }
    [[nodiscard]] const QStringList& words() const { return m_words; }
    [[nodiscard]] const QStringList& rest() const { return m_rest; }

    /// Takes over what @p other has; it is an error to have given an option on both sides.
    Result<> merge(const Arguments& other);
    /// InvalidInput where more than one of @p options is given.
    [[nodiscard]] Result<> atMostOneOf(const QStringList& options) const;
    /// The value as a whole number of at least @p least; @p byDefault where the option is not
    /// given.
    [[nodiscard]] Result<qint64> number(const QString& option, qint64 byDefault,
                                        qint64 least = 0) const;

private:
    QHash<QString, QStringList> m_values;
    QStringList m_words;
    QStringList m_rest;
};

/// What --delimiter says: one of , ; | or the word tab.
Result<char> delimiterFrom(const QString& word);

/// An error of the command line itself: exit status 2.
Error usageError(const QString& sentence);
bool isUsageError(const Error& error);

} // namespace clientele::ctl
