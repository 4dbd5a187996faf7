// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/domain/customercells.h"
#include "core/domain/exportformat.h"
#include "core/result.h"

#include <memory>

class QIODevice;

namespace clientele {

/// Where a writer writes, and what it may use meanwhile.
struct WriterPlace
{
    QIODevice& device; ///< open; outlives the writer
    QString folder;    ///< for temporary files; empty is the system's
    /// Where what takes long ends; null where nobody ends it.
    std::shared_ptr<const Cancellation> cancellation = {};
};

/// Writes customers to a device, one after the other, in memory that does not grow.
class CustomerWriter
{
    Q_DISABLE_COPY_MOVE(CustomerWriter)

public:
    virtual ~CustomerWriter() = default;

    /// An error of this or an earlier customer.
    virtual Result<> write(const CustomerCells& cells) = 0;
    /// What closes the file. Nothing is certain to be written before it.
    virtual Result<> finish() = 0;

    static std::unique_ptr<CustomerWriter> make(const ExportStyle& style, const WriterPlace& place);

protected:
    CustomerWriter() = default;
};

} // namespace clientele
