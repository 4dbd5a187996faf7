// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/selectionacts.h"

#include "ui/common/questiondialog.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/editcontroller.h"
#include "ui/customers/rowcollector.h"
#include "ui/models/customertablemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// The customers selected as the person sees them; nullopt where some were not fetched yet.
std::optional<std::vector<Customer>> seen(const CustomerTableModel& model,
                                          const TableSelection& selection)
{
    if (selection.allMatching)
        return std::nullopt;
    std::vector<Customer> customers = selection.elsewhere;
    for (const auto& [first, last] : selection.ranges) {
        for (int row = first; row <= last; ++row) {
            const Customer* customer = model.customerAt(row);
            if (!customer)
                return std::nullopt;
            customers.push_back(*customer);
        }
    }
    return customers;
}

} // namespace

SelectionActs::SelectionActs(EditController& edits, CustomerTableModel& model,
                             CustomerTableView& view, bool careful)
    : QObject(&view), m_edits(edits), m_model(model), m_view(view), m_careful(careful)
{}

void SelectionActs::collect(std::function<void(const std::vector<Customer>&)> use)
{
    const TableSelection selection = m_view.selection();
    if (selection.count == 0)
        return;
    if (const auto customers = seen(m_model, selection)) {
        use(*customers);
        return;
    }
    RowCollector::collect(m_model, selection, this,
                          [this, use = std::move(use)](const Result<std::vector<Customer>>& rows) {
                              if (!rows)
                                  Q_EMIT failed(rows.error());
                              else if (!rows->empty())
                                  use(*rows);
                          });
}

void SelectionActs::setActive(bool active)
{
    collect([this, active](const std::vector<Customer>& customers) {
        const auto act = [this, customers, active] { m_edits.setActive(customers, active); };
        if (!m_careful || customers.size() == 1) {
            act();
            return;
        }
        const auto count = int(customers.size());
        ask(active ? tr("Restore %Ln customers?", nullptr, count)
                   : tr("Deactivate %Ln customers?", nullptr, count),
            tr("This book is in production. The change can be undone from the status bar."),
            active ? tr("Restore them") : tr("Deactivate them"), u"activeQuestion"_s, act);
    });
}

void SelectionActs::removeForGood()
{
    collect([this](const std::vector<Customer>& customers) {
        const auto count = int(customers.size());
        const bool one = count == 1;
        ask(one ? tr("Delete %1 for good?").arg(customers.front().name)
                : tr("Delete %Ln customers for good?", nullptr, count),
            tr("Deactivated customers stay in the book and can be restored at any time; deleted "
               "ones can be brought back only by Undo, until this window is closed."),
            one ? tr("Delete") : tr("Delete %Ln customers", nullptr, count), u"deleteQuestion"_s,
            [this, customers] { m_edits.remove(customers); });
    });
}

void SelectionActs::copy(CopyFormat format)
{
    collect([this, format](const std::vector<Customer>& customers) {
        QGuiApplication::clipboard()->setMimeData(clipboardData(customers, format).release());
        Q_EMIT notice(customers.size() == 1
                          ? tr("Copied %1.").arg(customers.front().name)
                          : tr("Copied %Ln customers.", nullptr, int(customers.size())));
    });
}

void SelectionActs::ask(const QString& title, const QString& text, const QString& accept,
                        const QString& name, const std::function<void()>& accepted)
{
    auto* question = new QuestionDialog(
        {.title = title, .text = text, .accept = accept, .danger = true}, m_view.window());
    question->setObjectName(name);
    connect(question, &QDialog::accepted, this, accepted);
    question->open();
}

} // namespace clientele
