// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/filterbar.h"

#include "core/services/searchwording.h"
#include "ui/common/chip.h"
#include "ui/common/sectionlabel.h"
#include "ui/customers/filterchips.h"
#include "ui/customers/filterpopup.h"
#include "ui/customers/filterwords.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int pause = 600; ///< milliseconds without a key after which a problem is said

// Of the three chips, in their order.
const QString activeValues[] = {{}, u"yes"_s, u"no"_s};

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent), m_line(new QHBoxLayout), m_active(new QButtonGroup(this)),
      m_chips(new FilterChips(this)), m_count(makeLabel({}, TextRole::Muted, this)),
      m_slow(makeLabel(tr("sorted without an index"), TextRole::Muted, this)),
      m_note(makeLabel({}, TextRole::Warn, this))
{
    setObjectName(u"filterBar"_s);
    m_count->setObjectName(u"countLabel"_s);
    m_note->setObjectName(u"filterNote"_s);
    m_slow->setObjectName(u"sortHint"_s);
    m_slow->hide();
    m_note->setWordWrap(true);
    m_note->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addLayout(m_line);
    layout->addWidget(m_note);
    m_line->setSpacing(6);
    const std::pair<QString, QString> choices[] = {{tr("All"), u"chipAll"_s},
                                                   {tr("Active"), u"chipActive"_s},
                                                   {tr("Inactive"), u"chipInactive"_s}};
    for (int i = 0; i < 3; ++i) {
        auto* chip = new Chip(choices[i].first, this);
        chip->setObjectName(choices[i].second);
        m_active->addButton(chip, i);
        m_line->addWidget(chip);
    }
    m_active->button(0)->setChecked(true);
    m_line->addWidget(m_chips, 1);
    m_line->addSpacing(6);
    m_line->addWidget(m_slow);
    m_line->addSpacing(6);
    m_line->addWidget(m_count);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::sayProblem);
    connect(m_active, &QButtonGroup::idClicked, this, [this](int id) {
        Q_EMIT textChosen(CustomerSearch::with(m_text, u"active"_s, activeValues[id]));
    });
    connect(m_chips, &FilterChips::removeRequested, this, &FilterBar::removeFilter);
    connect(m_chips->addButton(), &Chip::clicked, this, &FilterBar::openPopup);
}

void FilterBar::addFront(QWidget* widget)
{
    m_line->insertWidget(0, widget);
    m_line->insertSpacing(1, 6);
    setTabOrder(widget, m_active->button(0));
}

void FilterBar::showText(const QString& text)
{
    m_text = text;
    m_search = CustomerSearch::parse(text);
    showFilters();
    // What is mended is taken back at once, what may only be half typed is said after a while.
    if (m_search.problems.isEmpty()) {
        m_pause.stop();
        sayProblem();
    } else {
        m_pause.start();
    }
}

void FilterBar::showFilters()
{
    int active = 0;
    QList<FilterChips::Item> items;
    m_places.clear();
    for (const SearchTerm& term : std::as_const(m_search.terms)) {
        if (term.kind == SearchTerm::Kind::Active && active == 0) {
            active = term.active != term.excluded ? 1 : 2;
            continue;
        }
        if (!filterwords::isFilter(term))
            continue;
        items.append({filterwords::describe(term), m_text.mid(term.start, term.length)});
        m_places.append({term.start, term.length});
    }
    m_active->button(active)->setChecked(true);
    m_chips->setItems(items);
}

void FilterBar::removeFilter(int item)
{
    const auto [start, length] = m_places[item];
    Q_EMIT textChosen(CustomerSearch::without(m_text, start, length));
}

void FilterBar::sayProblem()
{
    const bool none = m_search.problems.isEmpty();
    m_note->setText(none ? QString() : wording::sentence(m_search.problems.front()));
    m_note->setVisible(!none);
}

void FilterBar::setHint(const QString& text)
{
    m_slow->setVisible(!text.isEmpty());
    m_slow->setToolTip(text);
    m_slow->setAccessibleName(text);
}

void FilterBar::setCount(const QString& text, const QString& toolTip)
{
    m_count->setText(text);
    m_count->setToolTip(toolTip);
    m_count->setAccessibleDescription(toolTip);
}

void FilterBar::openPopup()
{
    auto* popup = new FilterPopup(m_text, this);
    connect(popup, &FilterPopup::chosen, this, &FilterBar::textChosen);
    popup->openBelow(m_chips->addButton());
}

} // namespace clientele
