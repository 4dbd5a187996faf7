// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/sourceline.h"

#include "core/services/profileservice.h"
#include "core/services/wording.h"
#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

SourceLine::SourceLine(QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_note(makeLabel({}, TextRole::Faint, this))
{
    m_edit->setObjectName(u"url"_s);
    m_edit->setAccessibleName(tr("URL of the connection"));
    m_edit->setPlaceholderText(tr("Paste a URL, as postgresql://anna@sales.example/crm"));
    m_note->setObjectName(u"urlNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    auto* choose = makeButton(tr("Choose a .&env file…"), ButtonKind::Normal, this);
    choose->setObjectName(u"chooseEnvFile"_s);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(choose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    layout->addLayout(row);
    layout->addWidget(m_note);

    connect(m_edit, &QLineEdit::textEdited, this, &SourceLine::onEdited);
    connect(m_edit, &QLineEdit::editingFinished, this, &SourceLine::take);
    connect(choose, &QPushButton::clicked, this, &SourceLine::chooseFile);
}

void SourceLine::clear()
{
    m_edit->clear();
    m_length = 0;
    m_note->hide();
}

void SourceLine::onEdited(const QString& text)
{
    // What comes in at once was pasted, and is whole; what is typed is taken with Enter.
    const bool pasted = text.size() - m_length > 8;
    m_length = text.size();
    if (pasted)
        take();
}

void SourceLine::take()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return;
    const auto url = ConnectionUrl::parse(text);
    if (!url) {
        say(wording::explain(url.error()), true);
        return;
    }
    clear();
    say(url->password.isEmpty()
            ? tr("Filled in from the URL.")
            : tr("Filled in from the URL. Its password is kept for this session only."),
        false);
    Q_EMIT found(*url);
}

void SourceLine::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose a .env file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::NoDotAndDotDot | QDir::Hidden);
    dialog->setNameFilters({tr("Environment files (*.env .env* env)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SourceLine::readFile);
    dialog->open();
}

void SourceLine::readFile(const QString& file)
{
    whenDone(profiles::readEnvFile(file), this, [this, file](const Result<Environment>& read) {
        const QString name = QFileInfo(file).fileName();
        if (!read) {
            say(wording::explain(read.error()), true);
        } else if (!read->profile) {
            say(tr("%1 names neither DATABASE_URL nor any of DB_HOST, DB_PORT, DB_NAME, DB_USER.")
                    .arg(name),
                true);
        } else {
            QStringList notes(tr("Filled in from %1.").arg(name));
            clear();
            say((notes + read->warnings).join(u' '), false);
            Q_EMIT found({.settings = read->profile->connection, .password = read->password});
        }
    });
}

void SourceLine::say(const QString& text, bool refused)
{
    m_note->setText(text);
    m_note->show();
    setTextRole(m_note, refused ? TextRole::Bad : TextRole::Ok);
    setStyleProperty(m_edit, "refused", refused);
    m_edit->setAccessibleDescription(text);
}

} // namespace clientele
