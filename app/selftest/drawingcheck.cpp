// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/drawingcheck.h"

#include "app/selftest/testlog.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QStyleFactory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

constexpr int enough = 100;

bool isDrawn(const QIcon& icon)
{
    return coloursIn(icon.pixmap(32, 32).toImage()) > 1;
}

QImage drawn(const QString& text)
{
    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    painter.drawText(image.rect(), Qt::AlignCenter, text);
    return image;
}

void checkIcons(TestLog& log)
{
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QStringList missing;
    for (const QString& file : files) {
        if (!isDrawn(icon(file.chopped(4), Token::Text)))
            missing << file;
    }
    if (files.isEmpty())
        log.failed(u"icons"_s, u"There are none in the program."_s);
    else if (!missing.isEmpty())
        log.failed(u"icons"_s, u"Not drawn: %1"_s.arg(missing.join(u", "_s)));
    else if (!isDrawn(QGuiApplication::windowIcon()))
        log.failed(u"icons"_s, u"The program's own is not drawn."_s);
    else
        log.passed(u"icons"_s, u"%1, and the program's own"_s.arg(files.size()));
}

void checkStyle(const QApplication& application, TestLog& log)
{
    const QStringList styles = QStyleFactory::keys();
    if (!styles.contains(u"Fusion"_s, Qt::CaseInsensitive))
        log.failed(u"style"_s, u"Fusion is not there; %1 is."_s.arg(styles.join(u", "_s)));
    else if (application.styleSheet().isEmpty())
        log.failed(u"style"_s, u"The style sheet over Fusion is missing."_s);
    else
        log.passed(u"style"_s, u"Fusion, with the style sheet"_s);
}

/// Where there are no fonts, all letters are the same box, or nothing. A desktop has fonts of its
/// own for some widgets (QApplication::setFont()).
void checkLetters(TestLog& log)
{
    const QFont font = QApplication::font();
    const auto isOther = [&](const char* widget) { return QApplication::font(widget) != font; };
    const QList<const char*> widgets{"QMenuBar", "QMenu", "QAbstractItemView", "QMessageBox"};
    const auto other = std::ranges::find_if(widgets, isOther);
    if (QFontDatabase::families().isEmpty() || drawn(u"A"_s) == drawn(u"g"_s))
        log.failed(u"letters"_s, u"No font can be drawn with. Install one, such as fonts-dejavu or "
                                 "Inter."_s);
    else if (other != widgets.end())
        log.failed(u"letters"_s,
                   u"%1 has %2 instead of the program's own."_s.arg(
                       QLatin1StringView(*other), QFontInfo(QApplication::font(*other)).family()));
    else
        log.passed(u"letters"_s, QFontInfo(font).family());
}

} // namespace

void checkDrawingOf(const QApplication& application, TestLog& log)
{
    checkIcons(log);
    checkStyle(application, log);
    checkLetters(log);
}

int coloursIn(const QImage& picture)
{
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            colours.insert(picture.pixel(x, y));
            if (colours.size() == enough)
                return enough;
        }
    }
    return int(colours.size());
}

} // namespace clientele
