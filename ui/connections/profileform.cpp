// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/profileform.h"

#include "ui/common/button.h"
#include "ui/common/formfield.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/statusdot.h"
#include "ui/connections/serverfields.h"
#include "ui/connections/sourceline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Colour
{
    const char16_t* value;
    const char* name;
};

/// All of them stand out from a light and from a dark surface.
constexpr Colour colours[] = {
    {u"", QT_TRANSLATE_NOOP("clientele::ProfileForm", "No colour")},
    {u"#2e9e63", QT_TRANSLATE_NOOP("clientele::ProfileForm", "Green")},
    {u"#4f7ef0", QT_TRANSLATE_NOOP("clientele::ProfileForm", "Blue")},
    {u"#c98a1b", QT_TRANSLATE_NOOP("clientele::ProfileForm", "Amber")},
    {u"#d9534f", QT_TRANSLATE_NOOP("clientele::ProfileForm", "Red")},
    {u"#9a6fdc", QT_TRANSLATE_NOOP("clientele::ProfileForm", "Violet")},
    {u"#7d8594", QT_TRANSLATE_NOOP("clientele::ProfileForm", "Grey")},
};

QVBoxLayout* labelled(const QString& label, QWidget* control, QWidget* parent)
{
    auto* name = new SectionLabel(label, parent);
    name->setBuddy(control);
    auto* layout = new QVBoxLayout;
    layout->setSpacing(5);
    layout->addWidget(name);
    layout->addWidget(control);
    layout->addStretch();
    return layout;
}

/// "host: DB_HOST in .env, line 1" for each field.
QString origins(const SettingOrigins& origins)
{
    QStringList lines;
    for (auto it = origins.cbegin(); it != origins.cend(); ++it)
        lines << it.key() + u": "_s + it->text();
    return lines.join(u'\n');
}

} // namespace

ProfileForm::ProfileForm(QWidget* parent)
    : QWidget(parent), m_source(new SourceLine(this)),
      m_name(new FormField(tr("Na&me"), u"profileName"_s, this)), m_engine(new QComboBox(this)),
      m_colour(new QComboBox(this)), m_server(new ServerFields(this)),
      m_file(new FormField(tr("&File"), u"file"_s, this)),
      m_chooseFile(makeButton(tr("C&hoose…"), ButtonKind::Normal, this)),
      m_fileFields(makeFileFields()), m_production(new QCheckBox(this)),
      m_readOnly(new QCheckBox(this)), m_sources(makeLabel({}, TextRole::Muted, this))
{
    m_sources->setObjectName(u"sources"_s);
    m_sources->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_source);
    layout->addWidget(makeNameRow());
    layout->addWidget(m_server);
    layout->addWidget(m_fileFields);
    layout->addWidget(makeFlags());
    layout->addWidget(m_sources);

    connect(m_source, &SourceLine::found, this, [this](const ConnectionUrl& found) {
        setSettings(found.settings, found.password);
        Q_EMIT edited();
    });
    connect(m_server, &ServerFields::edited, this, &ProfileForm::edited);
    for (const FormField* field : {m_name, m_file})
        connect(field->edit(), &QLineEdit::textEdited, this, &ProfileForm::edited);
    for (const QCheckBox* box : {m_production, m_readOnly})
        connect(box, &QCheckBox::clicked, this, &ProfileForm::edited);
    connect(m_colour, &QComboBox::activated, this, &ProfileForm::edited);
    connect(m_engine, &QComboBox::activated, this, [this] {
        showEngine();
        Q_EMIT edited();
    });
}

QWidget* ProfileForm::makeFileFields()
{
    m_file->edit()->setAccessibleName(tr("File"));
    m_chooseFile->setObjectName(u"chooseFile"_s);
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_file, 1, Qt::AlignTop);
    // Beside the line to type in, below the label's height.
    layout->addLayout(labelled(u" "_s, m_chooseFile, box));
    connect(m_chooseFile, &QPushButton::clicked, this, &ProfileForm::chooseFile);
    return box;
}

QWidget* ProfileForm::makeNameRow()
{
    m_name->edit()->setAccessibleName(tr("Name of the connection"));
    m_engine->setObjectName(u"engine"_s);
    m_engine->setAccessibleName(tr("Kind of database"));
    m_engine->addItem(tr("PostgreSQL or alike"), int(Engine::PostgreSql));
    m_engine->addItem(tr("SQLite file"), int(Engine::Sqlite));
    m_colour->setObjectName(u"colour"_s);
    m_colour->setAccessibleName(tr("Colour"));
    fillColours();
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_name, 5, Qt::AlignTop);
    layout->addLayout(labelled(tr("&Kind"), m_engine, row), 4);
    layout->addLayout(labelled(tr("Co&lour"), m_colour, row), 3);
    return row;
}

QWidget* ProfileForm::makeFlags()
{
    m_production->setText(tr("Produc&tion: asks before bulk changes"));
    m_production->setObjectName(u"production"_s);
    m_readOnly->setText(tr("&Read only"));
    m_readOnly->setObjectName(u"readOnly"_s);
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    layout->addWidget(m_production);
    layout->addWidget(m_readOnly);
    layout->addStretch();
    return row;
}

