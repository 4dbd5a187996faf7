// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/mainwindowstates.h"

#include "core/services/book.h"
#include "core/services/importjob.h"
#include "ui/common/gallerydriver.h"
#include "ui/customers/adoptionhint.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/detailspanel.h"
#include "ui/customers/editcontroller.h"
#include "ui/customers/samples.h"
#include "ui/gallery/galleryscene.h"
#include "ui/gallery/searchingstates.h"
#include "ui/importing/jobs.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/connectionbar.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/retrycountdown.h"
#include "ui/mainwindow/searchfield.h"
#include "ui/models/customertablemodel.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace galleryscene;

namespace {

Profile emptyProfile(const QString& folder)
{
    return {.name = u"Local book"_s,
            .origin = Profile::Origin::LocalBook,
            .connection = {.file = QDir(folder).filePath(u"empty.db"_s)}};
}

Profile productionProfile(const QString& folder)
{
    Profile profile = sampleProfile(folder);
    profile.name = u"Sales (production)"_s;
    profile.origin = Profile::Origin::Saved;
    profile.production = true;
    return profile;
}

Profile closedPort()
{
    return {.name = u"Sales"_s,
            .connection = {.engine = Engine::PostgreSql,
                           .host = u"127.0.0.1"_s,
                           .port = 9,
                           .database = u"crm"_s,
                           .user = u"anna"_s}};
}

/// An import that does not get to its end while it is looked at.
std::shared_ptr<ImportJob> pausedImport(Book& book, const QString& folder)
{
    QFile file(QDir(folder).filePath(u"customers-march.csv"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write("name,email\nZoë García,zoe@quit.example\n");
    auto job = std::make_shared<ImportJob>(
        book, ImportPlan{.file = file.fileName(),
                         .mapping = {{CustomerField::Name, {u"name"_s}},
                                     {CustomerField::Email, {u"email"_s}}}});
    job->setPaused(true);
    return job;
}

Step opened(MainWindow* window, BookSession::State wanted)
{
    return GalleryDriver::until([window, wanted] { return window->session().state() == wanted; });
}

QList<GalleryState> browsing(const GallerySetting& setting)
{
    const QString& folder = setting.folder;
    const Profile samples = sampleProfile(folder);
    const auto rows = [](const Scene& scene, MainWindow*) -> Steps {
        return {scene.rows(), scene.select(13), scene.act([] {})};
    };
    Profile readOnly = samples;
    readOnly.name = u"Archive"_s;
    readOnly.connection.readOnly = true;
    return {
        state(setting, u"main"_s, samples, rows),
        state(setting, u"search-unsaved-refused"_s, productionProfile(folder),
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(),
                          scene.type(u"searchField"_s, u"son"_s),
                          scene.answered(),
                          scene.select(2),
                          scene.type(u"nameField"_s, u"Anna-Lena Johansson"_s),
                          scene.type(u"phoneField"_s, u"+48 22 555 01 88"_s),
                          scene.type(u"emailField"_s, u"anna@example"_s)};
              }),
        state(setting, u"empty-book"_s, emptyProfile(folder),
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.seen(u"emptyBook"_s)};
              }),
        state(setting, u"nothing-found"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.type(u"searchField"_s, u"sarah wilson active:no"_s),
                          scene.answered(), GalleryDriver::until([scene] {
                              return scene.page()->model().rowCount() == 0;
                          })};
              }),
        state(setting, u"several-selected"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.act([scene] {
                              QItemSelectionModel* rows_ = scene.page()->table().selectionModel();
                              for (const int row : {2, 3, 4, 8})
                                  rows_->select(scene.page()->model().index(row, 0),
                                                QItemSelectionModel::Select |
                                                    QItemSelectionModel::Rows);
                          })};
              }),
        state(setting, u"all-selected"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.trigger(&MainActions::selectAll)};
              }),
        state(setting, u"read-only"_s, readOnly, rows),
        state(setting, u"small-window"_s, samples, rows, {800, 500}),
        state(setting, u"small-window-details"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.select(3),
                          scene.act([scene] { scene.page()->setDetailsOpen(true); })};
              },
              {800, 560}),
        state(setting, u"right-to-left"_s, samples, rows),
    };
}

