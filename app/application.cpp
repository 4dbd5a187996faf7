// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "ui/common/icons.h"

using namespace Qt::StringLiterals;

namespace clientele {

Application::Application(int& argc, char** argv) : QApplication(argc, argv)
{
    setApplicationName(u"clientele"_s);
    setApplicationVersion(QStringLiteral(CLIENTELE_VERSION));
    setApplicationDisplayName(u"Clientele"_s);
    setDesktopFileName(u"org.clientele.Clientele"_s);
    setWindowIcon(applicationIcon());
}

} // namespace clientele
