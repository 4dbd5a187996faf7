// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpicture.h"

#include "ui/customers/customerspage.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/mainwindow.h"

#include <QTimer>

#include <utility>

namespace clientele {

FirstPicture::FirstPicture(MainWindow& window) : m_window(window)
{
    connect(&window.pages(), &BookPages::customersReplaced, this, [this](CustomersPage* page) {
        if (page)
            connect(page, &CustomersPage::firstShown, this, &FirstPicture::take);
    });
    connect(&window.session(), &BookSession::stateChanged, this, [this](BookSession::State state) {
        if (state != BookSession::State::Opening && state != BookSession::State::Open)
            take();
    });
}

void FirstPicture::start(const StartChoice& choice)
{
    m_window.start(choice);
}

void FirstPicture::take()
{
    if (std::exchange(m_taken, true))
        return;
    m_window.repaint();
    Q_EMIT painted();
    // Once more round the loop: the first rows are painted and the icons are there.
    QTimer::singleShot(150, this, [this] { Q_EMIT taken(m_window.grab()); });
}

} // namespace clientele
