// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"
#include "core/task.h"

#include <QJsonObject>

/// How files of one kind are imported, as a file that people keep, share, and replay with
/// `clientelectl import --recipe`. JSON, in UTF-8:
///
///     {
///       "recipe": "clientele-import",       what it is
///       "version": 1,                       a program refuses one that is newer than itself
///       "format": {                         left out: it is found anew in each file
///         "kind": "csv",                    or "json", "jsonl"; the rest is of CSV, but the
///         encoding "encoding": "UTF-8", "delimiter": ",", "quote": "\"", "backslash": false,
///         "header": true
///       },
///       "fields": {                         name and email at least
///         "name": {"columns": ["First name", "Last name"], "separator": " "},
///         "email": {"columns": ["E-mail"]},
///         "is_active": {"constant": "yes"},
///         "created_at": {"columns": ["Since"], "date": "dmy"}       as MomentReader takes it
///       },
///       "null": ["n/a"],                    texts that say that there is nothing
///       "onDuplicate": "update",            or "skip", "reject"
///       "update": ["name", "phone"],        what an update writes; left out: all fields above
///       "clear": ["phone"],                 what an update takes away where the file has nothing
///       "onError": "skip",                  or "stop"
///       "atomic": false
///     }
///
/// What is left out is as an import has it where nothing is said. Keys that are not known are
/// refused: a recipe that is half understood does half of what it should.
namespace clientele::recipes {

/// Of @p plan all but the file, the rejects, and what belongs to single rows.
QJsonObject toJson(const ImportPlan& plan);
/// The error, InvalidInput, names the key in its subject, and says what is wrong with it.
Result<ImportPlan> fromJson(const QJsonObject& json);
/// True where the recipe says how files are to be read.
bool hasFormat(const QJsonObject& json);

/// Whether "date" may be this.
bool knowsDateFormat(const QString& format);

struct Recipe
{
    ImportPlan plan;
    bool hasFormat = false;
};

/// Both in the background; what is saved is written as a whole or not at all.
Task<Recipe> read(const QString& file);
Task<std::monostate> save(const ImportPlan& plan, const QString& file);

} // namespace clientele::recipes
