// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importpreview.h"

#include <QObject>

#include <optional>

namespace clientele {

class Book;
class ImportMemory;

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
    /// Both must outlive it; without @p memory each file is new.
    ImportSetup(Book& book, ImportMemory* memory, QObject* parent = nullptr);
    ~ImportSetup() override;

    /// Forgets the format, the columns and what was mended, and finds them in the new file.
    void setFile(const QString& file);
    /// There is no file after all.
    void fail(const Error& problem);
    /// Keeps the columns where the person chose them and the file still has them.
    void setFormat(const CsvFormat& format);
    /// How dates are written is found again, unless the person has said it.
    void setMapping(const QList<FieldMapping>& mapping);
    /// As MomentReader takes it; nullopt finds it.
    void setDateFormat(const std::optional<QString>& format);
    void setDuplicatePolicy(DuplicatePolicy policy);
    void setUpdates(const std::optional<QList<CustomerField>>& updated,
                    const QList<CustomerField>& cleared);
    void setNullTexts(const QStringList& texts);
    void setAtomic(bool atomic);
    void setErrorPolicy(ErrorPolicy policy);
    /// In the place of what the file says, in one cell.
    void setOverride(const CellOverride& cell);
    void clearOverrides();
    /// All that it says of columns and duplicates.
    void follow(const ImportPlan& recipe);
    /// The next file with these columns is taken the same way.
    void remember() const;

    [[nodiscard]] Book& book() const { return m_book; }
    [[nodiscard]] const QString& file() const { return m_plan.file; }
    [[nodiscard]] DuplicatePolicy duplicatePolicy() const { return m_plan.onDuplicate; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    /// What was done with the last file of this header is done with this one.
    [[nodiscard]] bool isRemembered() const { return m_remembered; }
    [[nodiscard]] bool hasDateFormat() const { return m_dateFormat.has_value(); }
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
    bool recall();
    [[nodiscard]] bool hasColumnsOf(const QList<FieldMapping>& mapping,
                                    const QStringList& columns) const;

    Book& m_book;
    ImportMemory* m_memory;
    ImportPlan m_plan;
    std::optional<CsvFormat> m_format;
    std::optional<QList<FieldMapping>> m_mapping;
    std::optional<QString> m_dateFormat;
    ImportPreview m_preview;
    std::optional<Error> m_problem;
    Task<ImportPreview> m_task;
    quint64 m_generation = 0;
    bool m_reading = false;
    bool m_opening = false;
    bool m_remembered = false;
};

} // namespace clientele
