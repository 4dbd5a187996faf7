// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/adoptionhint.h"

#include "core/services/book.h"
#include "core/services/schemaadmin.h"
#include "core/services/wording.h"
#include "ui/common/jsonstore.h"
#include "ui/common/messagebar.h"
#include "ui/common/questiondialog.h"
#include "ui/common/sqldialog.h"

#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

const QString closedKey = u"adoptionHintClosed"_s;

QString whatItAdds(Engine engine, const QString& location)
{
    QStringList added{
        AdoptionHint::tr("a column search_text, which the database fills by itself"),
        AdoptionHint::tr("indexes for searching and sorting"),
        AdoptionHint::tr("a table clientele_revision, which notes what was added"),
    };
    if (engine == Engine::PostgreSql)
        added << AdoptionHint::tr("a function clientele_fold, and the extension pg_trgm where the "
                                  "server has it");
    return AdoptionHint::tr("In %1 this adds:").arg(location) + u"\n•  "_s +
           added.join(u"\n•  "_s) + u"\n\n"_s +
           AdoptionHint::tr(
               "No customer is changed or lost, and the table's own columns, rules and defaults "
               "stay as they are.\n\nOther programs can go on using the table, and will see the "
               "new column. They wait while it is added; with many customers that takes a while.");
}

} // namespace

AdoptionHint::AdoptionHint(Book& book, JsonStore& store, const QString& memory, QWidget* parent)
    : QWidget(parent), m_book(book), m_store(store), m_memory(memory), m_bar(new MessageBar(this))
{
    setObjectName(u"adoptionHint"_s);
    m_bar->setObjectName(u"adoptionMessage"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    connect(m_bar, &MessageBar::dismissed, this, [this] {
        if (m_book.info().adoptable)
            m_store.write(m_memory, {{closedKey, true}});
    });
    whenDone(store.read(memory), this, [this](const Result<QJsonObject>& saved) {
        const bool possible = m_book.info().adoptable && !m_book.info().readOnly;
        if (possible && saved && !saved->value(closedKey).toBool())
            offer();
    });
}

void AdoptionHint::offer()
{
    m_bar->showMessage(MessageBar::Severity::Info,
                       tr("Another program made this table, and it is used as it is. Clientele can "
                          "take it over, for quick searches. Nothing in it is changed or lost."));
    m_bar->addAction(tr("Show the SQL…"), [this] { showSql(); });
    m_bar->addAction(tr("Take over…"), [this] { ask(); });
}

void AdoptionHint::showSql()
{
    const auto sql = schemas::sql(m_book.info().engine, u"base:head"_s, true);
    auto* dialog = new SqlDialog(tr("What taking over runs"),
                                 sql ? *sql : wording::explain(sql.error()), window());
    dialog->setObjectName(u"adoptionSql"_s);
    dialog->open();
}

void AdoptionHint::ask()
{
    auto* question =
        new QuestionDialog({.title = tr("Take over the customer table?"),
                            .text = whatItAdds(m_book.info().engine, m_book.settings().location()),
                            .accept = tr("Take over")},
                           window());
    question->setObjectName(u"adoptionQuestion"_s);
    connect(question, &QDialog::accepted, this, &AdoptionHint::adopt);
    question->open();
}

void AdoptionHint::adopt()
{
    m_bar->showMessage(
        MessageBar::Severity::Info,
        tr("Taking the customer table over. With many customers this takes a while."), false);
    whenDone(m_book.adopt(), this, [this](const Result<BookInfo>& info) {
        if (!info) {
            showFailure(info.error());
            return;
        }
        m_bar->dismiss();
        Q_EMIT adopted();
    });
}

void AdoptionHint::showFailure(const Error& error)
{
    m_bar->showMessage(MessageBar::Severity::Error,
                       tr("The table was not taken over, and is used as it is.") + u' ' +
                           wording::explain(error));
    m_bar->addAction(tr("Try again…"), [this] { ask(); });
}

} // namespace clientele