void ProfileForm::fillColours()
{
    for (const Colour& colour : colours) {
        const QString value = QString::fromUtf16(colour.value);
        m_colour->addItem(tr(colour.name), value);
        if (!value.isEmpty())
            m_colour->setItemIcon(m_colour->count() - 1,
                                  StatusDot::drawn(QColor(value), 10, devicePixelRatioF()));
    }
}

void ProfileForm::setColour(const QString& colour)
{
    if (m_colour->findData(colour) < 0)
        m_colour->addItem(StatusDot::drawn(QColor(colour), 10, devicePixelRatioF()), colour,
                          colour);
    m_colour->setCurrentIndex(m_colour->findData(colour));
}

Engine ProfileForm::engine() const
{
    return Engine(m_engine->currentData().toInt());
}

void ProfileForm::setSettings(const ConnectionSettings& settings, const QString& password)
{
    m_engine->setCurrentIndex(m_engine->findData(int(settings.engine)));
    m_server->setSettings(settings, password);
    m_file->setText(QDir::toNativeSeparators(settings.file));
    m_readOnly->setChecked(settings.readOnly);
    showEngine();
}

void ProfileForm::setProfile(const Profile& profile, const QString& password)
{
    m_source->clear();
    m_name->setText(profile.name);
    m_name->setNote(FormField::Verdict::None, {});
    m_file->setNote(FormField::Verdict::None, {});
    setColour(profile.colour);
    m_production->setChecked(profile.production);
    setSettings(profile.connection, password);
    m_server->setRemembered(profile.remembered);
    m_originalPassword = password;

    const bool saved = profile.origin == Profile::Origin::Saved;
    m_source->setVisible(saved);
    m_name->edit()->setReadOnly(!saved);
    m_engine->setEnabled(saved);
    m_colour->setEnabled(saved);
    m_server->setReadOnly(!saved);
    m_file->edit()->setReadOnly(!saved);
    m_chooseFile->setVisible(saved);
    m_production->setEnabled(saved);
    m_readOnly->setEnabled(saved);
    m_sources->setVisible(!saved);
    m_sources->setText(
        profile.origin == Profile::Origin::Environment
            ? tr("Set by the environment, and not edited here: duplicate it to change it. Where "
                 "each "
                 "value comes from:\n%1")
                  .arg(origins(profile.origins))
            : tr("The local book was made on the first start. It is a file of yours: back it up "
                 "with your other documents."));
    // What the fields make of it is what a change is measured against.
    m_original = profile;
    m_original = this->profile();
}

void ProfileForm::showEngine()
{
    m_server->setVisible(engine() == Engine::PostgreSql);
    m_fileFields->setVisible(engine() == Engine::Sqlite);
}

Profile ProfileForm::profile() const
{
    Profile result = m_original;
    result.name = m_name->text().trimmed();
    result.colour = m_colour->currentData().toString();
    result.production = m_production->isChecked();
    result.connection = {.engine = engine(), .readOnly = m_readOnly->isChecked()};
    if (engine() == Engine::Sqlite)
        result.connection.file = QDir::fromNativeSeparators(m_file->text().trimmed());
    else
        m_server->fill(result.connection);
    result.remembered = engine() == Engine::PostgreSql && m_server->remembers();
    return result;
}

bool ProfileForm::isStored() const
{
    return m_original.remembered &&
           m_original.connection.location() == profile().connection.location();
}

QString ProfileForm::password() const
{
    return engine() == Engine::PostgreSql ? m_server->password() : QString();
}

bool ProfileForm::isChanged() const
{
    const Profile now = profile();
    const bool newSecret = now.remembered && password() != m_originalPassword;
    return m_original.origin == Profile::Origin::Saved && (now != m_original || newSecret);
}

bool ProfileForm::check(const QStringList& taken)
{
    using enum FormField::Verdict;
    const QString name = m_name->text().trimmed();
    QString nameFault;
    if (name.isEmpty())
        nameFault = tr("A connection needs a name.");
    else if (taken.contains(name, Qt::CaseInsensitive))
        nameFault = tr("There is another connection of this name.");
    m_name->setNote(nameFault.isEmpty() ? None : Refused, nameFault);

    QString fileFault;
    if (engine() == Engine::Sqlite && !QDir::isAbsolutePath(m_file->text().trimmed()))
        fileFault = m_file->text().trimmed().isEmpty()
                        ? tr("Choose a file. One that is not there yet is made.")
                        : tr("Write the whole path, from the root folder on.");
    m_file->setNote(fileFault.isEmpty() ? None : Refused, fileFault);

    QWidget* faulty = engine() == Engine::PostgreSql
                          ? m_server->check(m_server->remembers() && !isStored())
                          : nullptr;
    if (!fileFault.isEmpty())
        faulty = m_file->edit();
    if (!nameFault.isEmpty())
        faulty = m_name->edit();
    if (faulty)
        faulty->setFocus();
    return !faulty;
}

void ProfileForm::focusFirst()
{
    m_name->edit()->setFocus();
    m_name->edit()->selectAll();
}

void ProfileForm::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose a SQLite file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setLabelText(QFileDialog::Accept, tr("Choose"));
    dialog->setNameFilters(
        {tr("Books (*.clientele *.db *.sqlite *.sqlite3)"), tr("All files (*)")});
    dialog->setDefaultSuffix(u"clientele"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_file->setText(QDir::toNativeSeparators(file));
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace clientele
