// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/filterpopup.h"

#include "core/domain/customersearch.h"
#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/sectionlabel.h"
#include "ui/customers/dayrange.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

// Of the choices, in their order.
const QString activeValues[] = {{}, u"yes"_s, u"no"_s};
const QString phoneValues[] = {{}, u"any"_s, u"none"_s};

constexpr int tokenWidth = 400;

void narrow(TimeRange& range, const TimeRange& other)
{
    if (other.from && (!range.from || *other.from > *range.from))
        range.from = other.from;
    if (other.until && (!range.until || *other.until < *range.until))
        range.until = other.until;
}

} // namespace

FilterPopup::FilterPopup(const QString& text, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_text(text), m_created(new DayRange(tr("Created"), this)),
      m_updated(new DayRange(tr("Updated"), this)), m_email(new QLineEdit(this)),
      m_token(makeLabel({}, TextRole::Faint, this))
{
    setObjectName(u"filterPopup"_s);
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_email->setObjectName(u"filterEmail"_s);
    m_email->setAccessibleName(tr("E-mail contains"));
    m_email->setPlaceholderText(u"@example.com"_s);
    m_token->setObjectName(u"filterToken"_s);
    m_token->setWordWrap(true);
    m_token->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_token->setFixedWidth(tokenWidth);
    m_token->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_token->setMinimumHeight(2 * m_token->fontMetrics().lineSpacing());
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 14, 16, 14);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(12);
    m_active = addChoice(grid, tr("Customers"), {tr("All"), tr("Active"), tr("Inactive")});
    addPart(grid, tr("Created"), m_created);
    addPart(grid, tr("Updated"), m_updated);
    m_phone = addChoice(grid, tr("Phone"), {tr("All"), tr("With a number"), tr("Without")});
    addPart(grid, tr("E-mail contains"), m_email);
    addPart(grid, tr("Typed"), m_token);
    auto* apply = makeButton(tr("Apply"), ButtonKind::Primary, this);
    apply->setObjectName(u"applyFilter"_s);
    apply->setDefault(true);
    grid->addWidget(apply, grid->rowCount(), 1, Qt::AlignTrailing);
    readText();
    m_before = values();
    sayToken();
    for (QButtonGroup* group : {m_active, m_phone})
        connect(group, &QButtonGroup::idToggled, this, &FilterPopup::sayToken);
    for (DayRange* range : {m_created, m_updated})
        connect(range, &DayRange::changed, this, &FilterPopup::sayToken);
    connect(m_email, &QLineEdit::textChanged, this, &FilterPopup::sayToken);
    connect(apply, &QPushButton::clicked, this, &FilterPopup::apply);
}

void FilterPopup::addPart(QGridLayout* grid, const QString& title, QWidget* part)
{
    const int row = grid->rowCount();
    auto* label = new SectionLabel(title, this);
    // On the line of the part's first control.
    label->setMinimumHeight(part == m_token ? 0 : part == m_email ? 32 : 24);
    grid->addWidget(label, row, 0, Qt::AlignLeading | Qt::AlignTop);
    grid->addWidget(part, row, 1);
}

QButtonGroup* FilterPopup::addChoice(QGridLayout* grid, const QString& title,
                                     const QStringList& choices)
{
    auto* group = new QButtonGroup(this);
    auto* part = new QWidget(this);
    auto* layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (int i = 0; i < int(choices.size()); ++i) {
        auto* chip = new Chip(choices[i], part);
        chip->setAccessibleName(tr("%1: %2").arg(title, choices[i]));
        group->addButton(chip, i);
        layout->addWidget(chip);
    }
    layout->addStretch();
    group->button(0)->setChecked(true);
    addPart(grid, title, part);
    return group;
}

void FilterPopup::readText()
{
    TimeRange created;
    TimeRange updated;
    QString createdToken;
    QString updatedToken;
    const CustomerSearch search = CustomerSearch::parse(m_text);
    for (const SearchTerm& term : search.terms) {
        const QString token = m_text.mid(term.start, term.length);
        const bool plain = !term.excluded;
        if (term.kind == SearchTerm::Kind::Active)
            m_active->button(term.active != term.excluded ? 1 : 2)->setChecked(true);
        else if (term.kind == SearchTerm::Kind::Missing && term.field == CustomerField::Phone)
            m_phone->button(term.excluded ? 1 : 2)->setChecked(true);
        else if (term.kind == SearchTerm::Kind::Text && term.field == CustomerField::Email && plain)
            m_email->setText(term.text);
        else if (term.kind == SearchTerm::Kind::Created && plain) {
            narrow(created, term.range);
            createdToken = token;
        } else if (term.kind == SearchTerm::Kind::Updated && plain) {
            narrow(updated, term.range);
            updatedToken = token;
        }
    }
    m_created->set(createdToken.section(u':', 1), created);
    m_updated->set(updatedToken.section(u':', 1), updated);
}

FilterPopup::Values FilterPopup::values() const
{
    return {{u"active"_s, activeValues[m_active->checkedId()]},
            {u"created"_s, m_created->value()},
            {u"updated"_s, m_updated->value()},
            {u"phone"_s, phoneValues[m_phone->checkedId()]},
            {u"email"_s, m_email->text().trimmed()}};
}

void FilterPopup::sayToken()
{
    QString typed;
    for (const auto& [name, value] : values())
        typed = CustomerSearch::with(typed, name, value);
    m_token->setText(typed.isEmpty() ? tr("Each of these can be typed in the search field, too: "
                                          "choose one to see how.")
                                     : typed);
}

void FilterPopup::apply()
{
    // What was not touched stays as it was typed.
    QString text = m_text;
    const Values now = values();
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (now[i] != m_before[i])
            text = CustomerSearch::with(text, now[i].first, now[i].second);
    }
    Q_EMIT chosen(text);
    close();
}

void FilterPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        apply();
    else
        QFrame::keyPressEvent(event);
}

void FilterPopup::openBelow(QWidget* anchor)
{
    adjustSize();
    const QWidget* window = anchor->window();
    const bool leftToRight = anchor->layoutDirection() == Qt::LeftToRight;
    const QPoint corner = leftToRight ? anchor->rect().bottomLeft()
                                      : anchor->rect().bottomRight() - QPoint(width(), 0);
    QPoint place = anchor->mapToGlobal(corner + QPoint(0, 4));
    // Within the window, where that has room.
    const int first = window->mapToGlobal(QPoint(8, 0)).x();
    const int last = window->mapToGlobal(QPoint(window->width() - 8 - width(), 0)).x();
    place.setX(qMax(first, qMin(place.x(), last)));
    move(place);
    show();
    m_active->checkedButton()->setFocus();
}

} // namespace clientele
