// SPDX-License-Identifier: GPL-3.0-or-later
// What the window hands to an export of what its table shows and has selected.
#include "core/services/exportjob.h"
#include "tests/ui/desk.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/searchcontroller.h"
#include "ui/mainwindow/exportoffers.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace clientele;
using namespace clientele::testing;

class tst_ExportOffers final : public QObject
{
    Q_OBJECT

private:
    static constexpr int people = 2'000;

    QTemporaryDir m_folder;
    SchemeController* m_scheme = nullptr;
    std::unique_ptr<Desk> m_desk;

    void select(int first, int last)
    {
        CustomerTableView& table = m_desk->page()->table();
        const QAbstractItemModel& model = *table.model();
        table.selectionModel()->select(
            {model.index(first, 0), model.index(last, CustomerTableModel::ColumnCount - 1)},
            QItemSelectionModel::ClearAndSelect);
    }

    /// The addresses in the file that an export of the selection writes.
    QByteArray exported(const ExportOffer& offer)
    {
        const QString file = m_folder.filePath(u"out.csv"_s);
        ExportJob job(m_desk->page()->book(), {.file = file,
                                               .style = {.columns = {CustomerField::Email}},
                                               .query = offer.view,
                                               .selection = offer.selection});
        QSignalSpy finished(&job, &Job::finished);
        if (!finished.wait(30'000) || job.error())
            return "failed";
        QFile written(file);
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray("nothing");
    }

private Q_SLOTS:
    void initTestCase() { m_scheme = new SchemeController(*qApp); }

    void init()
    {
        const ConnectionSettings settings{.file = m_folder.filePath(u"book.db"_s)};
        QFile::remove(settings.file);
        {
            Book book(settings, {});
            QVERIFY(book.open().wait());
            QVERIFY(book.bulkCreate(manyPeople(people)).wait());
        }
        m_desk = std::make_unique<Desk>(m_folder.filePath(u"settings"_s), *m_scheme, settings);
        QTRY_VERIFY(m_desk->ready());
        QTRY_COMPARE(m_desk->page()->model().total(), people);
    }

    void cleanup() { m_desk.reset(); }

    void tellsWhatTheTableShows()
    {
        m_desk->page()->search().setText(u"customer1"_s);
        QTRY_VERIFY(m_desk->page()->model().total() == 1'111 && m_desk->ready());
        QHeaderView& header = *m_desk->page()->table().horizontalHeader();
        header.moveSection(header.visualIndex(CustomerTableModel::Phone), 0);
        header.setSectionHidden(CustomerTableModel::Created, true);
        header.setSectionHidden(CustomerTableModel::Updated, true);
        header.setSectionHidden(CustomerTableModel::Id, true);
        const ExportOffer offer = exportOffer(*m_desk->page());
        QCOMPARE(offer.view.text, u"customer1"_s);
        QCOMPARE(offer.viewCount, 1'111);
        QCOMPARE(offer.bookCount, people);
        QCOMPARE(offer.shownColumns,
                 QList({CustomerField::Phone, CustomerField::Name, CustomerField::Email}));
    }

    void takesFewByTheirNumbers()
    {
        select(3, 5);
        const ExportOffer offer = exportOffer(*m_desk->page());
        QCOMPARE(offer.selectedCount, 3);
        QCOMPARE(offer.selection.ids.size(), size_t(3));
        QVERIFY(offer.selection.ranges.empty());
        QByteArray expected = "email\n";
        for (int row = 3; row <= 5; ++row)
            expected += m_desk->page()->model().customerAt(row)->email.toUtf8() + '\n';
        QCOMPARE(exported(offer), expected);
    }

    void takesManyAsStretches()
    {
        select(10, 1'809);
        const ExportOffer offer = exportOffer(*m_desk->page());
        QCOMPARE(offer.selectedCount, 1'800);
        QVERIFY(offer.selection.ids.empty());
        QCOMPARE(offer.selection.ranges.size(), size_t(1));
        const QByteArray emails = exported(offer);
        QCOMPARE(emails.count('\n'), 1'801);
        const auto page =
            m_desk->page()->book().page(offer.view, {.offset = 10, .limit = 1'800}).wait().value();
        QVERIFY(emails.startsWith("email\n" + page.rows.front().email.toUtf8() + '\n'));
        QVERIFY(emails.endsWith('\n' + page.rows.back().email.toUtf8() + '\n'));
    }

    void takesAllForTheView()
    {
        m_desk->page()->table().selectAll();
        const ExportOffer offer = exportOffer(*m_desk->page());
        QCOMPARE(offer.selectedCount, 0);
        QCOMPARE(offer.viewCount, people);
    }
};

QTEST_MAIN(tst_ExportOffers)
#include "tst_exportoffers.moc"
