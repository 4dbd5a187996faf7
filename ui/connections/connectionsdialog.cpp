// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionsdialog.h"

#include "core/services/profileservice.h"
#include "core/services/wording.h"
#include "ui/common/button.h"
#include "ui/common/messagebar.h"
#include "ui/common/sectionlabel.h"
#include "ui/connections/connectiontestview.h"
#include "ui/connections/engineprobeview.h"
#include "ui/connections/profileform.h"
#include "ui/connections/profilelist.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

ConnectionsDialog::ConnectionsDialog(const QString& current, QWidget* parent)
    : QDialog(parent), m_wanted(current), m_message(new MessageBar(this)),
      m_list(new ProfileList(this)), m_form(new ProfileForm(this)),
      m_report(new ConnectionTestView(this)), m_engine(new EngineProbeView(this)),
      m_testButton(makeButton(tr("Te&st"), ButtonKind::Normal, this)),
      m_save(makeButton(tr("Sa&ve"), ButtonKind::Normal, this)),
      m_open(makeButton(tr("Save and op&en"), ButtonKind::Primary, this))
{
    setWindowTitle(tr("Connections"));
    resize(1020, 720);
    auto* head = new QWidget(this);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(20, 16, 20, 16);
    headLayout->addWidget(makeLabel(tr("Connections"), TextRole::Title, head));

    m_message->setObjectName(u"connectionsMessage"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(m_message);
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(makeFoot());

    connect(m_form, &ProfileForm::edited, this, &ConnectionsDialog::onEdited);
    connect(m_list, &ProfileList::chosen, this,
            [this](int row) { leaveForm([this, row] { showEntry(row); }); });
    connect(m_list, &ProfileList::addWanted, this, [this] {
        leaveForm([this] {
            add({.connection = {.engine = Engine::PostgreSql, .sslMode = u"prefer"_s}});
        });
    });
    connect(m_list, &ProfileList::copyWanted, this,
            [this] { leaveForm([this] { copyCurrent(); }); });
    connect(m_list, &ProfileList::removeWanted, this, &ConnectionsDialog::askToRemove);
    load();
}

ConnectionsDialog::~ConnectionsDialog()
{
    m_test.cancel();
}

QWidget* ConnectionsDialog::makeBody()
{
    m_list->setFixedWidth(240);
    m_form->setObjectName(u"form"_s);
    m_form->hide();
    m_report->setObjectName(u"report"_s);
    m_report->hide();

    auto* page = new QWidget(this);
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(20, 16, 20, 16);
    pageLayout->setSpacing(16);
    pageLayout->addWidget(m_form);
    pageLayout->addWidget(m_report);
    pageLayout->addWidget(m_engine);
    pageLayout->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);

    auto* body = new QWidget(this);
    auto* layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(makeLine(Qt::Vertical, body));
    layout->addWidget(scroll, 1);
    return body;
}

QWidget* ConnectionsDialog::makeFoot()
{
    auto* cancel = makeButton(tr("Cancel"), ButtonKind::Normal, this);
    cancel->setObjectName(u"cancel"_s);
    m_testButton->setObjectName(u"test"_s);
    m_save->setObjectName(u"save"_s);
    m_open->setObjectName(u"open"_s);
    m_open->setDefault(true);
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(8);
    layout->addWidget(m_testButton);
    layout->addStretch();
    layout->addWidget(cancel);
    layout->addWidget(m_save);
    layout->addWidget(m_open);
    connect(m_testButton, &QPushButton::clicked, this, &ConnectionsDialog::test);
    connect(cancel, &QPushButton::clicked, this, &ConnectionsDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save([] {}); });
    connect(m_open, &QPushButton::clicked, this, &ConnectionsDialog::openCurrent);
    return foot;
}

void ConnectionsDialog::load()
{
    refresh();
    whenDone(profiles::list(), this, [this](const Result<profiles::Listing>& listing) {
        if (!listing) {
            m_message->showMessage(MessageBar::Severity::Error, wording::explain(listing.error()),
                                   false);
            m_message->addAction(tr("Try again"), [this] {
                m_message->dismiss();
                load();
            });
            return;
        }
        m_entries.clear();
        QList<Profile> shown;
        for (const Profile& profile : listing->profiles) {
            const bool environment = profile.origin == Profile::Origin::Environment;
            m_entries << Entry{.profile = profile,
                               .password = environment ? listing->environmentPassword : QString()};
            shown << profile;
        }
        m_list->setProfiles(shown);
        if (!listing->warnings.isEmpty())
            m_message->showMessage(MessageBar::Severity::Warning, listing->warnings.join(u' '));
        const auto row = std::ranges::find(
            shown, m_wanted.isEmpty() ? listing->defaultName : m_wanted, &Profile::name);
        showEntry(row == shown.end() ? 0 : int(row - shown.begin()));
    });
}

void ConnectionsDialog::showEntry(int row)
{
    m_row = row;
    forgetTest();
    m_list->setCurrent(row);
    const bool any = row >= 0 && row < m_entries.size();
    m_form->setVisible(any);
    if (any)
        m_form->setProfile(m_entries[row].profile, m_entries[row].password);
    refresh();
}

bool ConnectionsDialog::isUnsaved() const
{
    return m_row >= 0 && (m_entries[m_row].isNew || m_form->isChanged());
}

bool ConnectionsDialog::wouldLose() const
{
    return isUnsaved() && (m_form->isChanged() || !m_form->profile().name.isEmpty());
}

