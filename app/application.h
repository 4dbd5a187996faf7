// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace clientele {

/// The application object, with the program's name, version and icon.
class Application final : public QApplication
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    Application(int& argc, char** argv);
};

} // namespace clientele
