// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QIcon>
#include <QStringView>

namespace clientele {

/// An icon of resources/icons, by its file's name. Tinted when it is painted, so that it follows
/// the scheme: with the text's colour, or with the token's. The accent's text colour is for icons
/// on primary buttons.
QIcon icon(QStringView name, Token token = Token::Muted);

/// The program's own, for its windows; in its own colours, light or dark.
QIcon applicationIcon();

} // namespace clientele
