// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/helpdialog.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

namespace clientele {

using namespace Qt::StringLiterals;

HelpDialog::HelpDialog(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"helpDialog"_s);
    setWindowTitle(tr("Keys and help"));
    setAttribute(Qt::WA_DeleteOnClose);
    QList<std::pair<QString, QString>> keys{
        {tr("From the search to the table"), tr("Enter or Down")},
        {tr("Open the details of a row"), tr("Enter")},
        {tr("Back to the table"), tr("Esc")},
        {tr("Edit a cell"), tr("F2")},
        {tr("Sort by a column; by a second one too"), tr("Click; Shift+Click")},
    };
    for (const QAction* action : actions) {
        QStringList names;
        for (const QKeySequence& key : action->shortcuts())
            names << key.toString(QKeySequence::NativeText);
        QString text = action->text();
        if (!names.isEmpty())
            keys.append({text.remove(u'&').remove(u'…'), names.mid(0, 2).join(tr(" or "))});
    }
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(20, 8, 20, 8);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(7);
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const int row = int(i % ((keys.size() + 1) / 2));
        const int column = i < (keys.size() + 1) / 2 ? 0 : 2;
        grid->addWidget(makeLabel(keys[i].first, TextRole::Body, content), row, column);
        grid->addWidget(makeLabel(keys[i].second, TextRole::Muted, content), row, column + 1);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto* intro =
        makeLabel(tr("Type in the search field to find customers; choose one to see and edit it. "
                     "Drop a file on the window to import it. Whatever you did and saved can be "
                     "undone until the window is closed."),
                  TextRole::Muted, this);
    intro->setWordWrap(true);
    auto* close = makeButton(tr("Close"), ButtonKind::Primary, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 18, 0, 16);
    layout->setSpacing(12);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(20, 0, 20, 0);
    head->addWidget(makeLabel(tr("Keys and help"), TextRole::Title, this));
    head->addWidget(intro);
    layout->addLayout(head);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(20, 0, 20, 0);
    foot->addStretch();
    foot->addWidget(close);
    layout->addLayout(foot);
    resize(820, 560);
}

} // namespace clientele
