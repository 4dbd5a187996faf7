// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/gallery.h"

#include "core/services/importjob.h"
#include "ui/common/gallerydriver.h"
#include "ui/importing/exportdialog.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/jobs.h"
#include "ui/importing/jobsdialog.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString write(const QString& folder, const QString& name, const QByteArray& content)
{
    QFile file(QDir(folder).filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

QByteArray cleanRows(int count, const QByteArray& domain)
{
    static constexpr const char* first[] = {"Zoë", "Łukasz", "Mia", "José", "Björn", "Amelia"};
    static constexpr const char* last[] = {"García", "Kim", "Rossi", "Chen", "Müller"};
    QByteArray result = "First Name,Last Name,E-mail,Phone,City\n";
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        result += QByteArray(first[i % 6]) + ',' + last[i % 5] + ",person." + n + '@' + domain +
                  ",+1-555-" + n.rightJustified(4, '0') + ",Lisbon\n";
    }
    return result;
}

QByteArray messyRows()
{
    QByteArray result = cleanRows(60, "march.example");
    result += "Emma,Sato,emma.sato at march.example,+1-555-0037,Porto\n"
              " , ,nobody@march.example,+1-555-0071,Faro\n"
              "Noah\n"
              "Mia,Chen,person.7@march.example,+1-555-0112,Braga\n"
              "Ana,Costa,ana@nodot,+351 21 555 01,Lisbon\n";
    return result;
}

ExportOffer someOffer()
{
    using enum CustomerField;
    return {.view = {.text = u"active:yes"_s},
            .viewCount = 412,
            .bookCount = 1000,
            .selection = {.ids = {{1}, {2}, {3}}},
            .selectedCount = 3,
            .shownColumns = {Name, Email, Phone, CreatedAt}};
}

/// Whoever writes to it waits until the job is called off.
QString unreadPipe(const QString& folder)
{
    const QString name = QDir(folder).filePath(u"customers.csv.pipe"_s);
#ifdef Q_OS_UNIX
    ::mkfifo(QFile::encodeName(name).constData(), S_IRUSR | S_IWUSR);
#endif
    return name;
}

/// @p drive, where there is one, brings the dialog into its state and says when it is there.
GalleryState exportState(const QString& name, Book& book, Jobs& jobs,
                         const std::function<GalleryDriver::Step(ExportDialog*)>& drive)
{
    return {name,
            [&book, &jobs, drive]() -> QWidget* {
                auto* dialog = new ExportDialog(book, someOffer(), nullptr);
                QObject::connect(dialog, &ExportDialog::started, &jobs, &Jobs::add);
                QObject::connect(dialog, &QObject::destroyed, &jobs, &Jobs::cancelAll);
                if (drive)
                    new GalleryDriver(dialog, {drive(dialog)});
                return dialog;
            },
            &GalleryDriver::isDone};
}

QWidget* importDialog(Book& book, Jobs& jobs, const QString& file,
                      const std::function<std::vector<GalleryDriver::Step>(ImportDialog*)>& steps)
{
    auto* dialog = new ImportDialog(book, file);
    QObject::connect(dialog, &ImportDialog::started, &jobs, &Jobs::add);
    // The next state must not wait for what this one still writes.
    QObject::connect(dialog, &QObject::destroyed, &jobs, &Jobs::cancelAll);
    new GalleryDriver(dialog, steps(dialog));
    return dialog;
}

GalleryDriver::Step at(ImportDialog* dialog, ImportStep step)
{
    return GalleryDriver::until([dialog, step] { return dialog->step() == step; });
}

GalleryDriver::Step shown(QWidget* dialog, const QString& name)
{
    return GalleryDriver::until([dialog, name] {
        const auto* widget = dialog->findChild<QWidget*>(name);
        return widget && widget->isVisible();
    });
}

} // namespace

