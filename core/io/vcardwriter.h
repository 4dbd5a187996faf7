// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/customerwriter.h"

#include <string>

namespace clientele {

/// A vCard 4.0 (RFC 6350) for each customer: FN, EMAIL, TEL, REV and UID. The UID is made of the
/// number and the moment of creation, so that it is the same in every export, and another one in
/// another book: address books replace what they know by it.
class VCardWriter final : public CustomerWriter
{
public:
    explicit VCardWriter(QIODevice& device) : m_device(device) {}

    Result<> write(const CustomerCells& cells) override;
    Result<> finish() override;

    /// @p phone as the value of a tel: URI (RFC 3966), "tel:+49-30-123;ext=12"; empty where it is
    /// no number that is dialled alike all over the world.
    static std::string telephoneUri(std::string_view phone);

private:
    /// A content line, folded at 75 octets (section 3.2).
    void appendLine(std::string_view line);

    QIODevice& m_device;
    std::string m_buffer;
};

} // namespace clientele
