// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace clientele {

/// Case, accents, widths and ligatures folded away, so that "strasse" finds "Straße" and "łukasz"
/// finds "Lukasz": Unicode's NFKD in lower case, less the marks of Latin, Greek, Cyrillic, Hebrew
/// and Arabic, and with the letters that NFKD leaves (ß, æ, ø, ı, ς) as people without them type
/// them. Marks that other scripts are written with (हिन्दी, ガ) stay. clientele_fold on PostgreSQL
/// does the same.
QString folded(QStringView text);

/// A folded text that knows where its characters come from.
struct FoldedText
{
    QString text;
    /// For each character of `text`, and behind the last, where the one that it was made of begins.
    QList<qsizetype> origins;

    static FoldedText of(QStringView original);
    /// Where in the original ends what the character at @p index is part of.
    [[nodiscard]] qsizetype endOf(qsizetype index) const;
};

/// What a customer is found by: name, e-mail, phone as typed and its digits, folded and kept apart
/// by line breaks, which neither they nor searched words hold.
QString searchText(QStringView name, QStringView email, const std::optional<QString>& phone);

} // namespace clientele
