// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

const auto folder = u":/translations"_s;

} // namespace

void translations::installEnglish(QCoreApplication& application)
{
    auto* english = new QTranslator(&application);
    if (english->load(u"clientele_en"_s, folder))
        QCoreApplication::installTranslator(english);
}

void translations::install(QCoreApplication& application, const QLocale& locale)
{
    auto* ours = new QTranslator(&application);
    if (!ours->load(locale, u"clientele"_s, u"_"_s, folder)) {
        installEnglish(application);
        return;
    }
    // Qt's words on its buttons and in its dialogs only where ours are in the same language.
    auto* qt = new QTranslator(&application);
    if (qt->load(u"qtbase_"_s + ours->language(), folder))
        QCoreApplication::installTranslator(qt);
    QCoreApplication::installTranslator(ours);
}

} // namespace clientele
