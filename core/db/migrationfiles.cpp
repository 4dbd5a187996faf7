// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrationfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace clientele::migrations {

using namespace Qt::StringLiterals;

namespace {

QString folder(Engine engine)
{
    return engine == Engine::PostgreSql ? u":/migrations/postgresql/"_s : u":/migrations/sqlite/"_s;
}

/// Empty where there is none.
QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Error refused(const QString& sentence)
{
    return {.kind = ErrorKind::InvalidInput, .message = sentence};
}

/// Steps from @p current, as "+1" asks for them.
Result<int> relative(const QList<Migration>& migrations, const QString& word, int current)
{
    bool isNumber = false;
    const int steps = QStringView(word).mid(1).toInt(&isNumber);
    if (!isNumber)
        return refused(u"\"%1\" is no number of steps; write +1 or -1."_s.arg(word));
    const bool up = word.startsWith(u'+');
    const int room = up ? static_cast<int>(migrations.size()) - current : current;
    if (steps > room) {
        const QString found = room == 0   ? u"there is none"_s
                              : room == 1 ? u"there is only 1"_s
                                          : u"there are only %1"_s.arg(room);
        return refused(u"%1 asks for %2 steps %3 from %4, but %5."_s.arg(
            word, QString::number(steps), up ? u"up"_s : u"down"_s, nameOf(migrations, current),
            found));
    }
    return up ? current + steps : current - steps;
}

/// The places that an abbreviation may stand for: the number alone, else beginnings.
QList<int> candidates(const QList<Migration>& migrations, const QString& word)
{
    QList<int> exact;
    QList<int> beginnings;
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    for (int i = 0; i < migrations.size(); ++i) {
        const Migration& migration = migrations[i];
        const bool sameNumber = isNumber && number > 0 && migration.revision.toInt() == number;
        if (sameNumber || migration.revision == word || migration.name == word)
            exact += i + 1;
        else if (migration.revision.startsWith(word) || migration.name.startsWith(word))
            beginnings += i + 1;
    }
    return exact.isEmpty() ? beginnings : exact;
}

} // namespace

const QString& Migration::up(bool adopted) const
{
    return adopted && !adoptedSql.isEmpty() ? adoptedSql : sql;
}

const QString& Migration::down(bool adopted) const
{
    return adopted && !adoptedDownSql.isEmpty() ? adoptedDownSql : downSql;
}

QString Migration::checksum(bool adopted) const
{
    const QByteArray text = QString(up(adopted)).remove(u'\r').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

QString Migration::title() const
{
    return QString(name).replace(u'_', u' ');
}

QList<Migration> all(Engine engine)
{
    QList<Migration> migrations;
    const QDir directory(folder(engine));
    for (const QString& entry : directory.entryList({u"*.up.sql"_s}, QDir::Files, QDir::Name)) {
        const QString base = entry.chopped(7);
        const QString path = directory.filePath(base);
        migrations += Migration{.revision = base.section(u'_', 0, 0),
                                .name = base.section(u'_', 1),
                                .sql = read(path + u".up.sql"_s),
                                .downSql = read(path + u".down.sql"_s),
                                .adoptedSql = read(path + u".adopted-up.sql"_s),
                                .adoptedDownSql = read(path + u".adopted-down.sql"_s)};
    }
    return migrations;
}

Result<int> locate(const QList<Migration>& migrations, const QString& word, int current)
{
    if (word == u"base")
        return 0;
    if (word == u"head" || word == u"heads")
        return static_cast<int>(migrations.size());
    if (word.startsWith(u'+') || word.startsWith(u'-'))
        return relative(migrations, word, current);
    const QList<int> places = word.isEmpty() ? QList<int>() : candidates(migrations, word);
    if (places.size() == 1)
        return places.first();
    if (places.isEmpty())
        return refused(u"There is no revision \"%1\"; \"migrate history\" lists them."_s.arg(word));
    QStringList names;
    for (const int place : places)
        names += u"%1 (%2)"_s.arg(migrations[place - 1].revision, migrations[place - 1].title());
    return refused(u"\"%1\" may mean %2. Write more of it."_s.arg(word, names.join(u" or "_s)));
}

Result<Range> locateRange(const QList<Migration>& migrations, const QString& words, int current)
{
    if (words.count(u':') != 1)
        return refused(
            u"\"%1\" is no range of revisions; write FROM:TO, as in base:head."_s.arg(words));
    const QString from = words.section(u':', 0, 0);
    const QString to = words.section(u':', 1, 1);
    const auto first = locate(migrations, from.isEmpty() ? u"base"_s : from, current);
    if (!first)
        return first.error();
    const auto last = locate(migrations, to.isEmpty() ? u"head"_s : to, current);
    if (!last)
        return last.error();
    return Range{.from = *first, .to = *last};
}

QString nameOf(const QList<Migration>& migrations, int place)
{
    return place == 0 ? u"base"_s : migrations[place - 1].revision;
}

QStringList statements(const QString& script)
{
    // Quoted text and names, text between dollar quotes, comments, ends, and all other letters.
    static const QRegularExpression token(
        u"'(?:[^']|'')*'|\"[^\"]*\"|(\\$\\w*\\$)[\\s\\S]*?\\1|(--[^\\n]*|/\\*[\\s\\S]*?\\*/)|(;)|[\\s\\S]"_s);
    QStringList found;
    QString statement;
    const auto finish = [&] {
        if (!statement.trimmed().isEmpty())
            found += statement.trimmed();
        statement.clear();
    };
    for (auto it = token.globalMatch(script); it.hasNext();) {
        const auto match = it.next();
        if (match.hasCaptured(3))
            finish();
        else if (!match.hasCaptured(2))
            statement += match.captured();
    }
    finish();
    return found;
}

} // namespace clientele::migrations
