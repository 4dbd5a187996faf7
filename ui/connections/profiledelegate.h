// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace clientele {

/// Paints a connection in a list: its dot, its name, and where it leads.
class ProfileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role
    {
        SubtitleRole = Qt::UserRole,
        ColourRole,
        OriginRole
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace clientele
