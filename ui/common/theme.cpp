// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/stylesheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
};

constexpr Shades shades(Token token)
{
    switch (token) {
    case Token::Window:
        return {0xfff4f5f7, 0xff1a1b1f};
    case Token::Surface:
        return {0xffffffff, 0xff212328};
    case Token::Alternate:
        return {0xfffafbfc, 0xff25272d};
    case Token::Line:
        return {0xffe2e4ea, 0xff34373f};
    case Token::Text:
        return {0xff1b1d23, 0xffe7e9ee};
    case Token::Muted:
        return {0xff5f6573, 0xffa2a8b5};
    case Token::Faint:
        return {0xff9aa0ad, 0xff737a88};
    case Token::Accent:
        return {0xff2f5fd7, 0xff86aaff};
    case Token::AccentText:
        return {0xffffffff, 0xff14161b};
    case Token::AccentWash:
        return {0xffe8eefc, 0xff263352};
    case Token::Selection:
        return {0xffdfe8fb, 0xff2c3a5e};
    case Token::Mark:
        return {0xfffff0b3, 0xff6b5a12};
    case Token::Ok:
        return {0xff18774a, 0xff62cf96};
    case Token::OkWash:
        return {0xffe3f4ea, 0xff1d3529};
    case Token::Warn:
        return {0xff8a5800, 0xfff0bb5a};
    case Token::WarnWash:
        return {0xfffdf1d8, 0xff3b301a};
    case Token::Bad:
        return {0xffb3261e, 0xffff9b93};
    case Token::BadWash:
        return {0xfffde8e6, 0xff43262a};
    }
    return {};
}

QFont applicationFont()
{
    const QStringList families = QFontDatabase::families();
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (families.contains(u"Inter"_s))
        font.setFamily(u"Inter"_s);
    font.setPixelSize(13);
    return font;
}

} // namespace

QColor Theme::color(Token token, bool dark)
{
    const Shades both = shades(token);
    return QColor::fromRgb(dark ? both.dark : both.light);
}

QColor Theme::color(Token token)
{
    return color(token, isDark());
}

bool Theme::isDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Theme::showLiterally(QWidget& widget)
{
    QFont font = widget.font();
    font.setStyleStrategy(QFont::PreferNoShaping);
    widget.setFont(font);
}

QPalette Theme::palette(bool dark)
{
    const auto shade = [dark](Token token) { return color(token, dark); };
    QPalette palette(shade(Token::Surface));
    palette.setColor(QPalette::Window, shade(Token::Surface));
    palette.setColor(QPalette::WindowText, shade(Token::Text));
    palette.setColor(QPalette::Base, shade(Token::Surface));
    palette.setColor(QPalette::AlternateBase, shade(Token::Alternate));
    palette.setColor(QPalette::Text, shade(Token::Text));
    palette.setColor(QPalette::PlaceholderText, shade(Token::Muted));
    palette.setColor(QPalette::Button, shade(Token::Surface));
    palette.setColor(QPalette::ButtonText, shade(Token::Text));
    palette.setColor(QPalette::BrightText, shade(Token::Bad));
    palette.setColor(QPalette::Highlight, shade(Token::Selection));
    palette.setColor(QPalette::HighlightedText, shade(Token::Text));
    palette.setColor(QPalette::Link, shade(Token::Accent));
    palette.setColor(QPalette::LinkVisited, shade(Token::Accent));
    palette.setColor(QPalette::ToolTipBase, shade(Token::Surface));
    palette.setColor(QPalette::ToolTipText, shade(Token::Text));
    palette.setColor(QPalette::Light, shade(Token::Surface));
    palette.setColor(QPalette::Midlight, shade(Token::Alternate));
    palette.setColor(QPalette::Mid, shade(Token::Line));
    palette.setColor(QPalette::Dark, shade(Token::Line));
    palette.setColor(QPalette::Shadow, shade(Token::Line));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, shade(Token::Faint));
    return palette;
}

void Theme::apply(QApplication& application, bool dark)
{
    if (application.style()->name() != "fusion"_L1 && application.styleSheet().isEmpty())
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(palette(dark));
    application.setStyleSheet(styleSheet(dark));
    // Last, for a new style gives menus and tables the fonts that the desktop has for them.
    QApplication::setFont(applicationFont());
}

} // namespace clientele
