// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace clientele {

/// What a start of the program asks of its window, beside the connection to be opened.
struct OpenRequest
{
    QStringList files;   ///< absolute paths: a book is opened, everything else imported
    bool import = false; ///< import the files whatever they are; without any, let one be chosen
    bool newCustomer = false;
    QByteArray activation; ///< what the desktop gave this start as its right to come to the front

    [[nodiscard]] bool isEmpty() const { return files.isEmpty() && !import && !newCustomer; }
    bool operator==(const OpenRequest&) const = default;

    /// For another process of the same program.
    [[nodiscard]] QByteArray encoded() const;
    /// nullopt where it is not one, or one of a program that we do not understand.
    static std::optional<OpenRequest> decoded(const QByteArray& text);
};

} // namespace clientele
