// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/customers/copyrows.h"

#include <QObject>

#include <functional>

namespace clientele {

class CustomerTableModel;
class CustomerTableView;
class EditController;

/// What is done with the customers that are selected, few or many: asks where it must, and fetches
/// those that are not at hand.
class SelectionActs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionActs)

public:
    /// Questions open over @p view's window. @p careful asks before any change to several.
    SelectionActs(EditController& edits, CustomerTableModel& model, CustomerTableView& view,
                  bool careful);

    void deactivate() { setActive(false); }
    void restore() { setActive(true); }
    void removeForGood();
    void copy(CopyFormat format);

Q_SIGNALS:
    void failed(const clientele::Error& error);
    void notice(const QString& text);

private:
    EditController& m_edits;
    CustomerTableModel& m_model;
    CustomerTableView& m_view;
    bool m_careful;

    void setActive(bool active);
    void collect(std::function<void(const std::vector<Customer>&)> use);
    void ask(const QString& title, const QString& text, const QString& accept, const QString& name,
             const std::function<void()>& accepted);
};

} // namespace clientele
