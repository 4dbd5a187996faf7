// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/book.h"
#include "core/services/exportplan.h"
#include "tests/support/enginefixture.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace clientele::testing {

/// What tests of exports share: a book of three customers and a folder, both new for each test.
class ExportingTest : public QObject
{
protected:
    void begin(const QString& engine);

    std::optional<Error> run(const ExportPlan& plan);
    std::optional<Error> exportTo(const QString& name, ExportFormat format,
                                  const CustomerQuery& query = {});
    /// Adds customers. 8,000 are so many that a good part of them cannot be on its way before the
    /// first is read.
    void fill(int count);
    [[nodiscard]] QByteArray content(const QString& name) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    /// Hidden ones too.
    [[nodiscard]] QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    EngineFixture m_fixture;
    std::unique_ptr<Book> m_book;
};

} // namespace clientele::testing
