// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectiontestview.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Look
{
    QString sign;
    QString word;
    TextRole role;
};

Look look(ConnectionCheck::Verdict verdict)
{
    switch (verdict) {
    case ConnectionCheck::Verdict::Passed:
        return {u"✓"_s, ConnectionTestView::tr("passed"), TextRole::Ok};
    case ConnectionCheck::Verdict::Failed:
        return {u"✕"_s, ConnectionTestView::tr("failed"), TextRole::Bad};
    case ConnectionCheck::Verdict::NotTried:
        break;
    }
    return {u"–"_s, ConnectionTestView::tr("not tried"), TextRole::Muted};
}

QList<ConnectionCheck::Step> stepsOf(Engine engine)
{
    using enum ConnectionCheck::Step;
    if (engine == Engine::Sqlite)
        return {OpenFile, FindTable, Rights};
    return {ResolveName, ReachPort, Encrypt, SignIn, FindTable, Rights};
}

QString milliseconds(double value)
{
    if (value < 0.1)
        return ConnectionTestView::tr("under 0.1 ms");
    return ConnectionTestView::tr("%1 ms").arg(QLocale().toString(value, 'f', value < 1 ? 1 : 0));
}

const ConnectionCheck* failedStep(const ConnectionReport& report)
{
    const auto found = std::ranges::find(report.checks, ConnectionCheck::Verdict::Failed,
                                         &ConnectionCheck::verdict);
    return found == report.checks.end() ? nullptr : &*found;
}

QString headline(const ConnectionReport& report)
{
    if (const ConnectionCheck* failed = failedStep(report))
        return ConnectionTestView::tr("Test: stopped at “%1”").arg(stepName(failed->step));
    double total = 0;
    for (const ConnectionCheck& check : report.checks)
        total += check.milliseconds;
    return ConnectionTestView::tr("Test: everything works (%1)").arg(milliseconds(total));
}

QLabel* wrapped(QLabel* label)
{
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ConnectionTestView::ConnectionTestView(QWidget* parent)
    : QFrame(parent), m_heading(makeLabel({}, TextRole::Heading, this)),
      m_copy(makeButton(tr("Cop&y as text"), ButtonKind::Link, this)),
      m_copyNote(makeLabel(tr("without the password"), TextRole::Muted, this))
{
    setProperty("role", u"card"_s);
    m_heading->setObjectName(u"testHeading"_s);
    m_heading->setWordWrap(true);
    m_copy->setObjectName(u"copyTest"_s);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(6);
    foot->setContentsMargins(-4, 0, 0, 0); // a link keeps 4 px for its focus ring
    foot->addWidget(m_copy);
    foot->addWidget(m_copyNote);
    foot->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 10);
    layout->setSpacing(10);
    layout->addWidget(m_heading);
    layout->addLayout(foot);
    connect(m_copy, &QPushButton::clicked, this, &ConnectionTestView::copy);
}

void ConnectionTestView::clearSteps()
{
    if (m_steps) {
        m_steps->hide();
        m_steps->deleteLater();
    }
    m_steps = new QWidget(this);
    m_steps->setObjectName(u"testSteps"_s);
    auto* grid = new QGridLayout(m_steps);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 16);
    grid->setColumnMinimumWidth(1, 140);
    grid->setColumnStretch(2, 1);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_steps);
}

void ConnectionTestView::addStep(int row, const ConnectionCheck& check, bool running)
{
    using enum ConnectionCheck::Verdict;
    auto* grid = static_cast<QGridLayout*>(m_steps->layout());
    const Look seen = look(check.verdict);
    QLabel* sign = makeLabel(running ? u"…"_s : seen.sign, seen.role, m_steps);
    sign->setAccessibleName(running ? tr("under way") : seen.word);
    grid->addWidget(sign, row, 0, Qt::AlignTop);
    grid->addWidget(makeLabel(stepName(check.step), TextRole::Body, m_steps), row, 1, Qt::AlignTop);

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    const bool failed = check.verdict == Failed;
    const QString finding =
        check.verdict == NotTried ? (running ? QString() : seen.word) : check.finding;
    QLabel* found = wrapped(makeLabel(finding, failed ? TextRole::Bad : TextRole::Muted, m_steps));
    if (failed) {
        found->setObjectName(u"testFailure"_s);
        QFont bold = found->font();
        bold.setWeight(QFont::DemiBold);
        found->setFont(bold);
    }
    words->addWidget(found);
    if (!check.advice.isEmpty())
        words->addWidget(wrapped(makeLabel(check.advice, TextRole::Muted, m_steps)));
    grid->addLayout(words, row, 2);
    if (check.verdict != NotTried)
        grid->addWidget(makeLabel(milliseconds(check.milliseconds), TextRole::Muted, m_steps), row,
                        3, Qt::AlignTop | Qt::AlignTrailing);
}

void ConnectionTestView::setRunning(Engine engine)
{
    m_report = {};
    m_heading->setText(tr("Testing…"));
    m_copy->hide();
    m_copyNote->hide();
    clearSteps();
    int row = 0;
    for (const ConnectionCheck::Step step : stepsOf(engine))
        addStep(row++, {.step = step}, true);
    show();
}

void ConnectionTestView::setReport(const ConnectionReport& report)
{
    m_report = report;
    m_heading->setText(headline(report));
    m_copy->show();
    m_copyNote->show();
    clearSteps();
    int row = 0;
    for (const ConnectionCheck& check : report.checks)
        addStep(row++, check, false);
    show();
}

void ConnectionTestView::setFailed(const QString& why)
{
    m_report = {};
    m_heading->setText(why);
    m_copy->hide();
    m_copyNote->hide();
    clearSteps();
    show();
}

QString ConnectionTestView::asText() const
{
    QStringList lines(headline(m_report));
    for (const ConnectionCheck& check : m_report.checks) {
        QStringList words{look(check.verdict).sign, stepName(check.step) + u':',
                          look(check.verdict).word};
        if (check.verdict != ConnectionCheck::Verdict::NotTried)
            words << u"(%1)"_s.arg(milliseconds(check.milliseconds));
        lines << words.join(u' ');
        for (const QString& more : {check.finding, check.advice}) {
            if (!more.isEmpty())
                lines << u"    "_s + more;
        }
    }
    return lines.join(u'\n') + u'\n';
}

void ConnectionTestView::copy()
{
    QGuiApplication::clipboard()->setText(asText());
    m_copyNote->setText(tr("Copied, without the password"));
}

} // namespace clientele
