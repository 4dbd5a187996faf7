// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace clientele;

namespace {

/// WCAG 2.1, 1.4.3.
double luminance(const QColor& color)
{
    const auto part = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) +
           0.0722 * part(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void paletteTellsItsScheme();
};

void ThemeTest::textCanBeRead_data()
{
    QTest::addColumn<Token>("text");
    QTest::addColumn<Token>("ground");
    const auto pair = [](const char* name, Token text, Token ground) {
        QTest::newRow(name) << text << ground;
    };
    pair("text on window", Token::Text, Token::Window);
    pair("text on surface", Token::Text, Token::Surface);
    pair("text on alternate", Token::Text, Token::Alternate);
    pair("text on selection", Token::Text, Token::Selection);
    pair("text on mark", Token::Text, Token::Mark);
    pair("text on accent wash", Token::Text, Token::AccentWash);
    pair("text on ok wash", Token::Text, Token::OkWash);
    pair("text on warn wash", Token::Text, Token::WarnWash);
    pair("text on bad wash", Token::Text, Token::BadWash);
    pair("muted on window", Token::Muted, Token::Window);
    pair("muted on surface", Token::Muted, Token::Surface);
    pair("muted on alternate", Token::Muted, Token::Alternate);
    pair("muted on selection", Token::Muted, Token::Selection);
    pair("accent on window", Token::Accent, Token::Window);
    pair("accent on surface", Token::Accent, Token::Surface);
    pair("accent on accent wash", Token::Accent, Token::AccentWash);
    pair("accent on warn wash", Token::Accent, Token::WarnWash);
    pair("accent on bad wash", Token::Accent, Token::BadWash);
    pair("letters on accent", Token::AccentText, Token::Accent);
    pair("ok on surface", Token::Ok, Token::Surface);
    pair("ok on ok wash", Token::Ok, Token::OkWash);
    pair("warn on surface", Token::Warn, Token::Surface);
    pair("warn on warn wash", Token::Warn, Token::WarnWash);
    pair("bad on surface", Token::Bad, Token::Surface);
    pair("bad on bad wash", Token::Bad, Token::BadWash);
}

void ThemeTest::textCanBeRead()
{
    QFETCH(Token, text);
    QFETCH(Token, ground);
    for (const bool dark : {false, true}) {
        const double ratio = contrast(Theme::color(text, dark), Theme::color(ground, dark));
        QVERIFY2(ratio >= 4.5,
                 qPrintable(QString::number(ratio) +
                            (dark ? QStringLiteral(" dark") : QStringLiteral(" light"))));
    }
}

void ThemeTest::paletteTellsItsScheme()
{
    Theme::apply(*qApp, true);
    QVERIFY(Theme::isDark());
    Theme::apply(*qApp, false);
    QVERIFY(!Theme::isDark());
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
