// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/madeupcustomers.h"
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
    StallMeter::Figures waits;
    workshop.fullBook(engine, [&](Book& book, const QString& file) {
        waits = searchWhileImporting(book, file, workshop.rows());
    });
    const QString work =
        u"on %1 while importing %2 and searching (ms)"_s.arg(nameOf(engine)).arg(workshop.rows());
    report.add({.name = u"Waits of the window, 99.9 % of them, "_s + work,
                .ours = waits.p999,
                .limited = Figure::Limited::Ours,
                .limit = 16});
    report.add({.name = u"Longest wait of the window, "_s + work,
                .ours = waits.longest,
                .limited = Figure::Limited::Ours,
                .limit = 50});
}

} // namespace clientele::bench
