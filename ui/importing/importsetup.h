// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importpreview.h"

#include <QObject>

#include <optional>

namespace clientele {

class Book;

enum class ImportStep
{
    File,
    Format,
    Columns,
    Check,
    Import
};

/// What a person has settled about an import so far, and how the file looks read that way. Each
/// change reads the file's beginning anew, in the background; a newer one calls the older off.
class ImportSetup final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportSetup)

public:
    explicit ImportSetup(Book& book, QObject* parent = nullptr);
    ~ImportSetup() override;

    /// Forgets the format and the columns, and finds them in the new file.
    void setFile(const QString& file);
    /// Keeps the columns where the person chose them and the file still has them.
    void setFormat(const CsvFormat& format);
    void setMapping(const QList<FieldMapping>& mapping);
    void setDuplicatePolicy(DuplicatePolicy policy);

    [[nodiscard]] Book& book() const { return m_book; }
    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] DuplicatePolicy duplicatePolicy() const { return m_policy; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    /// As last read; the one before stands while a newer one is under way.
    [[nodiscard]] const ImportPreview& preview() const { return m_preview; }
    /// Why the file cannot be imported as it is read now: unreadable, empty, binary, no header.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

    [[nodiscard]] FieldMapping mappingOf(CustomerField field) const;
    /// A name and an e-mail address are what a customer cannot do without.
    [[nodiscard]] bool mappingIsComplete() const;
    /// The first step that needs a person; Check where none does.
    [[nodiscard]] ImportStep firstDoubt() const;
    /// What stands in the way of leaving @p step forwards.
    [[nodiscard]] bool canLeave(ImportStep step) const;

    /// Rows in the whole file: exact where the preview saw all, else a guess from its size.
    [[nodiscard]] qint64 estimatedRows() const;
    [[nodiscard]] ImportPlan plan() const;

Q_SIGNALS:
    /// A new file was read for the first time, or could not be.
    void opened();
    /// Anything above changed.
    void changed();

private:
    void read();
    void take(const Result<ImportPreview>& result);

    Book& m_book;
    QString m_file;
    std::optional<CsvFormat> m_format;
    std::optional<QList<FieldMapping>> m_mapping;
    DuplicatePolicy m_policy = DuplicatePolicy::Update;
    ImportPreview m_preview;
    std::optional<Error> m_problem;
    Task<ImportPreview> m_task;
    quint64 m_generation = 0;
    bool m_reading = false;
    bool m_opening = false;
};

} // namespace clientele
