// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/folders.h"
#include "core/config/profilestore.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class FoldersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTheStandardOnes()
    {
        qunsetenv("XDG_RUNTIME_DIR");
        QCOMPARE(folders::data(),
                 QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                     u"/clientele"_s);
        QCOMPARE(folders::config(),
                 QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                     u"/clientele"_s);
        QCOMPARE(folders::runtime(), folders::data());
        QVERIFY(!folders::isPortable());
        QVERIFY(folders::check());
    }

    void areMovedTogether()
    {
        const QTemporaryDir folder;
        folders::moveTo(folder.path());
        QCOMPARE(folders::data(), folder.path());
        QCOMPARE(folders::config(), folder.path());
        QCOMPARE(ProfileStore::localBookFile(), folder.filePath(u"customers.db"_s));
        QCOMPARE(ProfileStore().file(), folder.filePath(u"profiles.json"_s));
        folders::moveTo({});
    }
};

QTEST_GUILESS_MAIN(FoldersTest)
#include "tst_folders.moc"
