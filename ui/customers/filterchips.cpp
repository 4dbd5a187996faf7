// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/filterchips.h"

#include "ui/common/chip.h"
#include "ui/common/icons.h"

#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 6;
constexpr int widest = 220; ///< of a chip's words; the tooltip has all of them

} // namespace

FilterChips::FilterChips(QWidget* parent)
    : QWidget(parent), m_fold(new Chip({}, this)),
      m_add(Chip::withIcon(u"new", tr("Filter"), this)), m_folded(new QMenu(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_fold->setObjectName(u"foldedFilters"_s);
    m_fold->setCheckable(false);
    m_fold->setMenu(m_folded);
    m_fold->hide();
    m_add->setObjectName(u"addFilter"_s);
    m_add->setAccessibleName(tr("Add a filter"));
    m_add->setToolTip(tr("Add or change filters"));
}

void FilterChips::setItems(const QList<Item>& items)
{
    if (m_items == items)
        return;
    m_items = items;
    qsizetype focused = -1;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->hasFocus())
            focused = i;
        m_chips[i]->hide();
        m_chips[i]->deleteLater();
    }
    m_chips.clear();
    QWidget* before = m_fold;
    for (int i = 0; i < int(items.size()); ++i) {
        m_chips.append(makeChip(i));
        if (i > 0)
            setTabOrder(m_chips[i - 1], m_chips[i]);
        before = m_chips[i];
    }
    setTabOrder(before, m_fold);
    setTabOrder(m_fold, m_add);
    updateGeometry();
    arrange();
    // Whoever takes filters out one after the other by Del goes on with the next.
    if (focused < 0)
        return;
    Chip* next = m_chips.value(qMin(focused, m_chips.size() - 1), m_add);
    (next->isVisibleTo(this) ? next : m_add)->setFocus(Qt::OtherFocusReason);
}

Chip* FilterChips::makeChip(int item)
{
    const Item& what = m_items[item];
    const QString shown = fontMetrics().elidedText(what.words, Qt::ElideRight, widest);
    Chip* chip = Chip::withIcon(u"close", QString(shown).replace(u'&', u"&&"_s), this);
    chip->setObjectName(u"filterChip"_s);
    chip->setAccessibleName(tr("Remove the filter %1").arg(what.words));
    chip->setToolTip(tr("%1\nTyped: %2\nClick to remove it").arg(what.words, what.token));
    chip->installEventFilter(this);
    connect(chip, &Chip::clicked, this, [this, item] { Q_EMIT removeRequested(item); });
    return chip;
}

bool FilterChips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const qsizetype item = m_chips.indexOf(watched);
    if (item < 0 || (key != Qt::Key_Delete && key != Qt::Key_Backspace))
        return QWidget::eventFilter(watched, event);
    // Before the window's own use of Del, which deactivates customers.
    event->accept();
    if (event->type() == QEvent::KeyPress)
        Q_EMIT removeRequested(int(item));
    return true;
}

QSize FilterChips::sizeHint() const
{
    int width = m_add->sizeHint().width();
    for (const Chip* chip : m_chips)
        width += chip->sizeHint().width() + gap;
    return {width, m_add->sizeHint().height()};
}

QSize FilterChips::minimumSizeHint() const
{
    const int fold = m_chips.isEmpty() ? 0 : m_fold->sizeHint().width() + gap;
    return {fold + m_add->sizeHint().width(), m_add->sizeHint().height()};
}

void FilterChips::arrange()
{
    qsizetype fitting = m_chips.size();
    if (sizeHint().width() > width()) {
        m_fold->setText(u"+%1"_s.arg(m_chips.size()));
        int room = width() - minimumSizeHint().width();
        fitting = 0;
        while (fitting < m_chips.size() && room >= m_chips[fitting]->sizeHint().width() + gap)
            room -= m_chips[fitting++]->sizeHint().width() + gap;
    }
    const qsizetype folded = m_chips.size() - fitting;
    listFolded(fitting);
    int x = 0;
    const auto place = [this, &x](Chip* chip) {
        const QSize size = chip->sizeHint();
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, 0), size)));
        x += size.width() + gap;
        chip->show();
    };
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        i < fitting ? place(m_chips[i]) : m_chips[i]->hide();
    m_fold->setVisible(folded > 0);
    if (folded > 0)
        place(m_fold);
    place(m_add);
}

void FilterChips::listFolded(qsizetype from)
{
    m_folded->clear();
    const qsizetype folded = m_items.size() - from;
    if (folded == 0)
        return;
    m_fold->setText(u"+%1"_s.arg(folded));
    m_fold->setAccessibleName(tr("%n more filters", nullptr, int(folded)));
    m_fold->setToolTip(m_fold->accessibleName());
    for (qsizetype i = from; i < m_items.size(); ++i) {
        QAction* action = m_folded->addAction(
            icon(u"close"), tr("Remove %1")
                                .arg(fontMetrics()
                                         .elidedText(m_items[i].words, Qt::ElideRight, 2 * widest)
                                         .replace(u'&', u"&&"_s)));
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT removeRequested(int(i)); });
    }
}

void FilterChips::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FilterChips::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        arrange();
}

} // namespace clientele
