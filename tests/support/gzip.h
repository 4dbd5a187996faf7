// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace clientele::testing {

/// A gzip file of one member.
QByteArray gzipped(const QByteArray& text);

} // namespace clientele::testing
