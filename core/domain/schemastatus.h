// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace clientele {

/// One of the numbered changes that make a book's tables, and whether this book has had it.
struct SchemaRevision
{
    QString revision;  ///< "0002"
    QString previous;  ///< "0001", or empty for the first
    QString title;     ///< "search and sort"
    QString appliedAt; ///< as the database wrote it; empty where it was not applied
    bool current = false;
    bool head = false;

    bool operator==(const SchemaRevision&) const = default;
};

/// Where a book's tables stand.
struct SchemaStatus
{
    QString revision; ///< empty at base
    QString head;
    bool adopted = false;            ///< others made the table customer, and it was adopted
    QString alembic;                 ///< what Alembic's own table says; empty where there is none
    QList<SchemaRevision> revisions; ///< newest first

    [[nodiscard]] bool isHead() const { return revision == head; }
    bool operator==(const SchemaStatus&) const = default;
};

/// How a book's tables differ from what the migrations make.
struct SchemaDrift
{
    enum class Outcome
    {
        Same,
        Different,
        Behind ///< not at the newest revision, so there is nothing to compare with
    };

    Outcome outcome = Outcome::Same;
    QString revision;
    QString head;
    QStringList differences; ///< "customer.phone is varchar(20), expected varchar(64)"
    QStringList remarks;     ///< what others added: told, and no fault

    bool operator==(const SchemaDrift&) const = default;
};

} // namespace clientele
