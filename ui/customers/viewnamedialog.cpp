// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/viewnamedialog.h"

#include "ui/common/button.h"
#include "ui/common/formfield.h"
#include "ui/common/sectionlabel.h"
#include "ui/customers/savedviews.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 60; ///< characters of a name

} // namespace

ViewNameDialog::ViewNameDialog(const SavedViews& views, const QString& renamed, QWidget* parent)
    : QDialog(parent), m_views(views), m_renamed(renamed),
      m_field(new FormField(tr("&Name"), u"viewName"_s, this)),
      m_accept(makeButton({}, ButtonKind::Primary, this))
{
    setObjectName(u"viewNameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const QString title = renamed.isEmpty() ? tr("Save this view") : tr("Rename the view");
    setWindowTitle(title);
    setMinimumWidth(420);
    m_field->edit()->setAccessibleName(tr("Name of the view"));
    m_field->edit()->setMaxLength(longest);
    m_field->setText(renamed);
    m_field->edit()->selectAll();
    m_accept->setObjectName(u"acceptName"_s);
    m_accept->setDefault(true);
    auto* cancel = makeButton(tr("Cancel"), ButtonKind::Normal, this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_field->edit(), &QLineEdit::textChanged, this, &ViewNameDialog::check);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(4);
    layout->addWidget(makeLabel(title, TextRole::Title, this));
    layout->addSpacing(12);
    layout->addWidget(m_field);
    layout->addSpacing(16);
    layout->addLayout(buttons);
    check();
    m_field->edit()->setFocus();
}

QString ViewNameDialog::name() const
{
    return m_field->text().simplified();
}

void ViewNameDialog::check()
{
    const SavedView* other = m_views.find(name());
    const bool taken = other && other->name.compare(m_renamed, Qt::CaseInsensitive) != 0;
    if (taken)
        m_field->setNote(FormField::Verdict::Warning,
                         tr("There is a view of this name. It will be replaced."));
    else
        m_field->setNote(FormField::Verdict::None,
                         tr("It keeps the search with its filters, the order and the columns."));
    m_accept->setText(taken ? tr("Replace") : m_renamed.isEmpty() ? tr("Save") : tr("Rename"));
    m_accept->setEnabled(!name().isEmpty());
}

} // namespace clientele
