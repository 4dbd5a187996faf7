// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/conflictdialog.h"

#include "core/domain/customerpatch.h"
#include "ui/common/button.h"
#include "ui/common/dates.h"
#include "ui/common/sectionlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QRadioButton>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr CustomerField fields[] = {CustomerField::Name, CustomerField::Email, CustomerField::Phone,
                                    CustomerField::IsActive};

QString valueOf(const Customer& customer, CustomerField field)
{
    switch (field) {
    case CustomerField::Name:
        return customer.name;
    case CustomerField::Email:
        return customer.email;
    case CustomerField::Phone:
        return customer.phone.value_or(ConflictDialog::tr("none"));
    default:
        return customer.isActive ? ConflictDialog::tr("active") : ConflictDialog::tr("inactive");
    }
}

QString titleOf(CustomerField field)
{
    switch (field) {
    case CustomerField::Name:
        return ConflictDialog::tr("Name");
    case CustomerField::Email:
        return ConflictDialog::tr("E-mail");
    case CustomerField::Phone:
        return ConflictDialog::tr("Phone");
    default:
        return ConflictDialog::tr("Active");
    }
}

void copyField(const Customer& from, CustomerField field, Customer& to)
{
    switch (field) {
    case CustomerField::Name:
        to.name = from.name;
        break;
    case CustomerField::Email:
        to.email = from.email;
        break;
    case CustomerField::Phone:
        to.phone = from.phone;
        break;
    default:
        to.isActive = from.isActive;
    }
}

} // namespace

ConflictDialog::ConflictDialog(const PendingEdit& edit, const Customer& theirs, QWidget* parent)
    : QDialog(parent), m_edit(edit), m_theirs(theirs)
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("Changed by someone else"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* title =
        makeLabel(tr("%1 was changed by someone else").arg(edit.base.name), TextRole::Title, this);
    title->setWordWrap(true);
    const QString when = theirs.updatedAt
                             ? tr("The other change was saved %1.")
                                       .arg(dates::ago(*theirs.updatedAt, Timestamp::now())) +
                                   u' '
                             : QString();
    auto* text = makeLabel(when + tr("Choose for each field which one stays. Fields that only one "
                                     "of you changed are kept."),
                           TextRole::Muted, this);
    text->setWordWrap(true);
    auto* theirsButton = makeButton(tr("Take all of theirs"), ButtonKind::Normal, this);
    theirsButton->setObjectName(u"takeTheirs"_s);
    auto* back = makeButton(tr("Back to editing"), ButtonKind::Normal, this);
    auto* save = makeButton(tr("Save this choice"), ButtonKind::Primary, this);
    save->setObjectName(u"saveChoice"_s);
    save->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 12, 20, 16);
    buttons->addWidget(theirsButton);
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(save);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(20, 18, 20, 14);
    head->addWidget(title);
    head->addWidget(text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(buildTable(), 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addLayout(buttons);
    setMinimumWidth(720);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        Q_EMIT saveRequested(choice());
        accept();
    });
    connect(theirsButton, &QPushButton::clicked, this, [this] {
        Q_EMIT theirsTaken(m_theirs);
        accept();
    });
    save->setFocus();
}

QWidget* ConflictDialog::buildTable()
{
    auto* table = new QWidget(this);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(20, 14, 20, 14);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(8);
    int column = 0;
    for (const QString& head : {tr("Field"), tr("Before"), tr("Yours"), tr("Theirs")})
        grid->addWidget(new SectionLabel(head, table), 0, column++);
    for (const CustomerField field : fields)
        addRow(grid, field);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(3, 1);
    return table;
}

void ConflictDialog::addRow(QGridLayout* grid, CustomerField field)
{
    const QString base = valueOf(m_edit.base, field);
    const QString mine = valueOf(m_edit.mine, field);
    const QString theirs = valueOf(m_theirs, field);
    if (mine == base && theirs == base)
        return;
    QWidget* parent = grid->parentWidget();
    const int row = grid->rowCount();
    grid->addWidget(makeLabel(titleOf(field), TextRole::Body, parent), row, 0);
    auto* before = makeLabel(base, TextRole::Muted, parent);
    before->setWordWrap(true);
    grid->addWidget(before, row, 1);
    const bool clash = mine != base && theirs != base && mine != theirs;
    if (!clash) {
        const bool isMine = mine != base;
        const QString kept = tr("%1 (kept)");
        grid->addWidget(makeLabel(isMine ? kept.arg(mine) : tr("unchanged"),
                                  isMine ? TextRole::Body : TextRole::Muted, parent),
                        row, 2);
        grid->addWidget(makeLabel(theirs != base ? kept.arg(theirs) : tr("unchanged"),
                                  theirs != base ? TextRole::Body : TextRole::Muted, parent),
                        row, 3);
        return;
    }
    auto* group = new QButtonGroup(this);
    const auto add = [&](const QString& value, const QString& whose, int column) {
        auto* button = new QRadioButton(value, parent);
        button->setAccessibleName(u"%1, %2: %3"_s.arg(titleOf(field), whose, value));
        button->setObjectName(fieldName(field) + (column == 2 ? u"Mine"_s : u"Theirs"_s));
        group->addButton(button, column);
        grid->addWidget(button, row, column);
        return button;
    };
    add(mine, tr("yours"), 2)->setChecked(true);
    add(theirs, tr("theirs"), 3);
    m_choices.append({field, group});
}

PendingEdit ConflictDialog::choice() const
{
    PendingEdit result{.base = m_theirs, .mine = m_theirs};
    for (const CustomerField field : fields) {
        if (valueOf(m_edit.mine, field) != valueOf(m_edit.base, field))
            copyField(m_edit.mine, field, result.mine);
    }
    for (const auto& [field, group] : m_choices) {
        if (group->checkedId() == 3)
            copyField(m_theirs, field, result.mine);
    }
    return result;
}

} // namespace clientele
