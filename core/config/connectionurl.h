// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/result.h"

#include <QString>

namespace clientele {

/// A URL taken apart. postgresql:// and postgres:// as libpq reads them (RFC 3986 escapes, several
/// hosts, IPv6, sockets, keywords as query parameters; SQLAlchemy's "+driver" is dropped), and
/// sqlite:///path as SQLAlchemy: three slashes and a relative path, four for an absolute one.
struct ConnectionUrl
{
    ConnectionSettings settings;
    QString password;

    /// The error's text never repeats the password.
    static Result<ConnectionUrl> parse(const QString& url);
    /// With everything escaped, never with a password.
    static QString render(const ConnectionSettings& settings);
    /// For people: *** where there is a password.
    [[nodiscard]] QString masked() const;
    /// What parse() makes this of again. Never shown, logged or written.
    [[nodiscard]] QString withPassword() const;
};

} // namespace clientele
