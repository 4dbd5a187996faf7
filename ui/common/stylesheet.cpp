// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stylesheet.h"

#include "ui/common/theme.h"

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

const char16_t* const rules = uR"(
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: 4px; }
QMainWindow { background: @surface; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QWidget#central, QMenuBar { background: @surface; }
QLabel[role="title"] { font-size: 18px; font-weight: 700; }
QLabel[role="heading"] { font-size: 14px; font-weight: 600; }
QLabel[role="section"] { font-size: 12px; color: @muted; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="faint"] { color: @muted; font-size: 12px; }
QLabel[role="ok"] { color: @ok; font-size: 12px; }
QLabel[role="warn"] { color: @warn; font-size: 12px; }
QLabel[role="bad"] { color: @bad; font-size: 12px; }
QFrame[role="line"] { background: @line; border: none; }
QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: 8px; }

QPushButton, QCheckBox, QRadioButton { outline: none; }
QPushButton { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 0 12px;
              min-height: 30px; color: @text; }
QPushButton:hover { background: @alternate; border-color: @faint; }
QPushButton:pressed { background: @window; }
QPushButton:focus { border: 2px solid @accent; padding: 0 11px; min-height: 28px; }
QPushButton:disabled { color: @faint; border-color: @line; }
QPushButton:default { border-color: @accent; }
QPushButton[kind="primary"] { background: @accent; border-color: @accent; color: @accentText;
                              font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled { background: @accentOff; border-color: @accentOff;
                                       color: @accentOffText; }
QPushButton[kind="danger"] { background: @bad; border-color: @bad; color: @onBad; font-weight: 600; }
QPushButton[kind="danger"]:focus { border: 2px solid @text; }
QPushButton[kind="link"] { border: 2px solid transparent; background: transparent; color: @accent;
                           font-weight: 600; padding: 0 2px; min-height: 18px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; border-radius: 4px; padding: 0 2px;
                                 min-height: 18px; }
QPushButton[kind="quiet"] { border: 2px solid transparent; background: transparent; padding: 0 4px;
                            min-height: 22px; min-width: 18px; }
QPushButton[kind="quiet"]:hover { background: @window; }
QPushButton[kind="quiet"]:focus { border: 2px solid @accent; padding: 0 4px; min-height: 22px; }
QPushButton[kind="card"] { text-align: left; border: 1px solid @border; border-radius: 8px;
                           padding: 0; }
QPushButton[kind="card"]:hover { border-color: @accent; background: @alternate; }
QPushButton[kind="card"]:focus { border: 2px solid @accent; padding: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QPushButton[kind="chip"] { border: 1px solid @border; border-radius: 12px; padding: 0 11px;
                           min-height: 22px; max-height: 22px; color: @muted; background: @surface; }
QPushButton[kind="chip"]:hover { color: @text; border-color: @faint; }
QPushButton[kind="chip"]:focus { border: 2px solid @accent; padding: 0 10px; min-height: 20px;
                                 max-height: 20px; }
QPushButton[kind="chip"]:checked, QPushButton[kind="chip"][tone="on"] { background: @accentWash; border-color: @accent; color: @chipOn;
                                   font-weight: 600; }
QPushButton[kind="chip"][tone="warn"] { color: @warn; }
QPushButton[kind="chip"][tone="bad"] { color: @bad; }
QPushButton[kind="chip"][tone="ok"] { color: @ok; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox, QAbstractSpinBox {
    background: @surface; border: 1px solid @border; border-radius: 6px; padding: 0 9px;
    color: @text; selection-background-color: @selection; selection-color: @text; }
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus,
QSpinBox:focus { border: 2px solid @accent; padding: 0 8px; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus { min-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px; }
QPlainTextEdit[kind="pane"] { border: 2px solid transparent; border-radius: 0; padding: 5px 14px; }
QPlainTextEdit[kind="pane"]:focus { border-color: @accent; }
QLineEdit:disabled, QLineEdit:read-only, QComboBox:disabled { color: @muted;
                                                              background: @alternate; }
QLineEdit[changed="true"] { border-left: 3px solid @accent; padding-left: 7px; }
QLineEdit[refused="true"] { border: 1px solid @bad; padding-left: 9px; }
QLineEdit[refused="true"][changed="true"] { border-left: 3px solid @bad; padding-left: 7px; }
QLineEdit[refused="true"]:focus { border: 2px solid @bad; padding: 0 8px; }
QTableView QLineEdit { border-radius: 0; min-height: 0; padding: 0 4px; }
QTableView QLineEdit:focus { min-height: 0; padding: 0 4px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; background: transparent;
    subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/icons/chevron-@scheme.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { border: 1px solid @line; background: @surface; outline: none; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; font-weight: 600; padding: 5px 6px 6px 6px;
               margin-right: 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; }
QTabBar::tab:selected:focus { color: @chipOn; background: @accentWash; }

QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; font-size: 12px; font-weight: 600;
                       border: none; border-bottom: 1px solid @line; padding: 0 10px; height: 30px; }
QHeaderView::section:hover { color: @text; }
QTableView, QListView, QTreeView { border: none; outline: none; background: @surface;
    alternate-background-color: @alternate; selection-background-color: @selection;
    selection-color: @text; }
QTableView QTableCornerButton::section { background: @surface; border: none; }
QListView::item { border-radius: 6px; }
QListView::item:selected { background: @selection; color: @text; }

QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @surface; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QSplitter::handle { background: @line; }
QProgressBar { border: none; border-radius: 3px; background: @line; max-height: 6px;
               min-height: 6px; text-align: right; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QAbstractScrollArea::corner { background: @surface; border: none; }
QScrollBar#tableScrollBar { width: 10px; }
QScrollBar#tableScrollBar::handle { border-radius: 3px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent;
                          border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @faint;
                                                background: @surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
                               image: url(:/icons/tick-@scheme.svg); }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @border;
                                                                  background: @alternate; }
QCheckBox::indicator:checked:disabled { background: @faint; border-color: @faint; }
QRadioButton::indicator:checked:disabled { border-color: @faint; }
)";

QString mix(const QColor& a, const QColor& b, double share)
{
    const auto part = [share](int x, int y) { return qRound(x * share + y * (1 - share)); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()))
        .name();
}

} // namespace