QList<GalleryState> editing(const GallerySetting& setting)
{
    const Profile samples = sampleProfile(setting.folder);
    return {
        state(setting, u"new-duplicate"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.trigger(&MainActions::newCustomer),
                          scene.type(u"nameField"_s, u"Sara Wilson"_s),
                          scene.type(u"emailField"_s, u"sarah.wilson@tacnode.io"_s),
                          scene.seen(u"openDuplicate"_s)};
              }),
        state(setting, u"conflict"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(),
                          scene.type(u"searchField"_s, u"sarah wilson"_s),
                          scene.answered(),
                          scene.select(0),
                          scene.act([scene] {
                              PendingEdit edit = scene.page()->details().form()->edit();
                              edit.base.phone = u"+1-555-0199"_s;
                              edit.base.name = u"Sarah Wilson-Reed"_s;
                              edit.mine.phone = u"+1-555-0177"_s;
                              edit.mine.name = u"Sarah Wilson-Lee"_s;
                              scene.page()->edits().save(edit);
                          }),
                          scene.seen(u"conflictDialog"_s)};
              }),
        state(setting, u"delete-question"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.select(4), scene.trigger(&MainActions::removeForGood),
                          scene.seen(u"deleteQuestion"_s)};
              }),
        state(setting, u"quit-question"_s, samples,
              [folder = setting.folder](const Scene& scene, MainWindow* window) -> Steps {
                  return {scene.rows(), scene.act([folder, window] {
                              window->jobs().add(pausedImport(*window->session().book(), folder));
                              window->close();
                          }),
                          scene.seen(u"leaveQuestion"_s)};
              }),
        state(setting, u"filter"_s, samples,
              [](const Scene& scene, MainWindow* window) -> Steps {
                  return {scene.rows(), GalleryDriver::click(window, u"addFilter"_s),
                          scene.seen(u"filterPopup"_s)};
              }),
        state(setting, u"command-palette"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.trigger(&MainActions::palette),
                          scene.seen(u"commandPalette"_s)};
              }),
        state(setting, u"help"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.trigger(&MainActions::help),
                          scene.seen(u"helpDialog"_s)};
              }),
        state(setting, u"about"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.trigger(&MainActions::about),
                          scene.seen(u"aboutDialog"_s)};
              }),
    };
}

QList<GalleryState> connecting(const GallerySetting& setting)
{
    const Profile samples = sampleProfile(setting.folder);
    return {
        state(setting, u"opening"_s, samples,
              [](const Scene&, MainWindow*) -> Steps { return {}; }),
        state(setting, u"connection-lost"_s, productionProfile(setting.folder),
              [](const Scene& scene, MainWindow* window) -> Steps {
                  return {scene.rows(), scene.select(5), scene.act([window] {
                              // As the book says it when the server goes away.
                              Q_EMIT window->session().book()->stateChanged(ConnectionState::Lost);
                              auto* bar = window->findChild<ConnectionBar*>();
                              bar->describe(
                                  RetryCountdown::words(Book::NextTry{.number = 3, .in = 4s}));
                          })};
              }),
        state(setting, u"adoption-hint"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.select(5),
                          scene.act([scene] { scene.page()->adoption().offer(); })};
              }),
        state(setting, u"adoption-question"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.act([scene] {
                              scene.page()->adoption().offer();
                              scene.page()->adoption().ask();
                          }),
                          scene.seen(u"adoptionQuestion"_s)};
              }),
        state(setting, u"files-not-opened"_s, samples,
              [](const Scene& scene, MainWindow* window) -> Steps {
                  return {scene.rows(), scene.act([window] {
                              window->serve({.files = {u"/home/ann/customers.csv"_s}});
                          }),
                          scene.seen(u"openMessage"_s)};
              }),
        state(setting, u"not-opened"_s, closedPort(),
              [](const Scene&, MainWindow* window) -> Steps {
                  return {opened(window, BookSession::State::Failed)};
              }),
        state(setting, u"foreign-table"_s, samples,
              [](const Scene& scene, MainWindow* window) -> Steps {
                  return {scene.rows(), scene.act([window] {
                              Q_EMIT window->session().stateChanged(
                                  BookSession::State::SchemaForeign);
                          })};
              }),
    };
}

} // namespace

void makeGalleryBooks(const QString& folder)
{
    Book empty(emptyProfile(folder).connection, {});
    (void)empty.open().wait();
    Book samples(sampleProfile(folder).connection, {});
    (void)samples.open().wait();
    (void)samples.bulkCreate(sampleCustomers()).wait();
}

QList<GalleryState> mainWindowStates(const GallerySetting& setting)
{
    return browsing(setting) + searchingStates(setting) + editing(setting) + connecting(setting);
}

} // namespace clientele
