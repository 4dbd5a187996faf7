// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"
#include "core/services/importplan.h"

#include <QMap>

namespace clientele::ctl {

/// What the command line, and the recipe that it names, say of an import. The line goes before the
/// recipe.
struct ImportChoices
{
    ImportPlan plan;             ///< with the recipe's format and mapping, where there is one
    QList<FieldMapping> mapping; ///< by --map and --set
    QMap<CustomerField, QString> separators;
    std::optional<QString> dateFormat;
    bool hasFormat = false;  ///< the plan's is the recipe's
    bool hasMapping = false; ///< the same
    QByteArray encoding;     ///< empty where it is to be found
    char delimiter = 0;      ///< 0 where it is to be found
    QString recipeToSave;

    /// Reads the recipe.
    static Result<ImportChoices> from(const Arguments& arguments);
    static QList<OptionSpec> options();

    [[nodiscard]] bool changesFormat() const { return !encoding.isEmpty() || delimiter != 0; }
    void changeFormat(CsvFormat& format) const;
    [[nodiscard]] bool mapsColumnsTo(CustomerField field) const;
    /// Sets the separators and the way of dates. A usage error where there is no such field.
    [[nodiscard]] Result<> refine(QList<FieldMapping>& all) const;
};

} // namespace clientele::ctl
