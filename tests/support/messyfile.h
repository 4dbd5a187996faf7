// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace clientele::testing {

/// A made-up file of customers with faults at known lines, and what a correct import of it into an
/// empty book must report.
struct MessyFile
{
    QByteArray csv;
    qint64 rows = 0;
    qint64 importable = 0;
    QMap<qint64, QString> rejected;  ///< line to column
    QMap<qint64, qint64> duplicates; ///< line to the line with the same address before it

    /// The same for the same arguments: names of blanks, missing and malformed addresses, addresses
    /// that come twice, names of 256 characters, rows with too few and too many fields; and quoted
    /// commas, quotes, line breaks and many scripts, which are no faults.
    static MessyFile make(int rows, unsigned seed = 42);
};

} // namespace clientele::testing
