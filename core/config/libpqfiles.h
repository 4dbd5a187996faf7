// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace clientele {

/// A person's own files of libpq, where it looks for them unless it is told otherwise (PostgreSQL
/// manual, 34.16 and 34.17); empty where the environment does not say where that is.
QString passwordFileOf(const QProcessEnvironment& process);
QString serviceFileOf(const QProcessEnvironment& process);

} // namespace clientele
