// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/windowchild.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/searchcontroller.h"

#include <QTemporaryDir>
#include <QTimer>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int millisecondsBetweenKeys = 120; // somebody who types without a pause

StallMeter::Figures searchWhileImporting(Book& book, const QString& file, qint64 rows)
{
    QTemporaryDir folder;
    JsonStore store(folder.path());
    CustomersPage page(book, Profile{.connection = book.settings()}, store);
    page.resize(1200, 800);
    page.show();
    page.search().start();

    const QStringList searches = madeup::searches(1000, rows);
    qsizetype next = 0;
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, &page,
                     [&] { page.search().setText(searches[next++ % searches.size()]); });
    typing.start(millisecondsBetweenKeys);

    // The first paint of a window is none of the waits that a person feels while working.
    StallMeter meter;
    QTimer::singleShot(500, &page, [&meter] { meter.start(); });
    importSeconds(book, file, rows);
    return meter.figures();
}

} // namespace

void benchWaits(Workshop& workshop, Engine engine, Report& report)
{
    const qint64 rows = std::min<qint64>(workshop.rows(), 1'000'000);
    const QString file = workshop.csv(rows);
    const auto book = openBook(workshop.emptyBook(engine, u"waits"_s));
    const StallMeter::Figures waits = searchWhileImporting(*book, file, rows);
    addWaits(report, u"importing %1 and searching on %2"_s.arg(shortNumber(rows), nameOf(engine)),
             {{{u"waits"_s, toJson(waits)}}});
}

} // namespace clientele::bench
