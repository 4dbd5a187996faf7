// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/book.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/customers/customerspage.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/connectionbar.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/schemecontroller.h"
#include "ui/models/customertablemodel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace clientele::testing {

using namespace Qt::StringLiterals;

inline std::vector<CustomerDraft> manyPeople(int count)
{
    std::vector<CustomerDraft> people;
    for (int i = 0; i < count; ++i)
        people.push_back({.name = u"Customer %1"_s.arg(i, 4, 10, QLatin1Char('0')),
                          .email = u"customer%1@example.com"_s.arg(i)});
    return people;
}

/// The window on a server's book.
class Desk final
{
public:
    Desk(const QString& folder, SchemeController& scheme, const ConnectionSettings& settings,
         const QString& password = {})
        : m_store(folder), window(m_store, scheme, m_meter)
    {
        window.resize(1280, 800);
        window.show();
        window.openProfile({.name = u"Sales"_s, .connection = settings}, password);
    }

private:
    JsonStore m_store;
    StallMeter m_meter;

public:
    MainWindow window;

    [[nodiscard]] BookSession::State state() const { return window.session().state(); }
    [[nodiscard]] CustomersPage* page() const { return window.pages().customers(); }
    [[nodiscard]] bool ready() const
    {
        return page() && page()->model().hasAnswer() && !page()->model().isLoading() &&
               page()->model().total() >= 0 && !page()->model().isEstimate();
    }
    [[nodiscard]] QString cell(int row) const
    {
        return page()->model().index(row, 0).data().toString();
    }
    template <class T = QWidget>
    [[nodiscard]] T* find(const QString& name) const
    {
        return window.findChild<T*>(name);
    }
    [[nodiscard]] QString label(const QString& name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] bool shows(const QString& name) const
    {
        const auto* widget = find(name);
        return widget && widget->isVisible();
    }
    [[nodiscard]] QString bar() const { return find<ConnectionBar>(u"connectionBar"_s)->text(); }
    void type(const QString& field, const QString& text) const
    {
        auto* edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        for (auto* found : window.findChildren<QPushButton*>()) {
            if (found->isVisible() && found->text() == text)
                return found;
        }
        return nullptr;
    }
    /// The window only learns of a loss by asking.
    void lookAgain() const { window.actions().refresh->trigger(); }
};

} // namespace clientele::testing
