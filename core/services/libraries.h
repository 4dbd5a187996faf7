// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace clientele {

/// A library that the program works with, as it was found when it started.
struct Library
{
    QString name;
    QString version;
};

/// Those that reach databases: SQLite's and PostgreSQL's, and what the latter encrypts with.
QList<Library> databaseLibraries();

} // namespace clientele
