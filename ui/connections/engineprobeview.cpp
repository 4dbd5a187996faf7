// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/engineprobeview.h"

#include "core/services/engineprobe.h"
#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;
using Verdict = CapabilityFinding::Verdict;

EngineProbeView::EngineProbeView(QWidget* parent)
    : QFrame(parent), m_heading(makeButton({}, ButtonKind::Link, this))
{
    setProperty("role", u"card"_s);
    m_heading->setObjectName(u"engineHeading"_s);
    m_heading->setCheckable(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 14, 8);
    layout->setSpacing(8);
    layout->addWidget(m_heading, 0, Qt::AlignLeading);
    connect(m_heading, &QPushButton::toggled, this, &EngineProbeView::unfold);
    hide();
}

EngineProbeView::~EngineProbeView()
{
    m_task.cancel();
}

void EngineProbeView::clear()
{
    m_task.cancel();
    ++m_generation;
    hide();
}

void EngineProbeView::probe(const ConnectionSettings& settings, const QString& password)
{
    clear();
    const quint64 generation = m_generation;
    m_task = probeEngine(settings, password);
    whenDone(m_task, this, [this, generation](const Result<CapabilityReport>& report) {
        if (generation == m_generation && report)
            setReport(*report);
    });
}

void EngineProbeView::setReport(const CapabilityReport& report)
{
    if (m_list) {
        m_list->hide();
        m_list->deleteLater();
    }
    m_list = new QWidget(this);
    m_list->setObjectName(u"engineFindings"_s);
    m_list->setAccessibleName(tr("What this engine can do"));
    auto* grid = new QGridLayout(m_list);
    grid->setContentsMargins(4, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 16);
    grid->setColumnMinimumWidth(1, 140);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const CapabilityFinding& found : report)
        addRow(row++, found);
    layout()->addWidget(m_list);
    unfold(m_heading->isChecked());
    show();
}

void EngineProbeView::addRow(int row, const CapabilityFinding& found)
{
    auto* grid = static_cast<QGridLayout*>(m_list->layout());
    const bool yes = found.verdict == Verdict::Yes;
    const bool no = found.verdict == Verdict::No;
    // What is lacking is worked around: it is nothing to be alarmed by.
    QLabel* sign = makeLabel(yes  ? u"✓"_s
                             : no ? u"–"_s
                                  : u"?"_s,
                             yes ? TextRole::Ok : TextRole::Muted, m_list);
    sign->setAccessibleName(yes ? tr("yes") : no ? tr("no") : tr("not known"));
    QLabel* words = makeLabel(found.finding, TextRole::Muted, m_list);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(sign, row, 0, Qt::AlignTop);
    grid->addWidget(makeLabel(capabilityName(found.capability), TextRole::Body, m_list), row, 1,
                    Qt::AlignTop);
    grid->addWidget(words, row, 2);
}

void EngineProbeView::unfold(bool unfolded)
{
    m_heading->setText(unfolded ? tr("▾ What this engine can do")
                                : tr("▸ What this engine can do"));
    m_heading->setAccessibleName(tr("What this engine can do"));
    m_heading->setAccessibleDescription(unfolded ? tr("shown") : tr("folded away"));
    if (m_list)
        m_list->setVisible(unfolded);
}

} // namespace clientele
