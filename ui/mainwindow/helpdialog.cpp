// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/helpdialog.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// What a filter does, and how it is typed.
QList<std::pair<QString, QString>> searchExamples()
{
    return {
        {HelpDialog::tr("Words in any order, also parts of them"), u"anna müller"_s},
        {HelpDialog::tr("A phrase as it stands"), u"\"van dyk\""_s},
        {HelpDialog::tr("All but these"), u"-example.org"_s},
        {HelpDialog::tr("Active or inactive ones"), u"active:yes  active:no"_s},
        {HelpDialog::tr("In one column only"), u"name:anna  email:@acme.com  phone:0103"_s},
        {HelpDialog::tr("With or without a phone number"), u"phone:any  phone:none"_s},
        {HelpDialog::tr("Created or updated in a time"),
         u"created:2024  updated:2024-05..2024-07"_s},
        {HelpDialog::tr("Since, before, of the last days"), u"created:>=2024-05-17  updated:<7d"_s},
        {HelpDialog::tr("By number"), u"id:42"_s},
    };
}

/// Pairs of lines in two halves, side by side where @p halves is 2.
void fillGrid(QGridLayout* grid, const QList<std::pair<QString, QString>>& lines, int halves,
              QWidget* content)
{
    const int begin = grid->rowCount();
    const qsizetype rows = (lines.size() + halves - 1) / halves;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const int row = begin + int(i % rows);
        const int column = i < rows ? 0 : 2;
        const int span = halves == 1 ? 3 : 1;
        grid->addWidget(makeLabel(lines[i].first, TextRole::Body, content), row, column);
        QLabel* second = makeLabel(lines[i].second, TextRole::Muted, content);
        if (halves == 1)
            second->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(second, row, column + 1, 1, span);
    }
}

} // namespace

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
        {tr("Remove a filter"), tr("Click, or Del on its chip")},
        {tr("Choose one of the first nine views"), tr("Ctrl+1 to Ctrl+9")},
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
    grid->addWidget(makeLabel(tr("Searching"), TextRole::Heading, content), 0, 0);
    fillGrid(grid, searchExamples(), 1, content);
    grid->setRowMinimumHeight(grid->rowCount(), 10);
    grid->addWidget(makeLabel(tr("Keys"), TextRole::Heading, content), grid->rowCount(), 0);
    fillGrid(grid, keys, 2, content);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto* intro =
        makeLabel(tr("Type in the search field to find customers; choose one to see and edit it. "
                     "Drop a file on the window to import it, or a book to open it. Whatever you "
                     "did and saved can be undone until the window is closed."),
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
