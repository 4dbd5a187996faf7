// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/logfilters.h"

#include "ui/common/chip.h"
#include "ui/common/sectionlabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace clientele {

using namespace Qt::StringLiterals;

LogFilters::LogFilters(QWidget* parent)
    : QWidget(parent), m_words(new QLineEdit(this)), m_kinds(new QButtonGroup(this)),
      m_count(makeLabel({}, TextRole::Muted, this))
{
    m_words->setObjectName(u"logWords"_s);
    m_words->setPlaceholderText(tr("Words in the SQL, the values or the error"));
    m_words->setAccessibleName(tr("Filter the log by words"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_count->setObjectName(u"logCount"_s);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(6);
    const std::pair<QString, QString> kinds[] = {{tr("All"), u"logAll"_s},
                                                 {tr("Statements"), u"logStatements"_s},
                                                 {tr("Connections"), u"logConnections"_s},
                                                 {tr("Only errors"), u"logErrors"_s},
                                                 {tr("Slower than 100 ms"), u"logSlow"_s}};
    for (int id = 0; id < int(std::size(kinds)); ++id) {
        auto* chip = new Chip(kinds[id].first, this);
        chip->setObjectName(kinds[id].second);
        m_kinds->addButton(chip, id);
        chips->addWidget(chip);
    }
    m_kinds->button(0)->setChecked(true);
    chips->addStretch();
    chips->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 10);
    layout->setSpacing(10);
    layout->addWidget(m_words);
    layout->addLayout(chips);
    connect(m_words, &QLineEdit::textChanged, this, &LogFilters::wordsTyped);
    connect(m_kinds, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT kindChosen(ActivityFilter::Show(id)); });
}

QString LogFilters::words() const
{
    return m_words->text();
}

void LogFilters::setCount(const QString& text)
{
    m_count->setText(text);
}

void LogFilters::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void LogFilters::clear()
{
    m_kinds->button(0)->click();
    m_words->clear();
}

/// Esc empties the field before it closes the window.
bool LogFilters::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && !m_words->text().isEmpty()) {
        m_words->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace clientele
