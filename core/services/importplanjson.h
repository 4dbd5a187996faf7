// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"

#include <QJsonObject>

namespace clientele {

/// A plan as an unfinished import keeps it: all that decides what becomes of a row. Files by their
/// whole paths.
QJsonObject toJson(const ImportPlan& plan);
/// nullopt where it is not one that this program understands.
std::optional<ImportPlan> importPlanFromJson(const QJsonObject& json);

} // namespace clientele
