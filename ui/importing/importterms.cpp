// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importterms.h"

#include "core/services/book.h"
#include "core/services/importwording.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/importsetup.h"
#include "ui/importing/jobwording.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

ImportTerms::ImportTerms(ImportSetup& setup, QWidget* parent)
    : QWidget(parent), m_setup(setup), m_atomic(new QCheckBox(tr("All &or nothing"), this)),
      m_stop(new QCheckBox(tr("S&top at the first rejected row"), this)),
      m_note(makeLabel({}, TextRole::Muted, this))
{
    m_atomic->setObjectName(u"allOrNothing"_s);
    m_stop->setObjectName(u"stopAtReject"_s);
    m_note->setObjectName(u"importTerms"_s);
    m_note->setWordWrap(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_atomic);
    layout->addWidget(m_stop);
    layout->addWidget(m_note, 1);
    connect(m_atomic, &QCheckBox::toggled, &m_setup, &ImportSetup::setAtomic);
    connect(m_stop, &QCheckBox::toggled, this, [this](bool stops) {
        m_setup.setErrorPolicy(stops ? ErrorPolicy::Stop : ErrorPolicy::Skip);
    });
    connect(&m_setup, &ImportSetup::changed, this, &ImportTerms::refresh);
    refresh();
}

QString ImportTerms::note() const
{
    const ImportPlan plan = m_setup.plan();
    QStringList sentences{jobwording::terms(plan)};
    const bool takesSeveral = !plan.atomic && m_setup.estimatedRows() > plan.chunkRows;
    if (takesSeveral && !m_setup.book().info().keepsImports)
        sentences += wording::importCannotGoOn();
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

void ImportTerms::refresh()
{
    const ImportPlan plan = m_setup.plan();
    m_atomic->setChecked(plan.atomic);
    m_stop->setChecked(plan.onError == ErrorPolicy::Stop);
    m_note->setText(note());
    m_atomic->setAccessibleDescription(m_note->text());
    m_stop->setAccessibleDescription(m_note->text());
}

} // namespace clientele