void ConnectionsDialog::onEdited()
{
    Entry& entry = m_entries[m_row];
    entry.password = m_form->password();
    m_list->setProfile(m_row, m_form->profile());
    // A report on what stood there before would be taken for one on what stands there now.
    forgetTest();
    refresh();
}

void ConnectionsDialog::refresh()
{
    const bool any = m_row >= 0 && !m_busy;
    m_testButton->setEnabled(any);
    m_open->setEnabled(any);
    m_save->setEnabled(any && isUnsaved());
    m_save->setVisible(m_row < 0 || m_entries[m_row].profile.origin == Profile::Origin::Saved);
    m_open->setText(isUnsaved() ? tr("Save and op&en") : tr("Op&en"));
}

QStringList ConnectionsDialog::otherNames() const
{
    QStringList names;
    for (int i = 0; i < m_entries.size(); ++i) {
        if (i != m_row)
            names << m_entries[i].profile.name;
    }
    return names;
}

void ConnectionsDialog::add(const Profile& profile)
{
    m_entries << Entry{.profile = profile, .isNew = true};
    QList<Profile> shown;
    for (const Entry& entry : m_entries)
        shown << entry.profile;
    m_list->setProfiles(shown);
    showEntry(int(m_entries.size()) - 1);
    m_form->focusFirst();
}

void ConnectionsDialog::copyCurrent()
{
    if (m_row < 0)
        return;
    const QString password = m_entries[m_row].password;
    Profile copy = m_entries[m_row].profile;
    const QString base = tr("%1 copy").arg(copy.name);
    QStringList names = otherNames();
    copy.name = base;
    for (int i = 2; names.contains(copy.name, Qt::CaseInsensitive); ++i)
        copy.name = u"%1 %2"_s.arg(base).arg(i);
    copy.origin = Profile::Origin::Saved;
    copy.origins.clear();
    copy.remembered = false;
    add(copy);
    m_entries[m_row].password = password;
    m_form->setProfile(copy, password);
    m_form->focusFirst();
}

void ConnectionsDialog::leaveForm(std::function<void()> go)
{
    if (m_busy)
        return;
    if (!wouldLose()) {
        if (isUnsaved())
            removeCurrent();
        go();
        return;
    }
    if (std::exchange(m_asking, true))
        return;
    auto* box = new QMessageBox(
        QMessageBox::Question, tr("Connections"),
        tr("“%1” has changes that are not saved.")
            .arg(m_form->profile().name.isEmpty() ? tr("New connection") : m_form->profile().name),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Save them before going on?"));
    box->button(QMessageBox::Cancel)->setText(tr("&Keep editing"));
    connect(box, &QMessageBox::finished, this, [this, go = std::move(go)](int answer) {
        m_asking = false;
        if (answer == QMessageBox::Save) {
            save(go);
        } else if (answer == QMessageBox::Discard) {
            const int row = m_row;
            if (m_entries[row].isNew)
                removeCurrent();
            else
                m_list->setProfile(row, m_entries[row].profile);
            go();
        }
    });
    box->open();
}

void ConnectionsDialog::save(std::function<void()> next)
{
    if (!m_form->check(otherNames()))
        return;
    const Profile profile = m_form->profile();
    const Entry& entry = m_entries[m_row];
    m_busy = true;
    refresh();
    whenDone(
        profiles::save(profile, entry.isNew ? QString() : entry.profile.name, m_form->password()),
        this, [this, profile, next = std::move(next)](const Result<>& saved) {
            m_busy = false;
            if (!saved) {
                m_message->showMessage(MessageBar::Severity::Error,
                                       wording::explain(saved.error()));
                refresh();
                return;
            }
            m_message->dismiss();
            m_entries[m_row].profile = profile;
            m_entries[m_row].password = m_form->password();
            m_entries[m_row].isNew = false;
            m_form->setProfile(profile, m_form->password());
            m_list->setProfile(m_row, profile);
            refresh();
            next();
        });
}

void ConnectionsDialog::openCurrent()
{
    const auto go = [this] {
        const Profile profile = m_entries[m_row].profile;
        const QString password = m_form->password();
        accept();
        Q_EMIT openRequested(profile, password);
    };
    if (isUnsaved())
        save(go);
    else
        go();
}

void ConnectionsDialog::askToRemove()
{
    if (m_row < 0)
        return;
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Connections"),
                        tr("Remove the connection “%1”?").arg(m_entries[m_row].profile.name),
                        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Its customers stay where they are."));
    auto* remove = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, &ConnectionsDialog::removeCurrent);
    box->open();
}

void ConnectionsDialog::removeCurrent()
{
    const auto forget = [this] {
        m_entries.removeAt(m_row);
        QList<Profile> shown;
        for (const Entry& entry : m_entries)
            shown << entry.profile;
        m_list->setProfiles(shown);
        showEntry(std::min(m_row, int(m_entries.size()) - 1));
    };
    if (m_entries[m_row].isNew) {
        forget();
        return;
    }
    m_busy = true;
    refresh();
    whenDone(profiles::remove(m_entries[m_row].profile.name), this,
             [this, forget](const Result<>& removed) {
                 m_busy = false;
                 if (removed)
                     forget();
                 else
                     m_message->showMessage(MessageBar::Severity::Error,
                                            wording::explain(removed.error()));
                 refresh();
             });
}

void ConnectionsDialog::reject()
{
    leaveForm([this] { QDialog::reject(); });
}

} // namespace clientele
