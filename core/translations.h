// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace clientele::translations {

/// The plural forms of English: the sources say "%n customers", and this makes "1 customer" of it.
/// All that clientelectl loads, for scripts rely on its words.
void installEnglish(QCoreApplication& application);

/// Our texts, and Qt's own, in the first language of @p locale that we have, otherwise in English.
/// Before the first text is made; GUI thread.
void install(QCoreApplication& application, const QLocale& locale);

} // namespace clientele::translations