QList<GalleryState> importingStates(Book& book, Jobs& jobs, const QString& folder)
{
    using Steps = std::vector<GalleryDriver::Step>;
    const QString messy = write(folder, u"customers-march.csv"_s, messyRows());
    const QString large = write(folder, u"customers-all.csv"_s, cleanRows(300000, "large.example"));
    const QString empty = write(folder, u"empty.csv"_s, {});
    const QString unnamed = write(folder, u"no-header.csv"_s,
                                  "Zo\xeb Garc\xed"
                                  "a;zoe@late.example;+34 93 555 01\n"
                                  "Jos\xe9 Rossi;jose@late.example;+39 06 555 02\n");
    const QString foreign = write(folder, u"members.csv"_s,
                                  "No,Who,Where,Joined\n1,Zoë García,zoe@club.example,2024\n"
                                  "2,José Rossi,jose@club.example,2025\n");
    const QString dated = write(folder, u"members-since.csv"_s,
                                "Name;E-mail;Active;Customer since\n"
                                "Zoë García;zoe@since.example;ja;3/2/2020\n"
                                "José Rossi;jose@since.example;nein;4/5/2021 14:30\n"
                                "Mia Chen;mia@since.example;vielleicht;5/6/2022\n");
    const QString json = write(folder, u"members.json"_s,
                               "[{\"name\": \"Zoë García\", \"email\": \"zoe@json.example\"},\n"
                               " {\"name\": \"José Rossi\", \"email\": \"jose@json.example\"}]\n");
    const auto import = [&book, &jobs](const QString& file, auto steps) {
        return [&book, &jobs, file, steps] { return importDialog(book, jobs, file, steps); };
    };
    const auto done = &GalleryDriver::isDone;

    return {
        {u"import-file"_s, import({}, [](ImportDialog*) { return Steps(); }), done},
        {u"import-file-empty"_s,
         import(empty, [](ImportDialog* d) { return Steps{shown(d, u"fileMessage"_s)}; }), done},
        {u"import-format"_s,
         import(unnamed, [](ImportDialog* d) { return Steps{at(d, ImportStep::Format)}; }), done},
        {u"import-columns"_s,
         import(messy,
                [](ImportDialog* d) {
                    return Steps{at(d, ImportStep::Check), GalleryDriver::click(d, u"step3"_s)};
                }),
         done},
        {u"import-columns-unmatched"_s,
         import(foreign, [](ImportDialog* d) { return Steps{at(d, ImportStep::Columns)}; }), done},
        {u"import-columns-dates"_s,
         import(dated,
                [](ImportDialog* d) {
                    return Steps{at(d, ImportStep::Check), GalleryDriver::click(d, u"step3"_s)};
                }),
         done},
        {u"import-check-dates"_s,
         import(dated, [](ImportDialog* d) { return Steps{at(d, ImportStep::Check)}; }), done},
        {u"import-format-json"_s,
         import(json,
                [](ImportDialog* d) {
                    return Steps{at(d, ImportStep::Check), GalleryDriver::click(d, u"step2"_s)};
                }),
         done},
        {u"import-check"_s,
         import(messy, [](ImportDialog* d) { return Steps{at(d, ImportStep::Check)}; }), done},
        {u"import-running"_s,
         import(large,
                [](ImportDialog* d) {
                    return Steps{at(d, ImportStep::Check), GalleryDriver::click(d, u"forward"_s),
                                 GalleryDriver::until([d] {
                                     const auto* job = d->job();
                                     return job && (job->progress().rows > 0 || job->isFinished());
                                 })};
                }),
         done},
        {u"import-paused"_s,
         import(large,
                [](ImportDialog* d) {
                    return Steps{at(d, ImportStep::Check), GalleryDriver::click(d, u"forward"_s),
                                 GalleryDriver::until([d] {
                                     const auto* job = d->job();
                                     return job && (job->progress().rows > 0 || job->isFinished());
                                 }),
                                 GalleryDriver::click(d, u"pause"_s)};
                }),
         done},
        {u"import-report"_s,
         import(messy,
                [](ImportDialog* d) {
                    return Steps{at(d, ImportStep::Check), GalleryDriver::click(d, u"forward"_s),
                                 shown(d, u"reportHeading"_s)};
                }),
         done},
        // Of those that were called off above.
        {u"import-unfinished"_s,
         import({}, [](ImportDialog* d) { return Steps{shown(d, u"unfinishedImport"_s)}; }), done},
        {u"import-all-or-nothing"_s,
         import(messy,
                [](ImportDialog* d) {
                    return Steps{at(d, ImportStep::Check),
                                 GalleryDriver::click(d, u"allOrNothing"_s),
                                 GalleryDriver::click(d, u"stopAtReject"_s)};
                }),
         done},
        exportState(u"export"_s, book, jobs,
                    [](ExportDialog* d) {
                        return GalleryDriver::until([d] { return d->focusWidget() != nullptr; });
                    }),
        exportState(u"export-vcard"_s, book, jobs,
                    [](ExportDialog* d) {
                        auto* formats = d->findChild<QComboBox*>(u"exportFormat"_s);
                        formats->setCurrentIndex(formats->findData(u"vcard"_s));
                        return GalleryDriver::until([] { return true; });
                    }),
        exportState(u"export-refused"_s, book, jobs,
                    [](ExportDialog* d) {
                        d->findChild<QLineEdit*>(u"exportNull"_s)->setText(u"a,b"_s);
                        return shown(d, u"exportNullRefusal"_s);
                    }),
        exportState(u"export-running"_s, book, jobs,
                    [folder](ExportDialog* d) {
                        d->start(unreadPipe(folder));
                        return shown(d, u"exportProgress"_s);
                    }),
        exportState(u"export-done"_s, book, jobs,
                    [folder](ExportDialog* d) {
                        d->start(QDir(folder).filePath(u"customers.csv"_s));
                        return shown(d, u"openFile"_s);
                    }),
        exportState(u"export-failed"_s, book, jobs,
                    [folder](ExportDialog* d) {
                        d->start(QDir(folder).filePath(u"gone/customers.csv"_s));
                        return shown(d, u"exportMessage"_s);
                    }),
        {u"jobs"_s, [&jobs]() -> QWidget* { return new JobsDialog(jobs); }, done},
    };
}

} // namespace clientele
