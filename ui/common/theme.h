// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;
class QWidget;

namespace clientele {

/// The colours of the program, by what they are for.
enum class Token
{
    Window,    ///< title, status bar
    Surface,   ///< table, panels, dialogs
    Alternate, ///< every second row
    Line,      ///< borders, separators
    Text,
    Muted, ///< labels, inactive rows
    Faint, ///< placeholders and decoration only, never the only carrier of a fact
    Accent,
    AccentText, ///< on Accent
    AccentWash,
    Selection,
    Mark, ///< behind words found
    Ok,   ///< verdicts, always with a word or sign
    OkWash,
    Warn,
    WarnWash,
    Bad,
    BadWash,
};

enum class ColorScheme
{
    System,
    Light,
    Dark
};

/// Light and dark, as palette and style sheet over Fusion.
namespace Theme {

/// In the scheme that is shown at the moment.
QColor color(Token token);
QColor color(Token token, bool dark);

/// True where the application's palette is a dark one.
bool isDark();

QPalette palette(bool dark);

/// Puts style, palette, font and style sheet in place; again at each change of scheme.
void apply(QApplication& application, bool dark);

/// Shows what @p widget holds letter by letter: Inter would draw the x of "9683x1497" as a times
/// sign. Scripts that need shaping are shaped all the same.
void showLiterally(QWidget& widget);

} // namespace Theme
} // namespace clientele
