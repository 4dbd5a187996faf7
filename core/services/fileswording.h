// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace clientele::wording {

/// What is said of an error that our own readers and writers of files name by its code; empty for
/// others.
QString fileSentence(const Error& error);
QString fileAdvice(const Error& error);

} // namespace clientele::wording
