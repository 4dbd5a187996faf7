// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/email.h"
#include "core/result.h"

#include <QString>

namespace clientele {

/// The one place where errors become sentences, for the window and for clientelectl alike: what,
/// where, why, what to do. Through QCoreApplication::translate; never a bare code.
namespace wording {

/// What happened and why, in one or two sentences.
QString sentence(const Error& error);
/// What the person can do about it; may be empty.
QString advice(const Error& error);
/// sentence and advice together.
QString explain(const Error& error);

/// "The part after @ needs a dot, as in example.com."
QString sentence(const Email::Refusal& refusal);

} // namespace wording
} // namespace clientele
