// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sqldialog.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/sqlview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

SqlDialog::SqlDialog(const QString& title, const QString& sql, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* view = new SqlView(this);
    view->setObjectName(u"sqlText"_s);
    view->setAccessibleName(title);
    view->setPlainText(sql.trimmed());
    auto* copy = makeButton(tr("&Copy"), ButtonKind::Normal, this);
    copy->setIcon(icon(u"copy"));
    auto* close = makeButton(tr("Close"), ButtonKind::Primary, this);
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(title, TextRole::Title, this));
    layout->addWidget(view, 1);
    layout->addLayout(buttons);
    resize(820, 560);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(copy, &QPushButton::clicked, this,
            [view] { QGuiApplication::clipboard()->setText(view->toPlainText()); });
}

} // namespace clientele
