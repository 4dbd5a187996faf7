// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formfield.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

FormField::FormField(const QString& label, const QString& objectName, QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_note(makeLabel({}, TextRole::Bad, this))
{
    auto* name = new SectionLabel(label, this);
    name->setBuddy(m_edit);
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(label);
    Theme::showLiterally(*m_edit);
    m_note->setObjectName(objectName + u"Note"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    setFocusProxy(m_edit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    layout->addWidget(name);
    layout->addWidget(m_edit);
    layout->addWidget(m_note);
}

QString FormField::text() const
{
    return m_edit->text();
}

void FormField::setText(const QString& text)
{
    if (m_edit->text() != text)
        m_edit->setText(text);
}

void FormField::setNote(Verdict verdict, const QString& note)
{
    m_verdict = verdict;
    switch (verdict) {
    case Verdict::None:
        setTextRole(m_note, TextRole::Faint);
        break;
    case Verdict::Ok:
        setTextRole(m_note, TextRole::Ok);
        break;
    case Verdict::Warning:
        setTextRole(m_note, TextRole::Warn);
        break;
    case Verdict::Refused:
        setTextRole(m_note, TextRole::Bad);
        break;
    }
    m_note->setText(note);
    m_note->setHidden(note.isEmpty());
    m_edit->setAccessibleDescription(note);
    setStyleProperty(m_edit, "refused", verdict == Verdict::Refused);
}

QString FormField::note() const
{
    return m_note->text();
}

void FormField::setChangedMark(bool changed)
{
    setStyleProperty(m_edit, "changed", changed);
}

} // namespace clientele
