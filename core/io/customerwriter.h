// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/result.h"

#include <memory>

class QIODevice;

namespace clientele {

/// Writes customers to a device, one after the other, in memory that does not grow.
class CustomerWriter
{
public:
    virtual ~CustomerWriter() = default;

    virtual Result<> write(const Customer& customer) = 0;
    /// What closes the file. Nothing is certain to be written before it.
    virtual Result<> finish() = 0;

    /// A header, then id, name, email, phone, is_active, created_at and updated_at as in
    /// toJsonLine(); NULL is an empty field. UTF-8. The device must be open and outlive the writer.
    static std::unique_ptr<CustomerWriter> csv(QIODevice& device, char delimiter = ',');
    /// One array with a customer a line.
    static std::unique_ptr<CustomerWriter> json(QIODevice& device);
    /// A customer a line and nothing else.
    static std::unique_ptr<CustomerWriter> jsonLines(QIODevice& device);
};

} // namespace clientele
