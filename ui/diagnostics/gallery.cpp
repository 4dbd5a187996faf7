// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/gallery.h"

#include "core/services/book.h"
#include "ui/common/gallerydriver.h"
#include "ui/diagnostics/diagnosticsdialog.h"

#include <QLineEdit>
#include <QTableView>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

using Driver = GalleryDriver;
using Steps = std::vector<Driver::Step>;

/// What a person might do in a minute, one after the other; one act of it is refused.
void work(Book* book, QObject* context, int done = 0)
{
    const auto next = [book, context, done](const auto&) { work(book, context, done + 1); };
    const CustomerQuery query{.text = done % 2 ? u"wil"_s : u"garcía"_s,
                              .sort = {{.field = CustomerField::Name}}};
    if (done == 14)
        return;
    if (done % 7 == 5)
        whenDone(book->create({.name = u"Sara Wilson"_s, .email = u"sarah.wilson@tacnode.io"_s}),
                 context, next);
    else if (done % 7 == 3)
        whenDone(book->customerByEmail(u"sarah.wilson@tacnode.io"_s), context, next);
    else if (done % 7 == 4)
        whenDone(book->count(query), context, next);
    else
        whenDone(book->page(query, {.limit = 200}), context, next);
}

QWidget* diagnostics(const ConnectionSettings& samples, DiagnosticsDialog::Page page,
                     const std::function<Steps(DiagnosticsDialog*, QTableView*)>& steps)
{
    auto* dialog = new DiagnosticsDialog;
    auto* book = new Book(samples, {}, dialog);
    dialog->setBook(book);
    dialog->showPage(page);
    whenDone(book->open(), dialog, [book, dialog](const auto&) { work(book, dialog); });
    new Driver(dialog, steps(dialog, dialog->findChild<QTableView*>(u"logTable"_s)));
    return dialog;
}

Driver::Step filled(QTableView* table)
{
    return Driver::until([table] { return table->model()->rowCount() > 14; });
}

} // namespace

QList<GalleryState> diagnosticsStates(const ConnectionSettings& samples)
{
    const auto done = &GalleryDriver::isDone;
    const auto log = [samples](auto steps) {
        return [samples, steps] { return diagnostics(samples, DiagnosticsDialog::Log, steps); };
    };
    return {
        {u"diagnostics-connections"_s,
         [samples] {
             return diagnostics(
                 samples, DiagnosticsDialog::Connections, [](DiagnosticsDialog* d, QTableView*) {
                     auto* book = d->findChild<Book*>();
                     return Steps{Driver::until([book] { return book->activity().size() > 14; }),
                                  // Turned away and back: the numbers are looked at anew.
                                  {[] { return true; },
                                   [d] {
                                       d->showPage(DiagnosticsDialog::Log);
                                       d->showPage(DiagnosticsDialog::Connections);
                                   }}};
                 });
         },
         done},
        {u"diagnostics-log"_s, log([](DiagnosticsDialog*, QTableView* table) {
             return Steps{filled(table), {[] { return true; }, [table] { table->selectRow(8); }}};
         }),
         done},
        {u"diagnostics-log-values"_s, log([](DiagnosticsDialog* d, QTableView* table) {
             return Steps{Driver::click(d, u"logValues"_s),
                          filled(table),
                          {[] { return true; },
                           [table] { table->selectRow(table->model()->rowCount() - 3); }}};
         }),
         done},
        {u"diagnostics-log-nothing"_s, log([](DiagnosticsDialog* d, QTableView* table) {
             return Steps{
                 filled(table),
                 Driver::click(d, u"logErrors"_s),
                 {[] { return true; },
                  [d] { d->findChild<QLineEdit*>(u"logWords"_s)->setText(u"deadlock"_s); }}};
         }),
         done},
        {u"diagnostics-no-book"_s,
         []() -> QWidget* {
             auto* dialog = new DiagnosticsDialog;
             dialog->showPage(DiagnosticsDialog::Log);
             return dialog;
         },
         done},
    };
}

} // namespace clientele
