// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/searchingstates.h"

#include "ui/customers/customerspage.h"
#include "ui/customers/filterbar.h"
#include "ui/customers/searchcontroller.h"
#include "ui/customers/viewsmenu.h"
#include "ui/gallery/galleryscene.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/customertablemodel.h"

#include <QLineEdit>
#include <QPushButton>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace galleryscene;

namespace {

const QString manyFilters = u"e active:yes email:@ phone:any created:2020.. -example.org id:1..999 "
                            "updated:2020.. name:a"_s;

Steps search(const Scene& scene, const QString& text)
{
    return {scene.rows(), scene.type(u"searchField"_s, text), scene.answered()};
}

/// Saves what is shown under a name, as the dialog would.
Step saved(const Scene& scene, MainWindow* window, const QString& name)
{
    return scene.act([scene, window, name] {
        scene.page()->views().saveAs();
        window->findChild<QLineEdit*>(u"viewName"_s)->setText(name);
        window->findChild<QPushButton*>(u"acceptName"_s)->click();
    });
}

Steps operator+(Steps steps, const Steps& more)
{
    steps.insert(steps.end(), more.begin(), more.end());
    return steps;
}

} // namespace

QList<GalleryState> searchingStates(const GallerySetting& setting)
{
    const Profile samples = sampleProfile(setting.folder);
    const auto many = [](const Scene& scene, MainWindow*) { return search(scene, manyFilters); };
    return {
        state(setting, u"filters"_s, samples,
              [](const Scene& scene, MainWindow*) {
                  return search(scene, u"son active:yes created:2020-05..2035-07 phone:any"_s);
              }),
        state(setting, u"filter-problem"_s, samples,
              [](const Scene& scene, MainWindow* window) -> Steps {
                  return search(scene, u"son phone:any created:soon"_s) +
                         Steps{GalleryDriver::until([window] {
                             const auto* note = window->findChild<QWidget*>(u"filterNote"_s);
                             return note && note->isVisible();
                         })};
              }),
        state(setting, u"many-filters"_s, samples, many),
        state(setting, u"many-filters-small-window"_s, samples, many, {800, 500}),
        state(setting, u"many-filters-right-to-left"_s, samples, many, {1000, 600}),
        state(setting, u"filter-popup"_s, samples,
              [](const Scene& scene, MainWindow* window) {
                  return search(scene, u"son created:2020-05..2035-07 phone:any email:@"_s) +
                         Steps{GalleryDriver::click(window, u"addFilter"_s),
                               scene.seen(u"filterPopup"_s)};
              }),
        state(setting, u"nothing-found-filters"_s, samples,
              [](const Scene& scene, MainWindow*) {
                  return search(scene, u"wilson active:no phone:none created:2020"_s) +
                         Steps{GalleryDriver::until(
                             [scene] { return scene.page()->model().rowCount() == 0; })};
              }),
        state(setting, u"views-empty"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.trigger(&MainActions::views),
                          scene.seen(u"viewsMenu"_s)};
              }),
        state(setting, u"views"_s, samples,
              [](const Scene& scene, MainWindow* window) {
                  return search(scene, u"son phone:none"_s) +
                         Steps{saved(scene, window, u"Without a phone number"_s)} +
                         Steps{scene.type(u"searchField"_s, u"created:<30d"_s),
                               scene.answered(),
                               saved(scene, window, u"New this month"_s),
                               scene.act([scene] {
                                   scene.page()->search().setSort(
                                       {{.field = CustomerField::CreatedAt, .descending = true}});
                               }),
                               scene.answered(),
                               scene.trigger(&MainActions::views),
                               scene.seen(u"viewsMenu"_s)};
              }),
        state(setting, u"view-name"_s, samples,
              [](const Scene& scene, MainWindow* window) {
                  return search(scene, u"son phone:none"_s) +
                         Steps{scene.act([scene] { scene.page()->views().saveAs(); }),
                               scene.seen(u"viewNameDialog"_s), scene.act([window] {
                                   window->findChild<QLineEdit*>(u"viewName"_s)
                                       ->setText(u"Without a phone number"_s);
                               })};
              }),
        state(setting, u"sorted-by-two"_s, samples,
              [](const Scene& scene, MainWindow*) -> Steps {
                  return {scene.rows(), scene.act([scene] {
                              scene.page()->search().setSort(
                                  {{.field = CustomerField::Phone},
                                   {.field = CustomerField::CreatedAt, .descending = true}});
                          }),
                          scene.answered()};
              }),
    };
}

} // namespace clientele
