// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/aboutdialog.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/stallmeter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QSysInfo>

namespace clientele {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(const std::optional<BookInfo>& book, const StallMeter& meter,
                         QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Clientele"));
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList facts{
        tr("Clientele %1").arg(QStringLiteral(CLIENTELE_VERSION)),
        tr("Qt %1 on %2").arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName())};
    if (book) {
        facts << tr("Book: %1").arg(book->location);
        facts << (book->revision.isEmpty()
                      ? book->serverVersion
                      : tr("%1, tables at revision %2").arg(book->serverVersion, book->revision));
        if (book->engine == Engine::PostgreSql)
            facts << (book->encryption.isEmpty()
                          ? tr("The line is not encrypted")
                          : tr("The line is encrypted: %1").arg(book->encryption));
    }
    facts << meter.summary();
    auto* text = makeLabel(facts.mid(1).join(u'\n'), TextRole::Muted, this);
    text->setObjectName(u"aboutFacts"_s);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* copy = makeButton(tr("Copy"), ButtonKind::Normal, this);
    auto* close = makeButton(tr("Close"), ButtonKind::Primary, this);
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(makeLabel(facts.front(), TextRole::Title, this));
    layout->addWidget(
        makeLabel(tr("Your customers, in a file of your own or in a database that you share."),
                  TextRole::Body, this));
    layout->addWidget(text);
    layout->addWidget(
        makeLabel(tr("Free software under the GNU General Public License, version 3 or later."),
                  TextRole::Faint, this));
    layout->addSpacing(8);
    layout->addLayout(buttons);
    setMinimumWidth(460);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(copy, &QPushButton::clicked, this,
            [facts] { QGuiApplication::clipboard()->setText(facts.join(u'\n')); });
}

} // namespace clientele
