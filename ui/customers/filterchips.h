// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QMenu;

namespace clientele {

class Chip;

/// The filters of a search as chips in one line, with the button for a further one behind them.
/// What does not fit is folded into a "+3" that lists it.
class FilterChips final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterChips)

public:
    struct Item
    {
        QString words; ///< for people
        QString token; ///< as it is typed

        bool operator==(const Item&) const = default;
    };

    explicit FilterChips(QWidget* parent = nullptr);

    void setItems(const QList<Item>& items);
    [[nodiscard]] Chip* addButton() const { return m_add; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The place of an item among those that were set.
    void removeRequested(int item);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QList<Item> m_items;
    QList<Chip*> m_chips;
    Chip* m_fold;
    Chip* m_add;
    QMenu* m_folded;

    [[nodiscard]] Chip* makeChip(int item);
    void arrange();
    void listFolded(qsizetype from);
};

} // namespace clientele
