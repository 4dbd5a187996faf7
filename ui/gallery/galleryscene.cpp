// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/galleryscene.h"

#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/customertablemodel.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace galleryscene;

Profile galleryscene::sampleProfile(const QString& folder)
{
    return {.name = u"Local book"_s,
            .origin = Profile::Origin::LocalBook,
            .connection = {.file = QDir(folder).filePath(u"samples.db"_s)}};
}

CustomersPage* Scene::page() const
{
    return m_window->pages().customers();
}

Step Scene::rows() const
{
    return GalleryDriver::until(
        [*this] { return page() && page()->model().hasAnswer() && page()->model().total() >= 0; });
}

Step Scene::act(std::function<void()> run) const
{
    return {[] { return true; }, std::move(run)};
}

Step Scene::type(const QString& field, const QString& text) const
{
    return act([*this, field, text] {
        auto* edit = m_window->findChild<QLineEdit*>(field);
        edit->setText(text);
        Q_EMIT edit->textEdited(text);
    });
}

Step Scene::select(int row) const
{
    return act(
        [*this, row] { page()->table().selectCustomer(page()->model().customerAt(row)->id); });
}

Step Scene::trigger(QAction* MainActions::*action) const
{
    return act([*this, action] { (m_window->actions().*action)->trigger(); });
}

Step Scene::seen(const QString& name) const
{
    return GalleryDriver::until([*this, name] {
        const auto* widget = m_window->findChild<QWidget*>(name);
        return widget && widget->isVisible();
    });
}

Step Scene::answered() const
{
    return GalleryDriver::until(
        [*this] { return !page()->model().isLoading() && page()->model().total() >= 0; });
}

GalleryState galleryscene::state(const GallerySetting& setting, const QString& name,
                                 const Profile& profile, const Direct& direct, const QSize& size)
{
    return {name,
            [setting, profile, direct, size]() -> QWidget* {
                auto* window = new MainWindow(setting.newStore(), setting.scheme, setting.meter);
                window->resize(size);
                window->openProfile(profile);
                new GalleryDriver(window, direct(Scene(window), window));
                return window;
            },
            &GalleryDriver::isDone};
}

} // namespace clientele
