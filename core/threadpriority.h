// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clientele {

/// Lets this thread stand back, for the rest of its life, behind those that somebody waits for: it
/// has what they leave of the processors, and all of them where nobody else is at work. Systems let
/// no thread take that back without special rights, so it is for threads that do nothing else.
void standBack();

} // namespace clientele
