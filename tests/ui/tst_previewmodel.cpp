// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/previewmodel.h"
#include "ui/importing/texttablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

using Fate = PreviewRow::Fate;

namespace {

PreviewRow row(qint64 line, Fate fate, const QString& column = {}, const QString& code = {})
{
    PreviewRow result{.line = line,
                      .name = u"Anna"_s,
                      .email = u"anna@example.com"_s,
                      .phone = u"1"_s,
                      .fate = fate};
    if (!column.isEmpty())
        result.problem = Reject{.line = line, .column = column, .code = code, .reason = u"why"_s};
    return result;
}

QStringList lines(const PreviewModel& model)
{
    QStringList result;
    for (int i = 0; i < model.rowCount(); ++i)
        result << model.index(i, PreviewModel::LineColumn).data().toString();
    return result;
}

} // namespace

class tst_PreviewModel final : public QObject
{
    Q_OBJECT

private:
    std::vector<PreviewRow> m_rows{
        row(2, Fate::New),
        row(3, Fate::Unchanged),
        row(4, Fate::Reject, u"email"_s, u"email.no_at"_s),
        row(5, Fate::Update, u"email"_s, u"duplicate.database"_s),
        row(6, Fate::Skip, u"email"_s, u"duplicate.database"_s),
        row(7, Fate::Reject, u"email"_s, u"duplicate.file"_s),
        row(8, Fate::New),
    };

private Q_SLOTS:
    void showsProblemsFirst()
    {
        PreviewModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(m_rows);
        QCOMPARE(lines(model),
                 QStringList({u"4"_s, u"6"_s, u"7"_s, u"5"_s, u"2"_s, u"8"_s, u"3"_s}));
        QVERIFY(model.hasProblems());
    }

    void countsEachRowOnce()
    {
        PreviewModel model;
        model.setRows(m_rows);
        QCOMPARE(model.count(PreviewKind::New), 2);
        QCOMPARE(model.count(PreviewKind::Update), 1);
        QCOMPARE(model.count(PreviewKind::Unchanged), 1);
        QCOMPARE(model.count(PreviewKind::Duplicate), 2);
        QCOMPARE(model.count(PreviewKind::Rejected), 1);
        QCOMPARE(model.total(), 7);
    }

    void showsOneKind()
    {
        PreviewModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(m_rows);
        model.setKind(PreviewKind::Duplicate);
        QCOMPARE(lines(model), QStringList({u"6"_s, u"7"_s}));
        model.setKind(std::nullopt);
        QCOMPARE(model.rowCount(), 7);
    }

    void marksTheCellAtFault()
    {
        PreviewModel model;
        model.setRows({row(2, Fate::Reject, u"name"_s, u"name.blank"_s)});
        QVERIFY(model.index(0, PreviewModel::NameColumn).data(PreviewModel::FaultyRole).toBool());
        QVERIFY(!model.index(0, PreviewModel::EmailColumn).data(PreviewModel::FaultyRole).toBool());
        QCOMPARE(model.index(0, PreviewModel::WhyColumn).data().toString(), u"why"_s);
    }

    void saysThatARefusedValueIsEmpty()
    {
        PreviewRow blank = row(2, Fate::Reject, u"name"_s, u"name.blank"_s);
        blank.name.clear();
        PreviewRow blanks = blank;
        blanks.problem->value = u"  "_s;
        PreviewModel model;
        model.setRows({blank, blanks});
        QCOMPARE(model.index(0, PreviewModel::NameColumn).data().toString(), u"(empty)"_s);
        QCOMPARE(model.index(1, PreviewModel::NameColumn).data().toString(), u"(only blanks)"_s);
    }

    void showsShortRowsAndSeveralLines()
    {
        TextTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setTable({u"A"_s, u"B"_s}, {{u"1\n2"_s}, {u"3"_s, u"4"_s}});
        QCOMPARE(model.index(0, 0).data().toString(), u"1 2"_s);
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), u"1\n2"_s);
        QCOMPARE(model.index(0, 1).data().toString(), QString());
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"B"_s);
    }
};

QTEST_MAIN(tst_PreviewModel)
#include "tst_previewmodel.moc"
