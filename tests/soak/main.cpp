// SPDX-License-Identifier: GPL-3.0-or-later
// Readers and writers on an open book, over a network and a server that fail at random; then what
// is in the table is held against what the writers were told.
#include "tests/soak/chaos.h"
#include "tests/soak/writer.h"
#include "tests/support/enginefixture.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QThread>
#include <QTimer>

#include <cstdio>

using namespace clientele;
using namespace clientele::soak;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int writers = 4;
constexpr int readers = 3;
constexpr int mostGrowth = 16; // MB, from the end of the first third on

void say(const QString& text)
{
    std::printf("%s\n", qPrintable(text));
    std::fflush(stdout);
}

int residentMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QString status = QString::fromLatin1(file.readAll());
    return status.section(u"VmRSS:"_s, 1).section(u"kB"_s, 0, 0).trimmed().toInt() / 1000;
}

/// Pages, searches and jumps, and changes its mind.
void read(Book& book, unsigned seed, const std::stop_token& stop, std::atomic<qint64>& answered)
{
    std::mt19937 random(seed);
    while (!stop.stop_requested()) {
        CustomerQuery query;
        if (random() % 2 == 0)
            query.text = u"writer %1"_s.arg(random() % writers + 1);
        auto page = onBook(book, [&] { return book.page(query, {}); });
        if (random() % 3 == 0) {
            QThread::usleep(random() % 5000);
            page.cancel();
        }
        answered += page.wait().hasValue();
    }
}

struct Row
{
    QString name;
    int written = 0;
};

QMap<QString, Row> rowsInTruth(const PostgresServer& server, const QString& database)
{
    QMap<QString, Row> rows;
    const QString printed = server.execute(
        database, u"SELECT email, name, written FROM customer WHERE email LIKE 'w%'"_s);
    for (const QString& line : printed.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'|');
        rows.insert(cells[0], {cells[1], cells[2].toInt()});
    }
    return rows;
}

/// What stands against @p entry in the table, or nothing.
QString fault(const Entry& entry, const Row* row)
{
    if (!entry.isCertain)
        return row && row->written > entry.writes + entry.mayBeWrites ? u"was written too often"_s
                                                                      : QString();
    if (entry.isThere && !row)
        return u"is lost"_s;
    if (!entry.isThere && row)
        return u"is there, and its writer was told that it is not"_s;
    if (row && row->name != entry.name)
        return u"is \"%1\", and not \"%2\""_s.arg(row->name, entry.name);
    if (row && row->written != entry.writes)
        return u"was written %1 times, and not %2"_s.arg(row->written).arg(entry.writes);
    return {};
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser line;
    line.addOption({u"seconds"_s, u"How long"_s, u"N"_s, u"600"_s});
    line.addOption({u"seed"_s, u"Of what is at random"_s, u"N"_s,
                    QString::number(std::random_device()() % 100000)});
    line.process(application);
    const int seconds = line.value(u"seconds"_s).toInt();
    const unsigned seed = line.value(u"seed"_s).toUInt();
    say(u"Soaking for %1 s with seed %2"_s.arg(seconds).arg(seed));

    EngineFixture fixture;
    const ConnectionSettings settings = fixture.fresh(u"postgresql"_s);
    PostgresServer& server = fixture.server();
    server.execute(settings.database,
                   u"ALTER TABLE customer ADD COLUMN written int NOT NULL DEFAULT 0;"
                   "CREATE FUNCTION count_writes() RETURNS trigger LANGUAGE plpgsql AS"
                   " $$BEGIN NEW.written := OLD.written + 1; RETURN NEW; END$$;"
                   "CREATE TRIGGER count_writes BEFORE UPDATE ON customer FOR EACH ROW"
                   " EXECUTE FUNCTION count_writes();"_s);
    WireProxy proxy(settings);
    Book book(proxy.settings(settings.database), QString());
    if (!book.open().wait()) {
        say(u"The book does not open."_s);
        return 1;
    }

    std::vector<std::unique_ptr<Writer>> ledgers;
    std::atomic<qint64> answered = 0;
    int early = 0;
    QMap<QString, int> faults;
    {
        std::vector<std::jthread> threads;
        for (int i = 1; i <= writers; ++i) {
            Writer& writer = *ledgers.emplace_back(
                std::make_unique<Writer>(book, i, seed + static_cast<unsigned>(i)));
            threads.emplace_back([&writer](const std::stop_token& stop) {
                while (!stop.stop_requested())
                    writer.act();
            });
        }
        for (unsigned i = 1; i <= readers; ++i)
            threads.emplace_back([&, i](const std::stop_token& stop) {
                read(book, seed + 100 + i, stop, answered);
            });
        Chaos chaos(server, proxy, seed);
        QTimer::singleShot(seconds * 1000 / 3, &book, [&] { early = residentMegabytes(); });
        QTimer::singleShot(seconds * 1000, &book, [&] { QCoreApplication::quit(); });
        QCoreApplication::exec();
        chaos.end();
        faults = chaos.faults();
        for (auto& thread : threads)
            thread.request_stop();
        // They start their tasks in this thread, which must not wait for them in vain.
        std::thread ends([&] {
            threads.clear();
            QMetaObject::invokeMethod(&book, [] { QCoreApplication::quit(); });
        });
        QCoreApplication::exec();
        ends.join();
    }

    int wrong = 0;
    QMap<QString, int> outcomes;
    qsizetype customers = 0;
    const auto rows = rowsInTruth(server, settings.database);
    qsizetype known = 0;
    for (const auto& writer : ledgers) {
        for (auto it = writer->outcomes().cbegin(); it != writer->outcomes().cend(); ++it) {
            outcomes[it.key()] += it.value();
            wrong += it.key().contains(u"WRONG"_s) ? it.value() : 0;
        }
        for (auto it = writer->ledger().cbegin(); it != writer->ledger().cend(); ++it) {
            const auto row = rows.constFind(it.key());
            known += row != rows.cend();
            const QString what = fault(*it, row == rows.cend() ? nullptr : &*row);
            if (!what.isEmpty() && ++wrong <= 20)
                say(u"WRONG: %1 %2"_s.arg(it.key(), what));
        }
        customers += writer->ledger().size();
    }
    if (known != rows.size()) {
        ++wrong;
        say(u"WRONG: %1 rows that nobody wrote"_s.arg(rows.size() - known));
    }
    for (auto it = faults.cbegin(); it != faults.cend(); ++it)
        say(u"  fault    %1 x %2"_s.arg(it.value(), 6).arg(it.key()));
    for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it)
        say(u"  outcome  %1 x %2"_s.arg(it.value(), 6).arg(it.key()));
    const PoolStatistics pool = book.poolStatistics();
    say(u"  pool     %1 opened, %2 could not be, %3 found dead, %4 waited in vain"_s
            .arg(pool.opened)
            .arg(pool.failed)
            .arg(pool.invalidated)
            .arg(pool.timeouts));
    const int late = residentMegabytes();
    say(u"  memory   %1 MB after a third of the time, %2 MB at the end"_s.arg(early).arg(late));
    say(u"  pages    %1 read"_s.arg(answered));
    say(u"%1 customers in the ledger, %2 in the table, %3 wrong"_s.arg(customers)
            .arg(rows.size())
            .arg(wrong));
    if (late - early > mostGrowth) {
        say(u"WRONG: memory grew by %1 MB"_s.arg(late - early));
        ++wrong;
    }
    return wrong == 0 && answered > 0 && customers > 0 ? 0 : 1;
}
