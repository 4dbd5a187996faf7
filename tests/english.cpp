// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translations.h"

#include <QCoreApplication>

namespace {

/// What both programs do first: without it, texts say "1 customers".
void speakEnglish()
{
    clientele::translations::installEnglish(*QCoreApplication::instance());
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(speakEnglish)
