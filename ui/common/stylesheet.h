// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clientele {

/// The style sheet over Fusion. Widgets choose by dynamic properties:
///   QPushButton[kind="primary" | "danger" | "link" | "quiet"], QLabel[role="heading" | "title" |
///   "section" | "muted" | "faint" | "ok" | "warn" | "bad"], QFrame[role="line" | "card"].
QString styleSheet(bool dark);

} // namespace clientele