QString styleSheet(bool dark)
{
    const auto shade = [dark](Token token) { return Theme::color(token, dark); };
    // Longer names first where one begins like another.
    const std::pair<QLatin1String, QString> values[] = {
        {"@accentOffText"_L1,
         mix(shade(Token::AccentText), shade(Token::Surface), dark ? 0.7 : 0.9)},
        {"@accentOff"_L1, mix(shade(Token::Accent), shade(Token::Surface), 0.45)},
        {"@accentHover"_L1, mix(shade(Token::Accent), shade(Token::Text), 0.9)},
        {"@accentText"_L1, shade(Token::AccentText).name()},
        {"@accentWash"_L1, shade(Token::AccentWash).name()},
        {"@accent"_L1, shade(Token::Accent).name()},
        {"@alternate"_L1, shade(Token::Alternate).name()},
        {"@onBad"_L1, dark ? u"#14161b"_s : u"#ffffff"_s},
        {"@chipOn"_L1, mix(shade(Token::Accent), shade(Token::Text), dark ? 0.8 : 0.85)},
        {"@border"_L1, mix(shade(Token::Line), shade(Token::Faint), 0.8)},
        {"@scroll"_L1, mix(shade(Token::Line), shade(Token::Faint), 0.5)},
        {"@selection"_L1, shade(Token::Selection).name()},
        {"@surface"_L1, shade(Token::Surface).name()},
        {"@scheme"_L1, dark ? u"dark"_s : u"light"_s},
        {"@window"_L1, shade(Token::Window).name()},
        {"@faint"_L1, shade(Token::Faint).name()},
        {"@muted"_L1, shade(Token::Muted).name()},
        {"@line"_L1, shade(Token::Line).name()},
        {"@text"_L1, shade(Token::Text).name()},
        {"@warn"_L1, shade(Token::Warn).name()},
        {"@bad"_L1, shade(Token::Bad).name()},
        {"@ok"_L1, shade(Token::Ok).name()},
    };
    QString sheet = QString::fromUtf16(rules);
    for (const auto& [name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

} // namespace clientele
