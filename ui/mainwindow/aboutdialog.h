// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/bookinfo.h"

#include <QDialog>

#include <optional>

namespace clientele {

class StallMeter;

/// The versions of everything, and how quick the window was.
class AboutDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    AboutDialog(const std::optional<BookInfo>& book, const StallMeter& meter, QWidget* parent);
};

} // namespace clientele
