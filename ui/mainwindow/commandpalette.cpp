// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/commandpalette.h"

#include "ui/common/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

enum Role
{
    KeysRole = Qt::UserRole + 1
};

/// An act, with its keys at the end of the line.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->setPen(Theme::color(Token::Muted));
        painter->drawText(
            option.rect.adjusted(12, 0, -12, 0),
            int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
            index.data(KeysRole).toString());
    }
};

/// What it is called where no menu stands around it.
QString plainText(const QAction* action)
{
    if (!action->whatsThis().isEmpty())
        return action->whatsThis();
    QString text = action->text();
    return text.remove(u'&');
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent), m_actions(actions), m_edit(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_edit->setPlaceholderText(tr("What do you want to do?"));
    m_edit->setAccessibleName(tr("Command"));
    m_edit->setObjectName(u"paletteField"_s);
    m_list->setAccessibleName(tr("Commands that match"));
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setIconSize({18, 18});
    m_list->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    resize(520, 420);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    filter({});
}

void CommandPalette::filter(const QString& text)
{
    m_list->clear();
    QPixmap nothing(m_list->iconSize());
    nothing.fill(Qt::transparent);
    // Names begin at one place, whether there is an icon before them or not.
    const QIcon noIcon(nothing);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (QAction* action : std::as_const(m_actions)) {
        const QString name = plainText(action);
        const bool matches = std::all_of(words.begin(), words.end(), [&name](const QString& word) {
            return name.contains(word, Qt::CaseInsensitive);
        });
        if (!matches || !action->isEnabled())
            continue;
        auto* item = new QListWidgetItem(name, m_list);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        item->setIcon(action->icon().isNull() ? noIcon : action->icon());
        item->setData(KeysRole, keys);
        item->setData(Qt::AccessibleTextRole, keys.isEmpty() ? name : name + u", "_s + keys);
        item->setData(Qt::UserRole, QVariant::fromValue(action));
        item->setSizeHint({0, 30});
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    auto* action = item->data(Qt::UserRole).value<QAction*>();
    accept();
    // After this dialog is gone, so that the act finds the focus where it was.
    QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) %
                                  m_list->count());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace clientele
