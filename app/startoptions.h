// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/openrequest.h"
#include "ui/mainwindow/mainwindow.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace clientele {

/// What the command line says.
struct StartOptions
{
    StartChoice choice;
    OpenRequest request;
    QString language; ///< "de"; empty is the system's
    QString screenshot;
    QString gallery;
    QString log;
    bool selfTest = false;
    std::chrono::seconds deadline{60}; ///< of the self test

    /// With --help or a mistake in it, the program ends here.
    static StartOptions read(const QStringList& arguments);
    /// The same before there is an application object: what is not understood is passed over.
    static StartOptions glance(const QStringList& arguments);

    /// Drawn and tested is apart from what the person has open; a connection that is named gets a
    /// window of its own.
    [[nodiscard]] bool sharesWindow() const;
};

} // namespace clientele
