// SPDX-License-Identifier: GPL-3.0-or-later
// The server's clientele_fold against the program's folded(), whatever the database's locale.
#include "core/db/connect.h"
#include "core/db/migrations.h"
#include "core/domain/searchtext.h"
#include "tests/support/foldcases.h"
#include "tests/support/postgresserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

class tst_Folding final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<Session> m_session;

    /// What Qt and every server of ours know alike.
    static bool isSettled(char32_t c)
    {
        const auto version = QChar::unicodeVersion(c);
        return version != QChar::Unicode_Unassigned && version <= QChar::Unicode_13_0 &&
               QChar::category(c) != QChar::Other_Surrogate;
    }
    /// The capitals that are lowered where the database's lower() knows ASCII alone: those of
    /// languages that are written today.
    static bool isTranslated(char32_t c)
    {
        const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
        return within(0x20, 0x24f) || within(0x386, 0x3ab) || within(0x400, 0x45f) ||
               within(0x490, 0x4ff) || within(0x531, 0x556) || within(0x1e00, 0x1ef9) ||
               within(0x1f00, 0x1fff) || within(0xff21, 0xff3a);
    }

    QString foldedByServer(const QString& text)
    {
        const auto rows = m_session->execute(u"SELECT clientele_fold($1)"_s, {{Value(text)}});
        return rows ? rows->at(0).text(0) : rows.error().message;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::newRow("C.UTF-8") << u"LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"_s;
        QTest::newRow("C") << u"LC_COLLATE 'C' LC_CTYPE 'C'"_s;
        QTest::newRow("ICU") << u"LOCALE_PROVIDER icu ICU_LOCALE 'und'"_s;
        QTest::newRow("Turkish ICU") << u"LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'"_s;
    }

    void initTestCase() { m_server = std::make_unique<PostgresServer>(); }

    void init()
    {
        QFETCH_GLOBAL(QString, locale);
        if (m_session)
            return;
        m_server->execute(u"postgres"_s, u"CREATE DATABASE folding TEMPLATE template0 "_s + locale);
        auto session = connectTo(m_server->settings(u"folding"_s), {});
        QVERIFY2(session.hasValue(), qPrintable(session ? QString() : session.error().message));
        m_session = std::move(*session);
        QVERIFY(migrations::upgrade(*m_session).hasValue());
    }

    void cleanup()
    {
        m_session.reset();
        m_server->execute(u"postgres"_s, u"DROP DATABASE folding"_s);
    }

    void foldsAsTheProgramDoes()
    {
        for (const FoldCase& one : foldCases()) {
            QCOMPARE(foldedByServer(one.written), one.folded);
            QCOMPARE(foldedByServer(one.typed), folded(one.typed));
        }
    }

    void foldsEveryLetterAsTheProgramDoes()
    {
        QFETCH_GLOBAL(QString, locale);
        const bool ascii = locale.contains(u"LC_CTYPE 'C'"_s);
        QStringList letters;
        for (char32_t c = 0x20; c < 0x20000; ++c) {
            if (isSettled(c) && (!ascii || !QChar::isUpper(c) || isTranslated(c)))
                letters += QString::fromUcs4(&c, 1);
        }
        QVERIFY(letters.size() > 40'000);
        for (qsizetype i = 0; i < letters.size(); i += 100) {
            const QString text = letters.mid(i, 100).join(u'\n'); // where no mark can cross
            QCOMPARE(foldedByServer(text), folded(text));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Folding)
#include "tst_folding.moc"
