// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "ui/common/gallerydriver.h"
#include "ui/gallery/mainwindowstates.h"

class QAction;

namespace clientele {

class CustomersPage;
class MainActions;
class MainWindow;

/// What the states of the main window are told with.
namespace galleryscene {

using Step = GalleryDriver::Step;
using Steps = std::vector<Step>;

/// Five hundred made-up customers.
Profile sampleProfile(const QString& folder);

/// What the steps of a state are made of.
class Scene final
{
public:
    explicit Scene(MainWindow* window) : m_window(window) {}

    [[nodiscard]] CustomersPage* page() const;

    [[nodiscard]] Step rows() const;
    [[nodiscard]] Step act(std::function<void()> run) const;
    [[nodiscard]] Step type(const QString& field, const QString& text) const;
    [[nodiscard]] Step select(int row) const;
    [[nodiscard]] Step trigger(QAction* MainActions::*action) const;
    [[nodiscard]] Step seen(const QString& name) const;
    /// The table shows the answer to what was asked last.
    [[nodiscard]] Step answered() const;

private:
    MainWindow* m_window;
};

using Direct = std::function<Steps(const Scene&, MainWindow*)>;

GalleryState state(const GallerySetting& setting, const QString& name, const Profile& profile,
                   const Direct& direct, const QSize& size = {1280, 800});

} // namespace galleryscene
} // namespace clientele
