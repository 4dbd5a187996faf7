// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/emptybookpage.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/sectionlabel.h"

#include <QGridLayout>

namespace clientele {

using namespace Qt::StringLiterals;

EmptyBookPage::EmptyBookPage(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout), m_note(makeLabel({}, TextRole::Muted, this))
{
    setObjectName(u"emptyBook"_s);
    auto* title = makeLabel(tr("Who are your customers?"), TextRole::Title, this);
    m_grid->setSpacing(16);
    addCard(u"import", tr("Import a file"),
            tr("CSV, from any program. Drop it anywhere on this window."), u"cardImport"_s,
            &EmptyBookPage::importRequested);
    addCard(u"new", tr("New customer"), tr("Type the first one in. Ctrl+N"), u"cardNew"_s,
            &EmptyBookPage::newRequested);
    addCard(u"people", tr("Sample customers"),
            tr("500 made-up people to play with. Undo removes them."), u"cardSamples"_s,
            &EmptyBookPage::samplesRequested);
    addCard(u"database", tr("Connect to a server"),
            tr("PostgreSQL, or a database that speaks its language."), u"cardConnect"_s,
            &EmptyBookPage::connectRequested);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_grid);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addSpacing(16);
    layout->addLayout(row);
    layout->addSpacing(16);
    layout->addWidget(m_note, 0, Qt::AlignHCenter);
    layout->addStretch();
    arrange();
}

void EmptyBookPage::describeBook(bool local, bool readOnly)
{
    m_note->setText(local ? tr("This book is one file on this computer. Nothing is sent anywhere.")
                          : tr("This book is a database that others may see too."));
    for (int i = 0; i < 3; ++i) {
        m_cards[i]->setEnabled(!readOnly);
        m_cards[i]->setToolTip(readOnly ? tr("This book is read only.") : QString());
    }
}

void EmptyBookPage::addCard(QStringView iconName, const QString& title, const QString& text,
                            const QString& name, void (EmptyBookPage::*chosen)())
{
    auto* card = new QPushButton(this);
    card->setProperty("kind", u"card"_s);
    card->setObjectName(name);
    card->setAccessibleName(title);
    card->setAccessibleDescription(text);
    card->setFixedSize(230, 150);
    auto* picture = new QLabel(card);
    picture->setPixmap(icon(iconName, Token::Accent).pixmap(QSize(24, 24), devicePixelRatioF()));
    auto* body = makeLabel(text, TextRole::Muted, card);
    body->setWordWrap(true);
    body->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(18, 18, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(picture);
    layout->addWidget(makeLabel(title, TextRole::Heading, card));
    layout->addWidget(body, 1);
    for (QLabel* label : card->findChildren<QLabel*>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(card, &QPushButton::clicked, this, chosen);
    m_cards.append(card);
}

void EmptyBookPage::arrange()
{
    const int columns = width() >= 1020 ? 4 : 2;
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], i / columns, i % columns);
}

void EmptyBookPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace clientele
