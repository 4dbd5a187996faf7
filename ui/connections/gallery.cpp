// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/gallery.h"

#include "core/services/book.h"
#include "core/services/profileservice.h"
#include "ui/common/gallerydriver.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/createtablespage.h"
#include "ui/connections/passworddialog.h"

#include <QLabel>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

bool isFilled(const QWidget& dialog)
{
    const auto* form = dialog.findChild<QWidget*>(u"form"_s);
    return form && form->isVisible();
}

QWidget* connections(const QString& current, const QString& button, const QString& result)
{
    using Driver = GalleryDriver;
    auto* dialog = new ConnectionsDialog(current);
    std::vector<Driver::Step> steps{Driver::until([dialog] { return isFilled(*dialog); })};
    if (!button.isEmpty())
        steps.push_back(Driver::click(dialog, button));
    if (!result.isEmpty())
        steps.push_back(Driver::until([dialog, result] {
            const auto* widget = dialog->findChild<QWidget*>(result);
            return widget && widget->isVisible();
        }));
    new Driver(dialog, std::move(steps));
    return dialog;
}

QWidget* engine()
{
    using Driver = GalleryDriver;
    auto* dialog = new ConnectionsDialog(u"Shop"_s);
    const auto isShown = [dialog](const QString& name) {
        const auto* widget = dialog->findChild<QWidget*>(name);
        return widget && widget->isVisible();
    };
    new Driver(dialog, {Driver::until([dialog] { return isFilled(*dialog); }),
                        Driver::click(dialog, u"test"_s),
                        Driver::until([isShown] { return isShown(u"engineHeading"_s); }),
                        Driver::click(dialog, u"engineHeading"_s),
                        Driver::until([isShown] { return isShown(u"engineFindings"_s); })});
    return dialog;
}

/// With variables of the guide's services set, while the dialog is there.
QWidget* environment()
{
    qputenv("DB_HOST", "db.example");
    qputenv("DB_NAME", "crm");
    QWidget* dialog = connections(u"Environment"_s, {}, {});
    QObject::connect(dialog, &QObject::destroyed, [] {
        qunsetenv("DB_HOST");
        qunsetenv("DB_NAME");
    });
    return dialog;
}

QWidget* createTables()
{
    // Never opened: the page only needs to know where it leads.
    auto* book = new Book({.engine = Engine::PostgreSql,
                           .host = u"sales.example"_s,
                           .port = 5432,
                           .database = u"crm"_s,
                           .user = u"anna"_s},
                          {});
    auto* page = new CreateTablesPage(*book);
    QObject::connect(page, &QObject::destroyed, book, &QObject::deleteLater);
    page->resize(900, 640);
    return page;
}

} // namespace

void saveSampleProfiles()
{
    const ConnectionSettings sales{.engine = Engine::PostgreSql,
                                   .host = u"127.0.0.1"_s,
                                   .port = 9,
                                   .database = u"crm"_s,
                                   .user = u"anna"_s,
                                   .sslMode = u"verify-full"_s};
    const Profile profiles[] = {
        {.name = u"Sales"_s, .connection = sales, .colour = u"#d9534f"_s, .production = true},
        {.name = u"Archive 2024"_s,
         .connection = {.readOnly = true, .file = u"/srv/books/archive-2024.db"_s},
         .colour = u"#7d8594"_s},
    };
    for (const Profile& profile : profiles)
        (void)profiles::save(profile).wait();
}

QList<GalleryState> connectionStates(const Book& book)
{
    // One of an earlier run leads to a book that is gone.
    (void)profiles::remove(u"Shop"_s).wait();
    (void)profiles::save({.name = u"Shop"_s, .connection = book.settings()}).wait();
    const auto done = &GalleryDriver::isDone;
    return {
        {u"connections-local"_s, [] { return connections({}, {}, {}); }, done},
        {u"connections-server"_s, [] { return connections(u"Sales"_s, {}, {}); }, done},
        {u"connections-file"_s, [] { return connections(u"Archive 2024"_s, {}, {}); }, done},
        {u"connections-environment"_s, environment, done},
        {u"connections-new"_s, [] { return connections(u"Sales"_s, u"addProfile"_s, {}); }, done},
        {u"connections-test-failed"_s,
         [] { return connections(u"Sales"_s, u"test"_s, u"testFailure"_s); }, done},
        {u"connections-test-passed"_s,
         [] { return connections(u"Shop"_s, u"test"_s, u"copyTest"_s); }, done},
        {u"connections-engine"_s, engine, done},
        {u"password"_s,
         []() -> QWidget* { return new PasswordDialog(u"anna@sales.example:5432/crm"_s); }, done},
        {u"create-tables"_s, createTables, done},
    };
}

} // namespace clientele
