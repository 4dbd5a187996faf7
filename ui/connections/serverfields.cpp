// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/serverfields.h"

#include "ui/common/formfield.h"
#include "ui/common/sectionlabel.h"
#include "ui/connections/rememberbox.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Encryption
{
    const char16_t* mode;
    const char* label;
};

/// libpq's sslmode values, the weakest first.
constexpr Encryption encryptions[] = {
    {u"disable", QT_TRANSLATE_NOOP("clientele::ServerFields", "Never (disable)")},
    {u"allow", QT_TRANSLATE_NOOP("clientele::ServerFields", "If it must be (allow)")},
    {u"prefer", QT_TRANSLATE_NOOP("clientele::ServerFields", "If offered (prefer)")},
    {u"require", QT_TRANSLATE_NOOP("clientele::ServerFields", "Always (require)")},
    {u"verify-ca", QT_TRANSLATE_NOOP("clientele::ServerFields", "Check authority (verify-ca)")},
    {u"verify-full", QT_TRANSLATE_NOOP("clientele::ServerFields", "Check name too (verify-full)")},
    {u"", QT_TRANSLATE_NOOP("clientele::ServerFields", "As libpq is set up")},
};

QString joined(const QMap<QString, QString>& options)
{
    QStringList result;
    for (auto it = options.begin(); it != options.end(); ++it)
        result << it.key() + u'=' + it.value();
    return result.join(u' ');
}

QWidget* labelled(const QString& label, QWidget* control, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* name = new SectionLabel(label, box);
    name->setBuddy(control);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    layout->addWidget(name);
    layout->addWidget(control);
    layout->addStretch();
    return box;
}

FormField* field(const QString& label, const QString& objectName, QWidget* parent)
{
    auto* result = new FormField(label, objectName, parent);
    result->edit()->setAccessibleName(QString(label).remove(u'&'));
    return result;
}

} // namespace

ServerFields::ServerFields(QWidget* parent)
    : QWidget(parent), m_host(field(tr("&Host"), u"host"_s, this)),
      m_port(field(tr("P&ort"), u"port"_s, this)),
      m_database(field(tr("&Database"), u"database"_s, this)),
      m_user(field(tr("&User"), u"user"_s, this)),
      m_password(field(tr("&Password"), u"password"_s, this)), m_remember(new RememberBox(this)),
      m_encryption(new QComboBox(this)),
      m_options(field(tr("Further options of libpq"), u"options"_s, this))
{
    m_host->edit()->setPlaceholderText(u"localhost"_s);
    m_port->edit()->setPlaceholderText(u"5432"_s);
    m_password->edit()->setEchoMode(QLineEdit::Password);
    describePassword();
    m_encryption->setObjectName(u"encryption"_s);
    m_encryption->setAccessibleName(tr("Encryption"));
    for (const Encryption& encryption : encryptions)
        m_encryption->addItem(tr(encryption.label), QString::fromUtf16(encryption.mode));

    auto* place = new QHBoxLayout;
    place->setSpacing(12);
    place->addWidget(m_host, 5, Qt::AlignTop);
    place->addWidget(m_port, 2, Qt::AlignTop);
    place->addWidget(m_database, 5, Qt::AlignTop);
    auto* person = new QHBoxLayout;
    person->setSpacing(12);
    person->addWidget(m_user, 4, Qt::AlignTop);
    person->addWidget(m_password, 6, Qt::AlignTop);
    person->addWidget(labelled(tr("E&ncryption"), m_encryption, this), 5, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addLayout(place);
    layout->addLayout(person);
    layout->addWidget(m_remember);
    layout->addWidget(m_options);

    for (const FormField* each : {m_host, m_port, m_database, m_user, m_password, m_options})
        connect(each->edit(), &QLineEdit::textEdited, this, &ServerFields::edited);
    connect(m_encryption, &QComboBox::activated, this, &ServerFields::edited);
    connect(m_remember, &RememberBox::clicked, this, [this] {
        describePassword();
        Q_EMIT edited();
    });
}

void ServerFields::setRemembered(bool remembered)
{
    m_stored = remembered;
    m_remember->setChecked(remembered);
    describePassword();
}

bool ServerFields::remembers() const
{
    return m_remember->isChecked();
}

void ServerFields::describePassword()
{
    m_password->edit()->setPlaceholderText(m_stored ? tr("in the keychain") : QString());
    m_password->setNote(FormField::Verdict::None,
                        m_remember->isChecked()
                            ? tr("In the keychain; never written to a file.")
                            : tr("For this session only; never written to a file."));
}

void ServerFields::setSettings(const ConnectionSettings& settings, const QString& password)
{
    m_host->setText(settings.host);
    m_port->setText(settings.port > 0 ? QString::number(settings.port) : QString());
    m_database->setText(settings.database);
    m_user->setText(settings.user);
    m_password->setText(password);
    m_encryption->setCurrentIndex(std::max(0, m_encryption->findData(settings.sslMode)));
    m_options->setText(joined(settings.options));
    m_options->setHidden(settings.options.isEmpty());
    m_port->setNote(FormField::Verdict::None, {});
    m_options->setNote(FormField::Verdict::None, {});
}

void ServerFields::fill(ConnectionSettings& settings) const
{
    settings.host = m_host->text().trimmed();
    settings.port = m_port->text().trimmed().toInt();
    settings.database = m_database->text().trimmed();
    settings.user = m_user->text().trimmed();
    settings.sslMode = m_encryption->currentData().toString();
    settings.options = options();
}

QMap<QString, QString> ServerFields::options() const
{
    static const QRegularExpression blanks(u"\\s+"_s);
    QMap<QString, QString> result;
    for (const QString& part : m_options->text().split(blanks, Qt::SkipEmptyParts))
        result.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
    return result;
}

QString ServerFields::password() const
{
    return m_password->text();
}

void ServerFields::setReadOnly(bool readOnly)
{
    for (const FormField* each : {m_host, m_port, m_database, m_user, m_options})
        each->edit()->setReadOnly(readOnly);
    m_encryption->setEnabled(!readOnly);
    m_remember->setReadOnly(readOnly);
}

QWidget* ServerFields::check(bool needsPassword)
{
    using enum FormField::Verdict;
    const QString port = m_port->text().trimmed();
    bool number = false;
    const int value = port.toInt(&number);
    const bool goodPort = port.isEmpty() || (number && value > 0 && value < 65536);
    m_port->setNote(goodPort ? None : Refused, goodPort ? QString() : tr("1 to 65535"));

    const QMap<QString, QString> map = options();
    const bool goodOptions =
        std::ranges::none_of(map, [](const QString& option) { return option.isEmpty(); });
    const bool secret = map.contains(u"password"_s) || map.contains(u"sslpassword"_s);
    m_options->setNote(goodOptions && !secret ? None : Refused,
                       secret         ? tr("A password cannot stand here: it would be saved.")
                       : !goodOptions ? tr("Write each as name=value, with blanks between.")
                                      : QString());
    const bool goodPassword = !needsPassword || !m_password->text().isEmpty();
    if (!goodPassword)
        m_password->setNote(Refused, tr("Type the password that is to be remembered."));
    if (!goodPort)
        return m_port->edit();
    if (!goodPassword)
        return m_password->edit();
    return goodOptions && !secret ? nullptr : m_options->edit();
}

} // namespace clientele
