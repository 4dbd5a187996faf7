// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/messyfile.h"

#include <QString>
#include <QStringList>

#include <random>
#include <vector>

namespace clientele::testing {

using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(const QString& field)
{
    const bool needed = field.contains(u',') || field.contains(u'"') || field.contains(u'\n');
    QString text = field;
    return (needed ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text).toUtf8();
}

} // namespace

MessyFile MessyFile::make(int rows, unsigned seed)
{
    static const QStringList names = {u"Jacob"_s, u"Zoë"_s,   u"Łukasz"_s, u"O'Neil"_s,
                                      u"陳"_s,    u"Ольга"_s, u"أحمد"_s,   u"太郎"_s};
    std::mt19937 random(seed);
    MessyFile file{.csv = "name,email,phone\n", .rows = rows};
    std::vector<std::pair<QString, qint64>> taken;
    qint64 line = 2;
    for (int i = 0; i < rows; ++i) {
        QString name = names[qsizetype(random() % 8)] + u' ' + QString::number(i, 36);
        QString email = u"someone.%1@example%2.com"_s.arg(i).arg(i % 97);
        const QString phone = u"+1-555-%1"_s.arg(i % 10000, 4, 10, QChar(u'0'));
        QByteArray raw;
        const unsigned fault = random() % 40;
        switch (fault) {
        case 0:
            name = u"   "_s;
            file.rejected[line] = u"name"_s;
            break;
        case 1:
            email.clear();
            file.rejected[line] = u"email"_s;
            break;
        case 2:
            email.replace(u'@', u" at "_s);
            file.rejected[line] = u"email"_s;
            break;
        case 3:
            if (!taken.empty()) {
                const auto& [address, first] = taken[random() % taken.size()];
                email = address;
                file.duplicates[line] = first;
            }
            break;
        case 4:
            name = QString(256, u'N');
            file.rejected[line] = u"name"_s;
            break;
        case 5:
            raw = quoted(name);
            file.rejected[line] = u"fields"_s;
            break;
        case 6:
            raw = quoted(name) + ',' + quoted(email) + ',' + quoted(phone) + ",surplus";
            file.rejected[line] = u"fields"_s;
            break;
        case 7:
            name += u", \"the second\""_s;
            break;
        case 8:
            name += u"\nof two lines"_s;
            break;
        default:
            break;
        }
        if (raw.isEmpty())
            raw = quoted(name) + ',' + quoted(email) + ',' + quoted(phone);
        if (!file.rejected.contains(line) && !file.duplicates.contains(line)) {
            taken.emplace_back(email, line);
            ++file.importable;
        }
        file.csv += raw + '\n';
        line += raw.count('\n') + 1;
    }
    return file;
}

} // namespace clientele::testing
