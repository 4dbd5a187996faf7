// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/rememberbox.h"

#include "core/services/wording.h"
#include "ui/common/sectionlabel.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

RememberBox::RememberBox(QWidget* parent)
    : QWidget(parent), m_box(new QCheckBox(tr("Remember in the ke&ychain"), this)),
      m_note(makeLabel({}, TextRole::Muted, this)), m_asking(SecretStore().describe())
{
    m_box->setObjectName(u"remember"_s);
    m_note->setObjectName(u"rememberNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_box);
    layout->addWidget(m_note);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        refresh();
        Q_EMIT clicked();
    });
    whenDone(m_asking, this, [this](const Result<SecretStore::State>& state) {
        m_reachable = state && state->reachable;
        if (!m_reachable) {
            m_note->setText(wording::explain(state ? state->problem : state.error()));
            m_note->show();
        }
        m_box->setToolTip(state ? state->name : QString());
        refresh();
    });
    refresh();
}

RememberBox::~RememberBox()
{
    m_asking.cancel();
}

void RememberBox::setChecked(bool checked)
{
    m_box->setChecked(checked);
    refresh();
}

bool RememberBox::isChecked() const
{
    return m_box->isChecked();
}

void RememberBox::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void RememberBox::refresh()
{
    // A tick can be taken away even where nothing can be erased any more.
    m_box->setEnabled(!m_readOnly && (m_reachable || m_box->isChecked()));
}

} // namespace clientele
