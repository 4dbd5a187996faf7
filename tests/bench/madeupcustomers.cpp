// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/madeupcustomers.h"

#include "core/domain/phone.h"
#include "core/domain/searchtext.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace clientele::bench::madeup {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array firstNames{
    u"Maria",   u"Anna",  u"Thomas", u"Michael", u"José",   u"Sofia",  u"Jürgen", u"Claire",
    u"Łukasz",  u"Ines",  u"Peter",  u"Emma",    u"Noah",   u"Fatima", u"Omar",   u"Yuki",
    u"Chen",    u"Priya", u"Arjun",  u"Olga",    u"Dmitri", u"Zoë",    u"Hugo",   u"Astrid",
    u"Francis", u"Grace", u"Henry",  u"Ivana",   u"Jakob",  u"Karin",  u"Liam",   u"Mónica"};
constexpr std::array lastNames{
    u"Müller",   u"Schmidt", u"Smith",    u"Jones",   u"García",  u"Martin",   u"Rossi",
    u"Silva",    u"Nguyen",  u"Kowalski", u"Ivanov",  u"Tanaka",  u"Wang",     u"Patel",
    u"Andersen", u"Dubois",  u"O'Brien",  u"Novák",   u"Yılmaz",  u"Becker",   u"Fischer",
    u"Lindberg", u"Costa",   u"Petrov",   u"Johnson", u"Schwarz", u"Hoffmann", u"Moreau"};
constexpr std::array syllables{u"ba",  u"ker", u"lin", u"mo", u"tas", u"ve",  u"rud", u"gi",
                               u"hol", u"pra", u"sen", u"wi", u"dar", u"fel", u"nu",  u"zo"};
constexpr std::array domains{u"example.com", u"example.org", u"example.net", u"mail.example.com",
                             u"shop.example.org"};

/// splitmix64: numbers without a pattern, the same everywhere.
class Dice final
{
public:
    explicit Dice(qint64 seed) : m_state(quint64(seed) * 0x9e3779b97f4a7c15ULL) {}

    qint64 below(size_t end)
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return qint64((z ^ (z >> 31)) % end);
    }
    template <class Table>
    QString of(const Table& table)
    {
        return QString::fromUtf16(table[size_t(below(table.size()))]);
    }

private:
    quint64 m_state;
};

QString rareName(Dice& dice)
{
    QString name;
    for (int i = 0; i < 4; ++i)
        name += dice.of(syllables);
    name[0] = name[0].toUpper();
    return name;
}

std::optional<QString> phoneNumber(Dice& dice)
{
    const qint64 form = dice.below(10);
    if (form == 0)
        return std::nullopt;
    const qint64 area = 200 + dice.below(700);
    const qint64 exchange = 200 + dice.below(800);
    const qint64 line = 1000 + dice.below(9000);
    const QString pattern = form < 4   ? u"+1 (%1) %2-%3"_s
                            : form < 8 ? u"+49 %1 %2%3"_s
                                       : u"%1-%2-%3"_s;
    return pattern.arg(area).arg(exchange).arg(line);
}

class OutFile final
{
public:
    explicit OutFile(const QString& name) : m_file(name)
    {
        if (!m_file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", qPrintable(name));
    }
    void write(const QString& text)
    {
        if (m_file.write(text.toUtf8()) < 0)
            qFatal("%s cannot be written", qPrintable(m_file.fileName()));
    }

private:
    QFile m_file;
};

} // namespace

CustomerDraft customer(qint64 number)
{
    Dice dice(number);
    const QString first = dice.of(firstNames);
    const QString last = dice.below(5) == 0 ? rareName(dice) : dice.of(lastNames);
    QString local = folded(first + u'.' + last);
    local.remove(u'\'');
    return {.name = first + u' ' + last,
            .email = u"%1.%2@%3"_s.arg(local).arg(number).arg(dice.of(domains)),
            .phone = phoneNumber(dice)};
}

QString csvLine(const CustomerDraft& draft)
{
    return u"%1,%2,%3\n"_s.arg(draft.name, draft.email, draft.phone.value_or(QString()));
}

void writeCsv(const QString& file, qint64 rows, qint64 duplicateEvery, qint64 before)
{
    OutFile out(file);
    out.write(u"name,email,phone\n"_s);
    QString last;
    for (qint64 i = 1; i <= rows; ++i) {
        CustomerDraft draft = customer(before + i);
        if (duplicateEvery > 0 && i % duplicateEvery == 0)
            draft.email = last;
        out.write(csvLine(draft));
        last = draft.email;
    }
}

void writeSqliteCsv(const QString& file, qint64 rows)
{
    OutFile out(file);
    for (qint64 i = 1; i <= rows; ++i) {
        const CustomerDraft draft = customer(i);
        out.write(u"%1,%2,%3,%4,2026-01-02 03:04:05.678,2026-01-02 03:04:05.678,1,\"%5\"\n"_s.arg(
            QString::number(i), draft.name, draft.email, draft.phone.value_or(QString()),
            searchText(draft.name, draft.email, draft.phone)));
    }
}

SearchKind kindOf(qsizetype search)
{
    return SearchKind(search % searchKinds);
}

QString nameOf(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Rare:
        return u"rare word"_s;
    case SearchKind::Frequent:
        return u"frequent word"_s;
    case SearchKind::OneLetter:
        return u"one letter"_s;
    case SearchKind::TwoWords:
        return u"two words"_s;
    case SearchKind::Digits:
        return u"phone digits"_s;
    case SearchKind::Nobody:
        return u"no hit"_s;
    }
    Q_UNREACHABLE();
}

QStringList searches(int count, qint64 rows)
{
    QStringList found;
    Dice dice(4711);
    while (found.size() < count) {
        const CustomerDraft draft = customer(1 + dice.below(size_t(rows)));
        const QString first = draft.name.section(u' ', 0, 0);
        const QString last = draft.name.section(u' ', 1);
        QString text;
        switch (kindOf(found.size())) {
        case SearchKind::Rare:
            if (std::ranges::any_of(
                    lastNames, [&](const char16_t* name) { return last == QStringView(name); }))
                continue;
            text = last;
            break;
        case SearchKind::Frequent:
            text = dice.below(2) == 0 ? first : last;
            break;
        case SearchKind::OneLetter:
            text = last.left(1).toLower();
            break;
        case SearchKind::TwoWords:
            text = first.left(4) + u' ' + last;
            break;
        case SearchKind::Digits:
            text = phone::digits(draft.phone.value_or(u"555 0100"_s)).right(6);
            break;
        case SearchKind::Nobody:
            text = u"qx%1zw"_s.arg(dice.below(1000));
            break;
        }
        if (found.isEmpty() || found.last() != text)
            found += text;
    }
    return found;
}

} // namespace clientele::bench::madeup
