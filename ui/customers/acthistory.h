// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QString>

#include <optional>
#include <vector>

namespace clientele {

/// Something that was done to the book and saved: enough of it to do the opposite.
struct Act
{
    enum class Kind
    {
        Create,
        Update,
        SetActive,
        Remove
    };

    Kind kind = Kind::Update;
    QString text;                 ///< "Deactivated David Chen."
    std::vector<Customer> before; ///< Update, SetActive, Remove
    std::vector<Customer> after;  ///< Create, Update, SetActive
};

/// The acts that can be undone and redone, the newest last.
class ActHistory final
{
public:
    static constexpr size_t depth = 100;

    /// A new act; what was undone before cannot be redone any more.
    void add(Act act);
    /// Takes the act out; give it back with undone() once its inverse is done.
    [[nodiscard]] std::optional<Act> takeUndo() { return take(m_done); }
    [[nodiscard]] std::optional<Act> takeRedo() { return take(m_undone); }
    void undone(Act act) { m_undone.push_back(std::move(act)); }
    void redone(Act act) { m_done.push_back(std::move(act)); }

    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }

private:
    std::vector<Act> m_done;
    std::vector<Act> m_undone;

    static std::optional<Act> take(std::vector<Act>& acts);
};

} // namespace clientele
