// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/createtablespage.h"

#include "core/services/book.h"
#include "core/services/wording.h"
#include "ui/common/button.h"
#include "ui/common/messagebar.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/sqlview.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace clientele {

using namespace Qt::StringLiterals;

CreateTablesPage::CreateTablesPage(Book& book, QWidget* parent)
    : QWidget(parent), m_book(book), m_message(new MessageBar(this)), m_sql(new SqlView(this)),
      m_create(makeButton(tr("&Create the tables"), ButtonKind::Primary, this))
{
    m_message->setObjectName(u"createMessage"_s);
    m_sql->setObjectName(u"schemaSql"_s);
    m_sql->setAccessibleName(tr("The SQL that will be run"));
    m_sql->setPlainText(book.schemaSql().trimmed());
    m_create->setObjectName(u"createTables"_s);
    connect(m_create, &QPushButton::clicked, this, &CreateTablesPage::create);

    QLabel* what = makeLabel(
        tr("%1 can be reached, but holds no customers yet. Clientele can make the table for "
           "customers, its indexes for searching and sorting, and a small table that remembers "
           "this schema's revision. Nothing else in the database is touched.")
            .arg(book.settings().location()),
        TextRole::Body, this);
    what->setWordWrap(true);
    auto* sqlLabel = new SectionLabel(tr("This is the S&QL that will be run:"), this);
    sqlLabel->setBuddy(m_sql);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_create);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(24, 20, 24, 20);
    body->setSpacing(8);
    body->addWidget(makeLabel(tr("This database is empty"), TextRole::Title, this));
    body->addWidget(what);
    body->addSpacing(8);
    body->addWidget(sqlLabel);
    body->addWidget(m_sql, 1);
    body->addSpacing(4);
    body->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addLayout(body, 1);
    setFocusProxy(m_create);
}

void CreateTablesPage::create()
{
    m_create->setEnabled(false);
    m_create->setText(tr("Creating…"));
    m_message->dismiss();
    whenDone(m_book.createSchema(), this, [this](const Result<BookInfo>& made) {
        m_create->setEnabled(true);
        m_create->setText(tr("&Create the tables"));
        if (made) {
            Q_EMIT created();
            return;
        }
        m_message->showMessage(MessageBar::Severity::Error, wording::explain(made.error()), false);
        m_create->setFocus();
    });
}

} // namespace clientele
