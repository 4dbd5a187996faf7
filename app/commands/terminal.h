// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace clientele::ctl {

/// Has the standard streams carry bytes as they are, in UTF-8 where they are a terminal. Once,
/// before anything is read or written.
void prepareStreams();

[[nodiscard]] bool isInputTerminal();
[[nodiscard]] bool isErrorTerminal();

/// A line that is typed without being shown; nullopt at the end of the input. Only where the input
/// is a terminal.
[[nodiscard]] std::optional<QString> readSilently();
/// For whoever is interrupted while typing such a line, and wants to see what comes next.
void switchEchoOn();

} // namespace clientele::ctl
