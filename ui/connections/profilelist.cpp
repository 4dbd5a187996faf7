// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/profilelist.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/connections/profiledelegate.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString subtitle(const Profile& profile)
{
    if (profile.origin == Profile::Origin::LocalBook)
        return ProfileList::tr("file on this computer");
    const ConnectionSettings& to = profile.connection;
    QStringList parts;
    if (profile.origin == Profile::Origin::Environment)
        parts << ProfileList::tr("from the environment");
    else if (to.engine == Engine::Sqlite)
        parts << QFileInfo(to.file).fileName();
    else
        parts << (to.host.isEmpty() ? ProfileList::tr("this computer") : to.host);
    if (to.readOnly)
        parts << ProfileList::tr("read only");
    if (profile.production)
        parts << ProfileList::tr("production");
    return parts.join(u" · "_s);
}

QPushButton* makeTool(QStringView iconName, const QString& name, const QString& objectName,
                      QWidget* parent)
{
    auto* button = makeIconButton(iconName, name, parent);
    setStyleProperty(button, "kind", QVariant());
    button->setObjectName(objectName);
    button->setFixedWidth(40);
    return button;
}

} // namespace

ProfileList::ProfileList(QWidget* parent)
    : QWidget(parent), m_list(new QListWidget(this)),
      m_remove(makeTool(u"minus", tr("Remove this connection"), u"removeProfile"_s, this))
{
    m_list->setObjectName(u"profiles"_s);
    m_list->setAccessibleName(tr("Connections"));
    m_list->setItemDelegate(new ProfileDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    auto* add = makeTool(u"new", tr("New connection"), u"addProfile"_s, this);
    auto* copy = makeTool(u"copy", tr("Duplicate this connection"), u"copyProfile"_s, this);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(add);
    buttons->addWidget(copy);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, &ProfileList::onRowChanged);
    connect(add, &QPushButton::clicked, this, &ProfileList::addWanted);
    connect(copy, &QPushButton::clicked, this, &ProfileList::copyWanted);
    connect(m_remove, &QPushButton::clicked, this, &ProfileList::removeWanted);
}

void ProfileList::setProfiles(const QList<Profile>& profiles)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const Profile& profile : profiles) {
        m_list->addItem(QString());
        setProfile(m_list->count() - 1, profile);
    }
    setCurrent(std::min(m_current, m_list->count() - 1));
}

void ProfileList::setProfile(int row, const Profile& profile)
{
    QListWidgetItem* item = m_list->item(row);
    const QString name = profile.name.isEmpty() ? tr("New connection") : profile.name;
    item->setText(name);
    item->setToolTip(profile.connection.location());
    item->setData(ProfileDelegate::SubtitleRole, subtitle(profile));
    item->setData(ProfileDelegate::ColourRole, profile.colour);
    item->setData(ProfileDelegate::OriginRole, int(profile.origin));
    item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(name, subtitle(profile)));
}

int ProfileList::current() const
{
    return m_current;
}

void ProfileList::setCurrent(int row)
{
    m_current = row;
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(row);
    const QListWidgetItem* item = m_list->item(row);
    m_remove->setEnabled(item && Profile::Origin(item->data(ProfileDelegate::OriginRole).toInt()) ==
                                     Profile::Origin::Saved);
}

void ProfileList::onRowChanged(int row)
{
    if (row < 0 || row == m_current)
        return;
    // Back until the dialog agrees: there may be unsaved changes in the row that is left.
    setCurrent(m_current);
    QMetaObject::invokeMethod(
        this, [this, row] { Q_EMIT chosen(row); }, Qt::QueuedConnection);
}

} // namespace clientele
