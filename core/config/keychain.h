// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <functional>

namespace clientele::keychain {

enum class Act
{
    Read,
    Write,
    Erase
};

struct Request
{
    Act act = Act::Read;
    QString key;
    QString secret; ///< to be written
};

using Answer = std::function<void(Result<QString>)>; ///< what was read; empty after other acts

/// What it is called here, for people; empty where the program was built without QtKeychain.
QString name();

/// Never blocks. The answer comes in the keychain's own thread, or never: a keychain may wait for
/// a person who is not there. One request at a time; the next ones wait for it.
void ask(const Request& request, Answer answer);

} // namespace clientele::keychain
